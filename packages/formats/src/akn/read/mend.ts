import {
  type Clause,
  type Language,
  clause,
  findOpener,
  flatten,
  nextLabel,
  parseLabel,
  slice,
} from "@plenary/document";
import type { AknNote } from "./note.ts";

/** A fault that was mended or could not be. */
export type Fault = Omit<AknNote, "text">;

type Mended = readonly [clauses: readonly Clause[], fault: Fault] | null;
type Mend = (at: number, clauses: readonly Clause[], language: Language) => Mended;

const mends: readonly Mend[] = [labelInWords, annexAtEnd, callAtEnd, itemsInWords];
const longest = 3000;

/**
 * Takes apart what a converter glued together, where the clauses around show it plainly; no word is lost or moved.
 * What is plainly wrong but not how is noted.
 */
export function mend(
  given: readonly Clause[],
  language: Language,
): { clauses: readonly Clause[]; faults: readonly Fault[] } {
  let clauses = given;
  const faults: Fault[] = [];
  for (const each of mends) {
    for (let at = 0; at < clauses.length; at++) {
      const mended = clauses[at]!.kind === "table" ? null : each(at, clauses, language);
      if (!mended) continue;
      clauses = clauses.toSpliced(at, 1, ...mended[0]);
      faults.push(mended[1]);
    }
  }
  for (const { content } of clauses) {
    const said = flatten(content);
    if (said.length > longest)
      faults.push({
        kind: "unread",
        message: `A paragraph of ${said.length} characters may hold several clauses: ${short(said)}`,
      });
  }
  return { clauses, faults };
}

// "a) the strategic plan" without a num: a letter in brackets, or a figure when the next in the list follows.
function labelInWords(at: number, clauses: readonly Clause[]): Mended {
  const one = clauses[at]!;
  if (one.kind !== "paragraph" || one.label !== null) return null;
  const said = flatten(one.content);
  const match = /^(\(?(?:\p{L}{1,3}|\d{1,2})\)(?:bis|ter)?|\d{1,2}(?:\.\d{1,2})?)\s+(?=\S)/u.exec(said);
  const label = match?.[1];
  if (!match || label === undefined || parseLabel(label) === null) return null;
  const next = clauses.slice(at + 1).find(({ level }) => level <= one.level);
  if (!label.endsWith(")") && next?.label !== nextLabel(label)) return null;
  const content = slice(one.content, match[0].length, Infinity);
  return [
    [{ ...one, kind: "item", label, content }],
    { kind: "label", message: `Its words began with the label: ${short(said)}` },
  ];
}

// "… under this decision, instructs the Secretary-General" before an item 1: the call is a clause of its own.
function callAtEnd(at: number, clauses: readonly Clause[], language: Language): Mended {
  const one = clauses[at]!;
  const next = clauses[at + 1];
  if ((one.kind !== "item" && one.kind !== "paragraph") || next?.kind !== "item" || next.level > one.level) return null;
  if (!/^\(?[1ai]\)?$/.test(next.label ?? "")) return null;
  const said = flatten(one.content);
  for (const match of said.matchAll(/[,;.](\s+)(?=\p{Ll})/gu)) {
    const from = match.index + match[0].length;
    const tail = said.slice(from);
    if (tail.length > 160 || /[,;.:]$/.test(tail) || findOpener(tail, language) === null) continue;
    const before = { ...one, content: slice(one.content, 0, match.index + 1) };
    const call = clause("call", slice(one.content, from, Infinity));
    return [[before, call], { kind: "call", message: `A call stood at the end of another clause: ${short(tail)}` }];
  }
  return null;
}

// "… of the year 2021. ANNEX 1 TO DECISION 5 (REV. DUBAI, 2018) TABLE 1 …"
function annexAtEnd(at: number, clauses: readonly Clause[]): Mended {
  const one = clauses[at]!;
  if (one.kind !== "item" && one.kind !== "paragraph") return null;
  const said = flatten(one.content);
  const match =
    /(^|[.;)]\s+)(ANNEX(?: \d{1,2})? TO (?:DECISION|RESOLUTION|RECOMMENDATION) \d{1,3}(?: \([^)]{1,60}\))?)(?:\s+|$)/.exec(
      said,
    );
  const number = match?.[2];
  if (!match || number === undefined) return null;
  const from = match.index + (match[1]?.length ?? 0);
  const before = slice(one.content, 0, from - (/\s*$/.exec(match[1] ?? "")?.[0].length ?? 0));
  const after = slice(one.content, match.index + match[0].length, Infinity);
  const annex = clause("annexNumber", slice(one.content, from, from + number.length));
  const clausesNow = [
    ...(before.length > 0 || one.label !== null ? [{ ...one, content: before }] : []),
    annex,
    ...(after.length > 0 ? [clause("paragraph", after)] : []),
  ];
  return [clausesNow, { kind: "annex", message: `An annex began inside another clause: ${short(number)}` }];
}

// "i) question any act; ii) take any action": the next label of the same list stands after a semicolon.
function itemsInWords(at: number, clauses: readonly Clause[]): Mended {
  const one = clauses[at]!;
  if (one.kind !== "item" || !one.label?.endsWith(")")) return null;
  const label = nextLabel(one.label);
  const next = clauses.slice(at + 1).find(({ level }) => level <= one.level);
  if (label === one.label || next?.label === label) return null;
  const said = flatten(one.content);
  const found = /[;,]\s+(?:and\s+|or\s+)?$/;
  for (let from = said.indexOf(` ${label} `); from >= 0; from = said.indexOf(` ${label} `, from + 1)) {
    const gap = found.exec(said.slice(Math.max(0, from - 8), from + 1));
    if (!gap) continue;
    const first = { ...one, content: slice(one.content, 0, from) };
    const second = { ...one, label, content: slice(one.content, from + label.length + 2, Infinity) };
    return [
      [first, second],
      { kind: "item", message: `An item stood inside another one: ${short(said.slice(from + 1))}` },
    ];
  }
  return null;
}

function short(said: string): string {
  return said.length > 80 ? `${said.slice(0, 79)}…` : said;
}
