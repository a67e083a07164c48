import { type Mark, marks, sortedMarks } from "@plenary/document";
import type { MarkedPiece, Op } from "../../marked/marked.ts";
import type { PageElement } from "./parsePage.ts";

const markOf: Readonly<Record<string, Mark>> = {
  b: "bold",
  i: "italic",
  u: "underline",
  sub: "subscript",
  sup: "superscript",
};

/** How the words inside an element are to be read. */
interface Manner {
  readonly op: Op;
  readonly marks: readonly Mark[];
  readonly was: readonly Mark[] | null;
}

/** What a clause's element says, label and all; its symbol and the way back from a footnote are left out. */
export function readPieces(element: PageElement, skipped: (each: PageElement) => boolean): MarkedPiece[] {
  const out: MarkedPiece[] = [];
  const visit = (inside: PageElement, manner: Manner): void => {
    for (const each of inside.children) {
      if (typeof each === "string") out.push(piece(each, manner));
      else if (each.name === "br") out.push({ op: manner.op, type: "break" });
      else if (each.attributes["class"] === "anchor") out.push({ op: manner.op, type: "anchor", note: noteOf(each) });
      else if (!skipped(each)) visit(each, within(each, manner));
    }
  };
  visit(element, { op: "=", marks: [], was: null });
  return out;
}

function piece(text: string, { op, marks: own, was }: Manner): MarkedPiece {
  return { op, type: "text", text, marks: sortedMarks(own) ?? [], ...(was === null ? {} : { was }) };
}

function within({ name, attributes }: PageElement, manner: Manner): Manner {
  const mark = markOf[name];
  if (mark) return { ...manner, marks: [...manner.marks, mark] };
  if (name === "del") return { ...manner, op: "-" };
  if (name === "ins") return attributes["class"] === "moved" ? manner : { ...manner, op: "+" };
  const was = attributes["data-was"];
  if (was === undefined) return manner;
  return { ...manner, was: marks.filter((each) => was.split(" ").includes(each)) };
}

/** The number of the footnote that an anchor's link leads to; 0, which no footnote has, when it leads nowhere. */
function noteOf(anchor: PageElement): number {
  const [link] = anchor.children;
  const target = typeof link === "string" ? undefined : link?.attributes["href"];
  return Number(/^#note-(\d{1,9})$/.exec(target ?? "")?.[1] ?? 0);
}
