import { type Unzipped, strToU8, zipSync } from "fflate";
import type { Seals } from "../../proof/seal.ts";
import { openAll } from "../read/package/openPackage.ts";
import { relationshipsOf, relationshipsPath } from "../read/package/wordFile.ts";
import type { WordRead } from "../read/readWord.ts";
import type { Element } from "../read/xml/element.ts";
import { parseXml } from "../read/xml/parseXml.ts";
import { limits } from "../read/package/limits.ts";
import { customPart } from "../write/package/custom.ts";
import { customProperties } from "../write/package/package.ts";
import { escapeXml, xmlDeclaration } from "../write/xml.ts";
import { holds, isCommentMark, isTracked } from "./trace.ts";
import { raw } from "../read/xml/raw.ts";

/** A part that is written anew: found in the file by its relationship's type, or added to it. */
export interface NewPart {
  /** The last step of its relationship's type: "footnotes". */
  readonly relation: string;
  /** The whole type of the relationship that an added part gets. */
  readonly type: string;
  /** Its name beside the main part, if the file has none. */
  readonly name: string;
  readonly contentType: string;
  readonly xml: string;
}

/** What changes in the package of a file. */
export interface Patch {
  readonly document: string;
  readonly parts: readonly NewPart[];
  /** The file's properties. */
  readonly core: string;
  /** What the file carries to prove its texts. */
  readonly seals: Seals;
  readonly tracking: boolean;
}

/** Relations of the main part to what names people, runs programs, or is written anew if at all. */
const dropped = new Set(
  "comments commentsExtended commentsIds commentsExtensible people customXml vbaProject wordVbaData keyMapCustomizations attachedToolbars recipientData".split(
    " ",
  ),
);
const office = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/**
 * The file with these parts written anew. Styles, numbering, theme, headers, footers and media stay as they are; names of
 * people, comments, programs and the path of the template go.
 */
export function patchPackage(bytes: Uint8Array, { file }: WordRead, patch: Patch): Uint8Array {
  const entries: Unzipped = { ...openAll(bytes) };
  const budget = { elements: limits.elements };
  const removed = new Set<string>();
  const set = (path: string, xml: string): void => void (entries[path] = strToU8(xml));
  const { main } = file;
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  set(main, patch.document);

  const added: { readonly path: string; readonly type: string }[] = [];
  const relations = relationshipsOf(file.parts, main, budget);
  const lines: string[] = [];
  const fresh = new Map(patch.parts.map((part) => [part.relation, part]));
  for (const relation of relations) {
    const part = fresh.get(relation.kind);
    if (part && !dropped.has(relation.kind)) {
      set(relation.path, part.xml);
      fresh.delete(relation.kind);
    } else if (dropped.has(relation.kind)) {
      if (!relation.external) removed.add(relation.path);
      continue;
    }
    lines.push(relation.xml);
  }
  let next = 0;
  for (const part of fresh.values()) {
    const names = new Set(relations.map(({ id }) => id));
    do next += 1;
    while (names.has(`rIdP${next}`));
    let path = folder + part.name;
    for (let i = 1; path in entries && !removed.has(path); i += 1) path = `${folder}${i}${part.name}`;
    set(path, part.xml);
    removed.delete(path);
    added.push({ path, type: part.contentType });
    const target = path.slice(folder.length);
    lines.push(`<Relationship Id="rIdP${next}" Type="${part.type}" Target="${target}"/>`);
  }
  set(relationshipsPath(main), relationshipsXml(lines));

  const settings = relations.find(({ kind }) => kind === "settings")?.path;
  const known = settings === undefined ? undefined : file.parts.get(settings);
  if (settings !== undefined && known) {
    set(settings, settingsXml(parseXml(known, settings, budget), patch.tracking));
    removed.add(relationshipsPath(settings));
  }
  const root = relationshipsOf(file.parts, "", budget);
  const core = root.find(({ kind }) => kind === "core-properties");
  const kept = root.filter(({ kind }) => kind === "officeDocument" || kind === "core-properties");
  for (const { kind, path } of root) if (!kept.some((one) => one.kind === kind)) removed.add(path);
  const corePath = core?.path ?? "docProps/core.xml";
  set(corePath, patch.core);
  if (!core) added.push({ path: corePath, type: "application/vnd.openxmlformats-package.core-properties+xml" });
  const coreRelation =
    '<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" ' +
    `Target="${escapeXml(corePath)}"/>`;
  const sealRelation = `<Relationship Id="rIdSeals" Type="${customProperties.relation}" Target="${customProperties.path}"/>`;
  set("_rels/.rels", relationshipsXml([...kept.map(({ xml }) => xml), ...(core ? [] : [coreRelation]), sealRelation]));

  for (const { kind, path } of relations) {
    const part = kind === "header" || kind === "footer" ? file.parts.get(path) : undefined;
    const parsed = part && parseXml(part, path, budget);
    if (parsed && holds(parsed, (each) => isTracked(each) || isCommentMark(each))) set(path, unsigned(parsed));
  }
  for (const path of [
    ...removed,
    ...Object.keys(entries).filter((path) => path !== corePath && /^(customXml|docProps)\//i.test(path)),
  ]) {
    delete entries[path];
    delete entries[relationshipsPath(path)];
  }
  set(customProperties.path, customPart(patch.seals));
  added.push({ path: customProperties.path, type: customProperties.type });
  const types = file.parts.get("[Content_Types].xml");
  const typesRoot = types ? parseXml(types, "[Content_Types].xml", budget) : null;
  set(
    "[Content_Types].xml",
    contentTypes(typesRoot, main, added, (path) => path in entries),
  );
  // A time in an archive is local: the same local time everywhere keeps the bytes the same.
  const mtime = new Date(1980, 0, 1);
  return zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([path, part]) => [
        path,
        [part, { level: /\.(png|jpe?g|gif)$/i.test(path) ? 0 : 4 }],
      ]),
    ),
    { mtime },
  );
}

