import { type Clause, type Language, type Text, concat, flatten, run } from "@plenary/document";
import type * as Y from "yjs";
import { goneId } from "./gone.ts";
import { isEmpty } from "./isEmpty.ts";
import { setAttribute } from "./node.ts";
import { type Sources, readClauses } from "./readClauses.ts";
import { replaceContent } from "./content/replaceContent.ts";
import { silence } from "./replaceText.ts";
import { resolveIds } from "./resolveIds.ts";

/**
 * Joins an outer clause with the one behind it: the words of that go behind its own, with a space between where the
 * language has spaces. The place of that stays, empty, so that words typed there meanwhile are not lost: of a base
 * clause as a suppressed one, of an added clause as one that was taken away.
 * False when there is no such clause, when there is none behind it, or when either is a table or a footnote.
 */
export function mergeClauses(doc: Y.Doc, published: Text, id: string): boolean {
  const sources: Sources = new Map();
  const raw = readClauses(doc, sources);
  const ids = resolveIds(raw, published);
  const standing = raw.filter((clause) => ids.has(clause));
  const at = standing.findIndex((clause) => ids.get(clause) === id);
  const [first, second] = standing.slice(at, at + 2);
  if (at === -1 || !first || !second || ![first, second].every(joins)) return false;
  const element = sources.get(first);
  const gone = sources.get(second);
  if (!element || !gone) return false;
  const base = published.clauses.find((clause) => clause.id === ids.get(second));
  doc.transact(() => {
    replaceContent(element, joined(first, second, published.language));
    silence(sources, second);
    if (!base || isEmpty(base) || second.id !== base.id) setAttribute(gone, "id", goneId(second.id));
  });
  return true;
}

function joins({ kind }: Clause): boolean {
  return kind !== "table" && kind !== "footnote";
}

function joined(first: Clause, second: Clause, language: Language): Clause["content"] {
  const spaced = language !== "zh" && !/\s$/u.test(flatten(first.content)) && !/^\s/u.test(flatten(second.content));
  if (!spaced || isEmpty(first) || isEmpty(second)) return concat(first.content, second.content);
  return concat(first.content, [run(" ")], second.content);
}
