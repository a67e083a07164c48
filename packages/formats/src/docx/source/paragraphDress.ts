import type { ClauseRedline, Redline } from "@plenary/diff";
import type { Clause, Text } from "@plenary/document";
import { propertiesOf } from "../read/blocks/side.ts";
import { type Counter, createCounter } from "../read/numbering/createCounter.ts";
import { type ListPlace, listOf, listOfStyle } from "../read/numbering/listOf.ts";
import type { Origin } from "../read/clauses/sideText.ts";
import type { WordRead } from "../read/readWord.ts";
import { styleKind } from "../read/styles/styleKind.ts";
import { type Element, child, isWord } from "../read/xml/element.ts";
import { raw, rawChildren } from "../read/xml/raw.ts";
import { type PropertyList, outOfList, printed } from "./outOfList.ts";
import { isTracked } from "./trace.ts";

/** How a clause's paragraph looks: the children of its properties, and those of its mark's. */
export interface Dress {
  readonly properties: string;
  readonly mark: string;
  /** The section that ends with the paragraph; "" mostly. */
  readonly section: string;
  /** Whether Word counts the label, and rightly, so that it is not written. */
  readonly counted: boolean;
  /** Whether Word would count another label here, so that the paragraph leaves its list and the label is typed. */
  readonly typed: boolean;
  /** The paragraph whose looks these are; null when only a style of that kind was found. */
  readonly origin: Origin | null;
  /** Whether it is another clause's paragraph of the same kind. */
  readonly borrowed: boolean;
}

type Side = "base" | "current";

/**
 * Gives clauses the looks they have in the file: their own; where they have none, or are of another kind now, those of
 * the clause of their kind and level before them, else of the first one; else the style for their kind. Null when the
 * file knows no such kind.
 */
export function createDresses(read: WordRead, redline: Redline): (clause: Clause, side: Side) => Dress | null {
  const lenders = findLenders(read, redline);
  const styles = stylesByKind(read);
  const { lists } = read;
  const own = (clause: Clause, side: Side): Origin | null => {
    const { id } = clause;
    const both = [read.current.origins.get(id), read.base.origins.get(id)];
    const found = side === "base" ? both.toReversed() : both;
    return found.find((origin) => origin && alike(origin.clause, clause)) ?? null;
  };
  const lenderOf = (clause: Clause): Origin | null => lenders.get(named(clause)) ?? null;
  const placeOf = (clause: Clause, side: Side): ListPlace | null => {
    const origin = own(clause, side) ?? lenderOf(clause);
    if (origin) return listOf(propertiesOf(origin.block.own, "pPr", side), read.styles, lists, side);
    const style = styles.get(looks(clause));
    return style === undefined ? null : listOfStyle(style, read.styles, lists);
  };
  const typed = {
    base: miscounted(redline.base, (clause) => placeOf(clause, "base"), createCounter(lists)),
    current: miscounted(redline.current, (clause) => placeOf(clause, "current"), createCounter(lists)),
  };
  return (clause, side) => {
    const origin = own(clause, side);
    const lender = origin ? null : lenderOf(clause);
    const place = typed[side].has(clause.id) ? placeOf(clause, side) : null;
    const indent = place ? (lists.get(place.list)?.levels.get(place.depth)?.indent ?? null) : null;
    const left = (properties: PropertyList): PropertyList => (place ? outOfList(properties, indent) : properties);
    if (origin) return dressOf(origin, side, false, left);
    if (lender) return dressOf(lender, side, true, left);
    const style = styles.get(looks(clause));
    if (style === undefined) return null;
    const properties = printed(left([["pStyle", `<w:pStyle w:val="${style}"/>`]]));
    const counted = place === null && placeOf(clause, side) !== null && clause.label !== null;
    return { properties, mark: "", section: "", counted, typed: place !== null, origin: null, borrowed: true };
  };
}

/** The clauses that Word would give another label than the text does, by their ids. */
function miscounted(text: Text, placeOf: (clause: Clause) => ListPlace | null, counter: Counter): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (clauses: readonly Clause[]): void => {
    for (const clause of clauses) {
      const place = clause.kind === "footnote" || clause.kind === "table" ? null : placeOf(clause);
      if (place && !counter.agrees(place.list, place.depth, clause.label)) found.add(clause.id);
      for (const { cells } of clause.rows) for (const cell of cells) visit(cell.clauses);
    }
  };
  visit(text.clauses);
  return found;
}

const sole = new Set(["sectPr", "framePr", "pageBreakBefore"]);

function dressOf(
  origin: Origin,
  side: Side,
  borrowed: boolean,
  left: (properties: PropertyList) => PropertyList,
): Dress {
  const now = child(origin.block.own, "pPr");
  const properties = propertiesOf(origin.block.own, "pPr", side);
  const cut = (each: Element): boolean => isTracked(each) || isWord(each, "rPr") || isWord(each, "sectPr");
  const section = borrowed ? null : child(now, "sectPr");
  const kept = (properties?.children ?? []).filter((each) => !cut(each) && !(borrowed && sole.has(each.name)));
  const own: PropertyList = kept.map((each) => [each.name, raw(each, cut)]);
  const placed = left(own);
  return {
    properties: printed(placed),
    mark: rawChildren(child(now, "rPr"), isTracked).join(""),
    section: section ? raw(section, isTracked) : "",
    counted: origin.counted && placed === own,
    typed: placed !== own,
    origin,
    borrowed,
  };
}

function looks({ kind, level }: Clause): string {
  return `${kind} ${level}`;
}

function named(clause: Clause): string {
  return `${clause.id} ${looks(clause)}`;
}

function alike(one: Clause, other: Clause): boolean {
  return looks(one) === looks(other);
}

/** Whose looks the clauses of both texts that have none of their own take. */
function findLenders(read: WordRead, redline: Redline): ReadonlyMap<string, Origin> {
  const lenders = new Map<string, Origin>();
  const first = new Map<string, Origin>();
  for (const origin of [...read.base.origins.values(), ...read.current.origins.values()]) {
    const key = looks(origin.clause);
    if (!first.has(key)) first.set(key, origin);
  }
  const visit = (entries: readonly ClauseRedline[], last: Map<string, Origin>): void => {
    for (const entry of entries) {
      for (const clause of [entry.base, entry.current]) {
        if (!clause) continue;
        const key = looks(clause);
        const origin = [read.current.origins.get(clause.id), read.base.origins.get(clause.id)].find(
          (each) => each && alike(each.clause, clause),
        );
        if (origin) last.set(key, origin);
        const lender = last.get(key) ?? first.get(key);
        if (lender) lenders.set(named(clause), lender);
      }
      for (const row of entry.rows) {
        const inTable = new Map<string, Origin>();
        for (const cell of row.cells) visit(cell.clauses, inTable);
      }
    }
  };
  visit(redline.clauses, new Map());
  return lenders;
}

function stylesByKind({ styles }: WordRead): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const style of styles.byId.values()) {
    const said = styleKind([style]);
    const key = said && `${said.kind} ${said.level}`;
    if (key !== null && !out.has(key)) out.set(key, style.id);
  }
  return out;
}
