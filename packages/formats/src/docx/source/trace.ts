import type { Span } from "../read/blocks/inline.ts";
import type { Origin } from "../read/clauses/sideText.ts";
import type { SideRead } from "../read/readWord.ts";
import { contentOffset } from "../read/clauses/contentOffset.ts";
import { branchOf, propertiesOf } from "../read/blocks/side.ts";
import { type Element, child, isWord } from "../read/xml/element.ts";
import { raw } from "../read/xml/raw.ts";

/** A stretch of words that a run of the file says, with the run's properties. */
export interface TracedRun extends Span {
  readonly properties: Element | null;
}

/** A stretch that stands as it is while all of its words do: a link, a field, a formula, a content control. */
export interface TracedWhole extends Span {
  readonly xml: string;
  /** Whether it may stand inside a tracked insertion or deletion. */
  readonly trackable: boolean;
  /** The elements that it begins and ends with. */
  readonly first: Element;
  readonly last: Element;
}

/**
 * A silent element at a place. An `object` (a picture, a page break) comes and goes with tracking, a `mark` (a
 * bookmark, the end of a field that begins elsewhere) is only ever there.
 */
export interface TracedPoint {
  readonly at: number;
  readonly kind: "object" | "mark";
  readonly element: Element;
  readonly xml: string;
}

/** What a paragraph of the file holds, by places in its clause's content on one side; each list in order. */
export interface Trace {
  readonly runs: readonly TracedRun[];
  readonly wholes: readonly TracedWhole[];
  readonly points: readonly TracedPoint[];
}

const wholes = new Set(["hyperlink", "fldSimple", "sdt", "smartTag", "customXml", "dir", "bdo"]);
const marks = new Set(["bookmarkStart", "bookmarkEnd", "permStart", "permEnd"]);
const plain = new Set("rPr t delText tab br cr noBreakHyphen softHyphen footnoteReference endnoteReference".split(" "));
const silent = new Set("lastRenderedPageBreak footnoteRef endnoteRef annotationRef commentReference".split(" "));
const trackings = new Set(["ins", "del", "moveFrom", "moveTo"]);

/** Whether an element is the trace of somebody's tracking, a change of format included. */
export function isTracked({ space, name }: Element): boolean {
  return (
    space === "w" &&
    (trackings.has(name) || /(Change|^cellIns|^cellDel|^cellMerge)$/.test(name) || /^move(From|To)Range/.test(name))
  );
}

/** Whether an element is part of a comment's marks, which do not go along. */
export function isCommentMark(element: Element): boolean {
  if (element.space !== "w") return false;
  if (/^commentRange(Start|End)$/.test(element.name)) return true;
  return element.name === "r" && element.children.some((each) => isWord(each, "commentReference"));
}

/** Whether the element or one inside it passes. */
export function holds(element: Element, passes: (each: Element) => boolean): boolean {
  return passes(element) || element.children.some((each) => holds(each, passes));
}

/**
 * Traces a paragraph. `keepsBox` says whether a picture's text box goes along with it; if not its clauses are written as
 * paragraphs and the picture is left out.
 */
