import { type Text, findTitle, flatten } from "@plenary/document";
import { titleOf } from "../../titleOf.ts";
import { languageCodes } from "../vocabulary.ts";
import { attributes } from "./xml.ts";

/** What a file says about the text beside its words. */
export interface AknOptions {
  /** Its title; the text's own unless given. */
  readonly title?: string;
  /** Who submits it; for a proposal the group. "Plenary" unless given. */
  readonly author?: string;
  /** ISO 8601; day one of the year that its number names unless given, 1 January 1970 when it names none. */
  readonly date?: string;
  /** The number of the proposal. */
  readonly number?: string;
}

/** A document as the metadata names it: a statement, the amendment of one, or the collection of both. */
export interface Identified {
  readonly prefix: string;
  readonly text: Text;
  readonly subtype: "deliberation" | "amendment" | "collection";
  readonly options: AknOptions;
}

/** The identification of a document, as work, expression and manifestation. */
export function identificationXml({ prefix, text, subtype, options }: Identified): string {
  const day = dayOf(text, options.date);
  const work = `${place(subtype)}/${slug(options.author ?? "Plenary")}/${day}/${slug(numberOf(text))}`;
  const code = languageCodes[text.language];
  const author = `<FRBRauthor href="#${prefix}author"/>`;
  const date = (name: string) => `<FRBRdate${attributes({ date: day, name })}/>`;
  const uris = (uri: string, suffix: string) =>
    `<FRBRthis${attributes({ value: `${uri}${suffix}` })}/><FRBRuri${attributes({ value: uri })}/>`;
  const expression = `${work}/${code}@${day}`;
  const title = options.title ?? titleOf(text);
  const number = attributes({ value: slug(numberOf(text)), showAs: numberOf(text) || undefined });
  return (
    `<identification source="#${prefix}author">\n` +
    `<FRBRWork>${uris(work, "/!main")}${title === "" ? "" : `<FRBRalias${attributes({ value: title, name: "title" })}/>`}` +
    `${date("generation")}${author}<FRBRcountry value="un"/><FRBRsubtype value="${subtype}"/><FRBRnumber${number}/></FRBRWork>\n` +
    `<FRBRExpression>${uris(expression, "/!main")}${date("generation")}${author}<FRBRlanguage language="${code}"/></FRBRExpression>\n` +
    `<FRBRManifestation>${uris(`${expression}/!main.xml`, "")}${date("markup")}${author}</FRBRManifestation>\n</identification>\n`
  );
}

/** The references of a document: who submits it. */
export function referencesXml({ prefix, options }: Identified): string {
  const showAs = options.author ?? "Plenary";
  const organization = attributes({
    eId: `${prefix}author`,
    href: `/ontology/organization/un/${slug(showAs)}`,
    showAs,
  });
  return `<references source="#${prefix}author"><TLCOrganization${organization}/></references>\n`;
}

/** The words of an attribute that names what a text is: resolution, decision, recommendation; statement for others. */
export function statementName(text: Text): string {
  return findTitle(numberOf(text), text.language)?.kind ?? "statement";
}

function place(subtype: Identified["subtype"]): string {
  if (subtype === "deliberation") return "/akn/un/statement/deliberation";
  return subtype === "amendment" ? "/akn/un/amendment/deliberation" : "/akn/un/amendmentList/collection";
}

function numberOf(text: Text): string {
  const number = text.clauses.find(({ kind }) => kind === "number");
  return number
    ? flatten(number.content)
        .replace(/[\u2028\uFFFC\s]+/g, " ")
        .trim()
    : "";
}

function dayOf(text: Text, date: string | undefined): string {
  const given = date === undefined ? null : /^\d{4}-\d{2}-\d{2}/.exec(date);
  if (given) return given[0];
  const year = findTitle(numberOf(text), text.language)?.year;
  return `${String(year ?? 1970).padStart(4, "0")}-01-01`;
}

function slug(said: string): string {
  return (
    said
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join("-") ?? "text"
  );
}
