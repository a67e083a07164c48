import { labelInk, sourceInk } from "../source/sourceInk.ts";
import { asItStands } from "../source/wordSource.ts";
import { labelSegments } from "../../labelSegments.ts";
import type { ChangeKind } from "@plenary/diff";
import type { Clause } from "@plenary/document";
import type { ParagraphBlock } from "./blocks.ts";
import type { Dress } from "../source/paragraphDress.ts";
import { plainInk } from "./ink.ts";
import { type Pen, inlineRuns } from "./inline.ts";
import type { PlacedParagraph } from "./layout.ts";
import { paragraphFormat } from "./paragraphStyle.ts";
import type { Tracking } from "./revisions.ts";

/** Names of moves by the id of the moved clause, the same for both ends. */
export type MoveNames = Map<string, string>;

type Side = "base" | "current";

const ofMark: readonly ChangeKind[] = ["add", "suppress", "move", "split", "merge"];
const ofStyle: readonly ChangeKind[] = ["kind", "label", "add", "move"];

/**
 * A paragraph: its properties with the tracking of its mark, and the runs of what stands in it; as it stands in the file
 * that the text came from, if nothing in it changes.
 */
export function paragraphXml(placed: PlacedParagraph, inCell: boolean, moves: MoveNames, pen: Pen): string {
  const asItIs = verbatim(placed, pen);
  if (asItIs !== null) return asItIs;
  const [part] = placed.parts;
  const side: Side = placed.style === part?.current || part?.base === null ? "current" : "base";
  const format = formatOf(placed.style, side, inCell, pen);
  const kinds = placed.mark === null ? ofStyle : ofMark;
  const signed = placed.cause ? pen.signatures.of(placed.cause.entry.changes, kinds, pen.revisions) : pen.revisions;
  const tracking = placed.mark === null || pen.clean ? "" : `<w:${placed.mark} ${signed.attributes()}/>`;
  const mark = tracking + format.mark === "" ? "" : `<w:rPr>${tracking}${format.mark}</w:rPr>`;
  let change = "";
  if (placed.oldStyle && !pen.clean) {
    const old = formatOf(placed.oldStyle, "base", inCell, pen);
    // The same clause looks otherwise only where it leaves its list or comes back to it.
    const restyled = placed.oldStyle !== placed.style || old.typed !== format.typed;
    if (restyled && old.properties !== format.properties) {
      change = `<w:pPrChange ${signed.attributes()}><w:pPr>${old.properties}</w:pPr></w:pPrChange>`;
    }
  }
  let inside = "";
  let after = "";
  for (const part of placed.parts) {
    const range = moveRange(part, moves, pen);
    inside += range.start + labelRuns(part, pen) + contentRuns(part, pen);
    if (placed.mark === "moveFrom" || placed.mark === "moveTo") after += range.end;
    else inside += range.end;
  }
  return `<w:p><w:pPr>${format.properties}${mark}${format.section}${change}</w:pPr>${inside}</w:p>${after}`;
}

function verbatim({ parts, mark }: PlacedParagraph, pen: Pen): string | null {
  const [part] = parts;
  if (!part || parts.length > 1 || mark !== null) return null;
  const paragraph = pen.source?.unchangedParagraph(part.entry) ?? null;
  if (!paragraph || pen.comments.has(part.entry.current?.id ?? "")) return null;
  return pen.notes?.keepAll(paragraph) === false ? null : asItStands(paragraph);
}

function formatOf(
  clause: Clause,
  side: Side,
  inCell: boolean,
  pen: Pen,
): Pick<Dress, "properties" | "mark" | "section" | "typed"> {
  const dress = pen.source?.dress(clause, side);
  if (!dress) {
    const properties = paragraphFormat(clause, pen.language, inCell, pen.source === null);
    return { properties, mark: "", section: "", typed: false };
  }
  const ends = dress.borrowed ? null : (dress.origin?.block.own ?? null);
  const isNew = ends !== null && pen.source?.ends.has(ends) === false;
  if (isNew && dress.section !== "") pen.source?.ends.add(ends);
  return isNew ? dress : { ...dress, section: "" };
}

function contentRuns(part: ParagraphBlock, pen: Pen): string {
  const before = part.base ?? part.origin;
  const fate: Tracking | null =
    part.move === "from"
      ? "moveFrom"
      : part.move === "to"
        ? "moveTo"
        : part.base === null
          ? "ins"
          : part.current === null
            ? "del"
            : null;
  const own = pen.source
    ? sourceInk({
        base: before && part.entry.joint !== "split" ? pen.source.trace(before.id, "base") : null,
        current: part.current && part.entry.joint !== "merge" ? pen.source.trace(part.current.id, "current") : null,
        borrowed: pen.source.runOf(part.current ?? before, "last"),
        styles: pen.source.read.styles,
        written: pen.source.written,
        fate: pen.clean ? null : fate,
      })
    : plainInk(pen.language);
  const ink = pen.comments.mark(own, {
    base: part.base?.id ?? null,
    current: part.current?.id ?? null,
  });
  const { changes } = part.entry;
  return inlineRuns(part.segments, { base: before?.content ?? null, ink, move: part.move, changes }, pen);
}

function moveRange(part: ParagraphBlock, moves: MoveNames, pen: Pen): { start: string; end: string } {
  const moved = part.base ?? part.origin;
  if (part.move === null || !moved) return { start: "", end: "" };
  const element = part.move === "from" ? "w:moveFromRange" : "w:moveToRange";
  const name = moves.get(moved.id) ?? `move${moves.size + 1}`;
  moves.set(moved.id, name);
  const attributes = pen.signatures.of(part.entry.changes, ["move"], pen.revisions).attributes();
  const id = /w:id="\d+"/.exec(attributes)?.[0] ?? "";
  return { start: `<${element}Start ${attributes} w:name="${name}"/>`, end: `<${element}End ${id}/>` };
}

/** The label and its tab as literal text, so that a changed label is a tracked change of words; nothing where Word counts. */
function labelRuns(part: ParagraphBlock, pen: Pen): string {
  const before = part.base ?? part.origin;
  const segments = labelSegments(uncounted(before, "base", pen), uncounted(part.current, "current", pen));
  const properties = pen.source?.runOf(part.current ?? before, "first") ?? null;
  const { entry, move } = part;
  const changes = entry.changes.filter(({ kind }) => kind === "add" || kind === "suppress" || kind === "move");
  const revisions = pen.signatures.of(entry.changes, ["label", "add", "suppress", "move"], pen.revisions);
  const ink = pen.source ? labelInk(properties, pen.source.read.styles) : plainInk(pen.language);
  return inlineRuns(segments, { base: null, ink, move, changes }, { ...pen, revisions, notes: null });
}

function uncounted(clause: Clause | null, side: Side, pen: Pen): Clause | null {
  return clause && pen.source?.dress(clause, side)?.counted ? { ...clause, label: null } : clause;
}
