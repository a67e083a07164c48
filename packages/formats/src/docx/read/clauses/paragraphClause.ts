import {
  type Clause,
  type ClauseKind,
  type Content,
  type Language,
  clause,
  findOpener,
  findTitle,
  flatten,
  isOpening,
  parseLabel,
  slice,
  term,
} from "@plenary/document";
import type { ParagraphBlock } from "../blocks/block.ts";
import { type Side, propertiesOf } from "../blocks/side.ts";
import type { Counter } from "../numbering/createCounter.ts";
import { listOf } from "../numbering/listOf.ts";
import type { List } from "../numbering/readNumbering.ts";
import { type Styles, styleChain } from "../styles/readStyles.ts";
import { type StyleKind, styleKind } from "../styles/styleKind.ts";
import { child, type Element, valueOf, wholeNumber } from "../xml/element.ts";

/** What the paragraphs of one side become clauses with. `counter` is null when computed labels are left out. */
export interface ClauseContext {
  readonly side: Side;
  readonly language: Language;
  readonly styles: Styles;
  readonly lists: ReadonlyMap<string, List>;
  readonly counter: Counter;
  readonly computed: boolean;
  /** Whether the file says by its styles what is a call, a title, …; if not, the words do. */
  readonly styled: boolean;
  /** Paragraphs that wait for reasons; no clauses while they say no more than their label. */
  readonly waiting: ReadonlySet<Element>;
}

/** A clause, and where its label comes from: counted by Word, or typed before the first tab. */
export interface ReadClause {
  readonly clause: Clause;
  readonly label: "counted" | "typed" | null;
}

/** The clause that a paragraph is. */
export function paragraphClause(block: ParagraphBlock, id: string, context: ClauseContext): ReadClause {
  const properties = propertiesOf(block.own, "pPr", context.side);
  const place = listOf(properties, context.styles, context.lists, context.side);
  const counted = place && context.counter.next(place.list, place.depth);
  const chain = styleChain(context.styles, valueOf(properties, "pStyle") ?? context.styles.standard);
  const reasons: StyleKind | null = context.waiting.has(block.own) ? { kind: "reasons", level: 0 } : null;
  const said =
    reasons ?? styleKind(chain) ?? (context.styled ? null : kindByWords(flatten(block.content), context.language));
  if (counted !== null) {
    const label = context.computed ? counted : null;
    const found = said ?? { kind: "item", level: place?.depth ?? 0 };
    return {
      clause: clause(listed(found, counted), block.content, { id, level: found.level, label }),
      label: "counted",
    };
  }
  const typed = typedLabel(block.content, said);
  const level = said?.level ?? indentLevel(properties);
  if (typed) {
    return { clause: clause(listed(said, typed.label), typed.rest, { id, level, label: typed.label }), label: "typed" };
  }
  return { clause: clause(listed(said, null), block.content, { id, level }), label: null };
}

function listed(said: StyleKind | null, label: string | null): ClauseKind {
  if (said && said.kind !== "item" && (label === null || said.kind !== "opening")) return said.kind;
  const read = label === null ? null : parseLabel(label);
  return read === null || (read.path.length > 1 && read.close === "") ? "paragraph" : "item";
}

/** Whether a paragraph of this style says by it what it is in a resolution. */
export function isTelling(properties: Element | null, styles: Styles): boolean {
  const kind = styleKind(styleChain(styles, valueOf(properties, "pStyle")))?.kind;
  return kind === "call" || kind === "number" || kind === "title" || kind === "opening" || kind === "item";
}

function kindByWords(line: string, language: Language): StyleKind | null {
  if (line === "" || line.length > 300 || line.includes("\t")) return null;
  if (findTitle(line, language)) return { kind: "number", level: 0 };
  if (isOpening(line, language)) return { kind: "opening", level: 0 };
  if (line.startsWith(term("reasons", language))) return { kind: "reasons", level: 0 };
  return findOpener(line, language) ? { kind: "call", level: 0 } : null;
}

interface Typed {
  readonly label: string;
  readonly rest: Content;
}

/** The label typed before the first tab; what is no label stays where it is. */
function typedLabel(content: Content, said: StyleKind | null): Typed | null {
  const flat = flatten(content);
  const tab = flat.indexOf("\t");
  const label = flat.slice(0, tab);
  if (tab < 1 || label.length > 24 || label.trim() !== label || !isLabel(label, said)) return null;
  return { label, rest: slice(content, tab + 1, flat.length) };
}

const numbered: ReadonlySet<ClauseKind> = new Set(["item", "heading", "opening", "paragraph"]);

function isLabel(label: string, said: StyleKind | null): boolean {
  if (said?.kind === "proposal") return /^[\p{L}()* ]+$/u.test(label);
  if (said?.kind === "reasons" || said?.kind === "field") return /[:：]$/.test(label);
  if (said && !numbered.has(said.kind)) return false;
  return parseLabel(label) !== null || /^\p{L}{1,4}\)$/u.test(label) || /^\d{1,3}(\.\d{1,3})*\.?$/.test(label);
}

/** The level that a written paragraph's own indent says: the left edges of the styles enumlev1 to 3 and on. */
function indentLevel(properties: Element | null): number {
  const left = wholeNumber(child(properties, "ind")?.attributes.get("left"));
  if (left === null) return 0;
  if (left === 794) return 1;
  const level = (left - 1191) / 397 + 2;
  return Number.isInteger(level) && level >= 2 && level <= 12 ? level : 0;
}
