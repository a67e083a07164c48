import { type ClauseSymbol, type Redline, amendmentSymbol } from "@plenary/diff";
import { type ClauseKind, type Language, type Text, clause, term, text } from "@plenary/document";
import { printable } from "../printable.ts";
import { documentNumber } from "./documentNumber.ts";

/** What is known of a proposal beside its text. */
export interface Proposal {
  /** The proposal's number, `EUR/7A3/1`. */
  readonly number: string;
  /** The conference that it is submitted to; "" while that has no name. */
  readonly meeting: string;
  /** Who submits it; null names nobody. */
  readonly source: string | null;
  /** The text that it is about, one line each: its number, its title. */
  readonly about: readonly string[];
}

/**
 * What a conference's document says around the text: the fields of its header table, the line with symbol and number
 * before the text, and the label of the line for reasons after it. None of it is part of the text.
 */
export interface Frame {
  readonly language: Language;
  readonly meeting: string;
  readonly sitting: string;
  /** The document's number, its date, its original language: one line each. */
  readonly facts: readonly string[];
  readonly source: string | null;
  readonly about: readonly string[];
  readonly symbol: ClauseSymbol;
  readonly number: string;
  /** Null when the text gives its reasons itself. */
  readonly reasons: string | null;
}

const originals: Readonly<Record<Language, string>> = {
  en: "Original: English",
  fr: "Original: français",
  es: "Original: español",
  ru: "Оригинал: русский",
  ar: "الأصل: بالعربية",
  zh: "原文：中文",
};

/** Kinds of clauses by which a text brings a frame of its own. */
const framing: ReadonlySet<ClauseKind> = new Set(["source", "field", "proposal"]);

/**
 * The frame of a proposal's document, of that date (ISO 8601). Null when the current text brings one of its own. Throws a
 * RangeError when the date is none.
 */
export function frameOf(proposal: Proposal, redline: Redline, date: string): Frame | null {
  const { current } = redline;
  const { language } = current;
  if (current.clauses.some(({ kind }) => framing.has(kind))) return null;
  return {
    language,
    meeting: oneLine(proposal.meeting),
    sitting: term("plenary", language),
    facts: [...documentNumber(proposal.number, language), longDate(date, language), originals[language]],
    source: proposal.source === null ? null : oneLine(proposal.source),
    about: proposal.about.map(oneLine).filter((line) => line !== ""),
    symbol: amendmentSymbol(redline),
    number: oneLine(proposal.number),
    reasons: current.clauses.some(({ kind }) => kind === "reasons") ? null : term("reasons", language),
  };
}

function oneLine(said: string): string {
  return printable(said).replace(/\s+/g, " ").trim();
}

function longDate(date: string, language: Language): string {
  const form = new Intl.DateTimeFormat(`${language === "en" ? "en-GB" : language}-u-nu-latn`, {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return form.format(new Date(date));
}

/** The lines of a frame's header and of the line with symbol and number, as they are read back. */
export function frameLines({ meeting, sitting, facts, source, about, symbol, number }: Frame): readonly string[] {
  return [meeting, sitting, ...facts, source ?? "", ...about, `${symbol}\t${number}`].filter((line) => line !== "");
}

/** Lines that stand around a text as a text, by which they are sealed. */
export function framed(lines: readonly string[]): Text {
  return text(
    "en",
    lines.map((line) => clause("paragraph", line)),
  );
}
