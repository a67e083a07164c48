import { type Inline, type Mark, anchor, lineBreak, run } from "@plenary/document";
import type { Element } from "../xml/element.ts";
import { type Side, branchOf, isGone, propertiesOf } from "./side.ts";
import { symbolText } from "./symbols.ts";

/** A footnote or endnote mark in the text: where it stands and which note it names. */
export interface Reference {
  readonly element: Element;
  readonly kind: "footnote" | "endnote";
  readonly note: string;
  /** Whether the mark is not counted but typed after the reference and at the beginning of the note. */
  readonly typed: boolean;
}

/** The fields that are open, innermost last, and how many of them are at their code, which is not printed. */
export interface OpenFields {
  readonly stack: ("code" | "result")[];
  codes: number;
}

/** Where what an element says stands among all that is read of one side, in UTF-16 units: half-open, empty if silent. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What reading one side gathers on its way: fields go on over paragraphs, notes and text boxes are read later. */
export interface SideReading {
  readonly side: Side;
  readonly marksOf: (properties: Element | null) => readonly Mark[];
  readonly idOf: (element: Element) => string;
  readonly fields: OpenFields;
  readonly references: Reference[];
  readonly boxes: Element[];
  /** The places of what is there on this side: of all elements if `traced`, else of the marks of comments alone. */
  readonly spans: Map<Element, Span>;
  readonly traced: boolean;
  /** How many units were read up to now. */
  units: number;
}

const properties = new Set(
  "rPr pPr sdtPr sdtEndPr tblPr tblGrid trPr tcPr smartTagPr customXmlPr fldData ffData".split(" "),
);
/** What is looked into even where nothing is printed: a field may end there. */
const containers = new Set("r hyperlink fldSimple smartTag sdt sdtContent customXml dir bdo p".split(" "));
const silent = new Set(
  "instrText delInstrText footnoteRef endnoteRef annotationRef separator continuationSeparator lastRenderedPageBreak".split(
    " ",
  ),
);

/** A reading of one side at its beginning. */
export function createReading(
  side: Side,
  marksOf: SideReading["marksOf"],
  idOf: SideReading["idOf"],
  traced = false,
): SideReading {
  const fields: OpenFields = { stack: [], codes: 0 };
  return { side, marksOf, idOf, fields, references: [], boxes: [], spans: new Map(), traced, units: 0 };
}

/** The pieces inside an element, in order. */
export function inlines(parent: Element, reading: SideReading): Inline[] {
  const out: Inline[] = [];
  const from = reading.units;
  walk(parent, { reading, out, marks: [] }, false);
  reading.spans.set(parent, { from, to: reading.units });
  return out;
}

interface Place {
  readonly reading: SideReading;
  readonly out: Inline[];
  readonly marks: readonly Mark[];
}

function walk(parent: Element, place: Place, dead: boolean): void {
  const { reading } = place;
  for (const each of parent.children) {
    const from = reading.units;
    visit(each, place, dead);
    if (!dead && (reading.traced || each.name.startsWith("comment")))
      reading.spans.set(each, { from, to: reading.units });
  }
}

function visit(element: Element, place: Place, dead: boolean): void {
  switch (element.space) {
    case "w":
      return visitWord(element, place, dead);
    case "mc": {
      const branch = element.name === "AlternateContent" ? branchOf(element) : element;
      if (branch) walk(branch, place, dead);
      return;
    }
    case "m":
      if (element.name !== "t") walk(element, place, dead);
      else if (!dead) say(element.text, place);
      return;
    case "other":
      return walk(element, place, dead);
  }
}

function visitWord(element: Element, place: Place, dead: boolean): void {
  const { name } = element;
  const { reading } = place;
  if (properties.has(name)) return;
  if (name === "ins" || name === "del" || name === "moveFrom" || name === "moveTo") {
    return walk(element, place, dead || isGone(element, reading.side));
  }
  if (name === "fldChar") return turnField(element, reading.fields);
  if (name === "txbxContent") {
    if (!dead) reading.boxes.push(element);
    return;
  }
  if (dead || reading.fields.codes > 0) {
    if (containers.has(name)) walk(element, place, dead);
    return;
  }
  if (name === "r") {
    const marks = reading.marksOf(propertiesOf(element, "rPr", reading.side));
    return walk(element, { ...place, marks }, dead);
  }
  if (!silent.has(name)) piece(element, place);
}

function piece(element: Element, place: Place): void {
  const { reading, out } = place;
  switch (element.name) {
    case "t":
    case "delText":
      return say(element.text, place);
    case "tab":
    case "ptab":
      return say("\t", place);
    case "br":
    case "cr": {
      const type = element.attributes.get("type");
      if (type === "page" || type === "column") return;
      reading.units += 1;
      out.push(lineBreak());
      return;
    }
    case "noBreakHyphen":
      return say("\u2011", place);
    case "softHyphen":
      return say("\u00AD", place);
    case "sym":
      return say(symbolText(element), place);
    case "footnoteReference":
    case "endnoteReference": {
      const kind = element.name === "footnoteReference" ? "footnote" : "endnote";
      const typed = ["1", "true", "on"].includes(element.attributes.get("customMarkFollows") ?? "");
      reading.references.push({ element, kind, note: element.attributes.get("id") ?? "", typed });
      reading.units += 1;
      out.push(anchor(reading.idOf(element)));
      return;
    }
    default:
      walk(element, place, false);
  }
}

function say(text: string, { reading, out, marks }: Place): void {
  if (text === "") return;
  reading.units += text.length;
  out.push(run(text, ...marks));
}

function turnField(element: Element, fields: OpenFields): void {
  const type = element.attributes.get("fldCharType");
  const { stack } = fields;
  if (type === "begin") {
    stack.push("code");
    fields.codes += 1;
  } else if (type === "separate" || type === "end") {
    const last = stack.pop();
    if (last === "code") fields.codes -= 1;
    if (type === "separate" && last !== undefined) stack.push("result");
  }
}