export function traceParagraph(
  origin: Origin,
  side: "base" | "current",
  { spans }: SideRead,
  keepsBox: (paragraph: Element) => boolean,
): Trace {
  const runs: TracedRun[] = [];
  const found: TracedWhole[] = [];
  const points: TracedPoint[] = [];
  let before = 0;
  for (const source of origin.block.sources) {
    const start = spans.get(source);
    if (!start) continue;
    const shift = before - start.from;
    const place = (span: Span): Span => ({
      from: contentOffset(origin, span.from + shift),
      to: contentOffset(origin, span.to + shift),
    });
    walk(source, { place, source });
    before += start.to - start.from;
  }
  found.sort((one, other) => one.from - other.from || other.to - one.to);
  return { runs, wholes: found, points };

  interface Inside {
    readonly place: (span: Span) => Span;
    readonly source: Element;
  }

  function walk(parent: Element, inside: Inside): void {
    fieldsOf(parent, inside);
    for (const each of parent.children) visit(each, inside);
  }

  function visit(element: Element, inside: Inside): void {
    const span = spans.get(element);
    if (!span || isCommentMark(element)) return;
    const { name, space } = element;
    if (space === "w" && name === "r") return visitRun(element, span, inside);
    if (space === "w" && marks.has(name)) return point("mark", element, raw(element), inside.place(span).from);
    if (space === "w" && trackings.has(name)) return walk(element, inside);
    if (space === "w" && wholes.has(name)) {
      whole(element, element, span, false, inside);
      return walk(element, inside);
    }
    if (space === "m") {
      whole(element, element, span, true, inside);
      runs.push({ ...inside.place(span), properties: null });
    } else if (space === "mc") {
      const branch = branchOf(element);
      if (branch) walk(branch, inside);
    }
  }

  function visitRun(element: Element, span: Span, inside: Inside): void {
    const at = inside.place(span);
    const properties = propertiesOf(element, "rPr", side);
    if (at.from < at.to) runs.push({ ...at, properties });
    const odd = element.children.filter(
      (each) => each.space !== "w" || !(plain.has(each.name) || silent.has(each.name)),
    );
    if (odd.some((each) => isField(each))) {
      return fieldPoint(element, inside);
    }
    for (const each of element.children) {
      const type = isWord(each, "br") ? (each.attributes.get("type") ?? "") : "";
      const isBreak = type === "page" || type === "column";
      if (!isBreak && !odd.includes(each)) continue;
      const own = spans.get(each);
      if (!own) continue;
      if (own.from < own.to) whole(element, element, span, true, inside);
      else object(each, element, own, inside);
    }
  }

  function object(element: Element, run: Element, span: Span, inside: Inside): void {
    if (holds(element, (each) => isWord(each, "txbxContent")) && !keepsBox(inside.source)) return;
    const properties = child(run, "rPr");
    const xml = `<w:r>${properties ? raw(properties, isTracked) : ""}${raw(element)}</w:r>`;
    point("object", element, xml, inside.place(span).from);
  }

  /** A run of a field that other paragraphs go on with; those of a field of this paragraph alone are wholes. */
  function fieldPoint(run: Element, inside: Inside): void {
    const span = spans.get(run);
    if (span && spreads(inside.source)) point("mark", run, raw(run), inside.place(span).from);
  }

  function point(kind: TracedPoint["kind"], element: Element, xml: string, at: number): void {
    points.push({ kind, element, xml, at });
  }

  function whole(first: Element, last: Element, span: Span, trackable: boolean, inside: Inside): void {
    const at = inside.place(span);
    if (at.to - at.from !== span.to - span.from || at.from === at.to) return;
    if (first === last && holds(first, (each) => isTracked(each) || isNoteReference(each))) return;
    const xml = first === last ? raw(first, isCommentMark) : first.place.part.slice(first.place.from, last.place.to);
    found.push({ ...at, xml, trackable, first, last });
  }

  /** The fields that begin and end among the children of one element. */
  function fieldsOf(parent: Element, inside: Inside): void {
    if (parent.children.some((each) => each.place.scope !== "")) return;
    let depth = 0;
    let first = -1;
    parent.children.forEach((each, i) => {
      for (const inner of isWord(each, "r") ? each.children : []) {
        const type = isWord(inner, "fldChar") ? inner.attributes.get("fldCharType") : undefined;
        if (type === "begin" && depth++ === 0) first = i;
        if (type !== "end" || --depth !== 0 || first < 0) continue;
        const stretch = parent.children.slice(first, i + 1);
        const from = spans.get(stretch[0]!)?.from;
        const to = spans.get(each)?.to;
        const clean = !stretch.some((one) =>
          holds(one, (inner) => isTracked(inner) || isNoteReference(inner) || isCommentMark(inner)),
        );
        if (clean && from !== undefined && to !== undefined) {
          whole(stretch[0]!, each, { from, to }, false, inside);
        }
      }
    });
  }
}

function isField({ space, name }: Element): boolean {
  return space === "w" && (name === "fldChar" || name === "instrText" || name === "delInstrText");
}

/** Whether an element refers to a note. */
export function isNoteReference(element: Element): boolean {
  return isWord(element, "footnoteReference") || isWord(element, "endnoteReference");
}

/** Whether a paragraph begins more fields than it ends, or ends more than it begins. */
function spreads(paragraph: Element): boolean {
  let depth = 0;
  let lowest = 0;
  holds(paragraph, (each) => {
    const type = isWord(each, "fldChar") ? each.attributes.get("fldCharType") : undefined;
    if (type === "begin") depth += 1;
    if (type === "end") depth -= 1;
    lowest = Math.min(lowest, depth);
    return false;
  });
  return depth !== 0 || lowest < 0;
}
