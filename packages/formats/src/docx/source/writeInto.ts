import type { Seals } from "../../proof/seal.ts";
import { child } from "../read/xml/element.ts";
import { raw } from "../read/xml/raw.ts";
import { commentTypes, relationTypes } from "../write/package/package.ts";
import { xmlDeclaration } from "../write/xml.ts";
import { type NewPart, patchPackage } from "./patchPackage.ts";
import { isTracked } from "./trace.ts";
import type { WordSource } from "./wordSource.ts";

/** What is written anew of a file; null where there is none. */
export interface NewText {
  readonly body: string;
  readonly footnotes: string | null;
  readonly endnotes: string | null;
  readonly comments: { readonly comments: string; readonly links: string } | null;
  readonly core: string;
  readonly seals: Seals;
  readonly tracking: boolean;
}

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A Word file with this text in the place of its own. */
export function writeInto(bytes: Uint8Array, source: WordSource, text: NewText): Uint8Array {
  const root = source.read.file.document;
  const { start, end } = source.shell(root);
  const body = child(root, "body");
  const before = root.children.filter((each) => body && each.place.to <= body.place.from).map((each) => raw(each));
  const section = child(body, "sectPr");
  const last = section ? raw(section, isTracked) : "";
  const document = `${xmlDeclaration}${start}${before.join("")}<w:body>${paired(text.body)}${last}</w:body>${end}`;
  const parts: NewPart[] = [];
  for (const kind of ["footnotes", "endnotes"] as const) {
    const xml = text[kind];
    if (xml === null) continue;
    parts.push({
      relation: kind,
      type: relationTypes[kind],
      name: `${kind}.xml`,
      contentType: `${word}.${kind}+xml`,
      xml,
    });
  }
  if (text.comments) {
    const { comments, links } = text.comments;
    parts.push(
      {
        relation: "comments",
        type: relationTypes.comments,
        name: "comments.xml",
        contentType: commentTypes.comments,
        xml: comments,
      },
      {
        relation: "commentsExtended",
        type: relationTypes.commentLinks,
        name: "commentsExtended.xml",
        contentType: commentTypes.links,
        xml: links,
      },
    );
  }
  return patchPackage(bytes, source.read, { ...text, document, parts });
}

/** Bookmarks and permissions without those whose other end was left out. */
function paired(body: string): string {
  const ends = new Map<string, number>();
  const tag = /<(?:\w+:)?(bookmark|perm)(Start|End)\b[^>]*?\s(?:\w+:)?id="([^"]*)"[^>]*?(?:\/>|>\s*<\/(?:\w+:)?\1\2>)/g;
  for (const [, kind, , id] of body.matchAll(tag)) ends.set(`${kind} ${id}`, (ends.get(`${kind} ${id}`) ?? 0) + 1);
  return body.replace(tag, (whole, kind: string, _end: string, id: string) =>
    ends.get(`${kind} ${id}`) === 2 ? whole : "",
  );
}