function relationshipsXml(lines: readonly string[]): string {
  return `${xmlDeclaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`;
}

function contentTypes(
  root: Element | null,
  main: string,
  added: readonly { readonly path: string; readonly type: string }[],
  exists: (path: string) => boolean,
): string {
  const defaults = (root?.children ?? []).filter(({ name }) => name === "Default");
  const overrides = (root?.children ?? []).flatMap(({ name, attributes }) => {
    const path = (attributes.get("PartName") ?? "").replace(/^\//, "");
    if (name !== "Override" || path === main || !exists(path) || added.some((one) => one.path === path)) return [];
    return [{ path, type: attributes.get("ContentType") ?? "" }];
  });
  const all = [{ path: main, type: `${office}.document.main+xml` }, ...overrides, ...added];
  const extensions = new Map(
    defaults.map(({ attributes }) => [
      (attributes.get("Extension") ?? "").toLowerCase(),
      attributes.get("ContentType") ?? "",
    ]),
  );
  extensions.set("rels", "application/vnd.openxmlformats-package.relationships+xml");
  if (!extensions.has("xml")) extensions.set("xml", "application/xml");
  const lines = [
    ...[...extensions].map(
      ([extension, type]) => `<Default Extension="${escapeXml(extension)}" ContentType="${escapeXml(type)}"/>`,
    ),
    ...all.map(({ path, type }) => `<Override PartName="/${escapeXml(path)}" ContentType="${escapeXml(type)}"/>`),
  ];
  return `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${lines.join("")}</Types>`;
}

const beforeTracking = new Set(
  (
    "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries " +
    "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts " +
    "embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader " +
    "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState " +
    "formsDesign linkStyles stylePaneFormatFilter stylePaneSortMethod documentType revisionView"
  ).split(" "),
);

/** The settings with tracking switched on or off, without what leads out of the file. */
function settingsXml(root: Element, tracking: boolean): string {
  const cut = new Set(["attachedTemplate", "mailMerge", "trackRevisions", "saveThroughXslt", "docVars"]);
  const { part, from } = root.place;
  const whole = raw(root, (each) => each.space === "w" && cut.has(each.name));
  if (!tracking) return xmlDeclaration + whole;
  const kept = root.children.filter((each) => !(each.space === "w" && cut.has(each.name)));
  const next = kept.find((each) => !(each.space === "w" && beforeTracking.has(each.name)));
  const prefix = /^<(?:([^\s:/>]+):)?/.exec(part.slice(from))?.[1];
  const element = `<${prefix === undefined ? "" : `${prefix}:`}trackRevisions/>`;
  if (!next) return xmlDeclaration + whole.replace(/(<\/[^>]*>)$/, `${element}$1`);
  const isBefore = (each: Element): boolean => each.place.from < next.place.from;
  const head = raw(
    { ...root, place: { ...root.place, to: next.place.from }, children: root.children.filter(isBefore) },
    (each) => each.space === "w" && cut.has(each.name),
  );
  return xmlDeclaration + head + element + whole.slice(head.length);
}

/** A header or footer with its tracked changes as made: they have no author among those of the text. */
function unsigned(root: Element): string {
  const { part, from, to } = root.place;
  const cuts: { readonly from: number; readonly to: number }[] = [];
  const visit = (element: Element): void => {
    for (const each of element.children) {
      const { place } = each;
      if (each.space === "w" && (each.name === "ins" || each.name === "moveTo") && each.children.length > 0) {
        const first = each.children[0]?.place.from ?? place.from;
        const last = each.children.at(-1)?.place.to ?? place.to;
        cuts.push({ from: place.from, to: first });
        visit(each);
        cuts.push({ from: last, to: place.to });
      } else if (isTracked(each) || (each.space === "w" && each.name.startsWith("comment"))) cuts.push(place);
      else visit(each);
    }
  };
  visit(root);
  let out = "";
  let at = from;
  for (const cut of cuts) {
    out += part.slice(at, cut.from);
    at = cut.to;
  }
  return xmlDeclaration + out + part.slice(at, to);
}
