import { type Clause, type Content, type Text, flatten, sampleOf, slice } from "@plenary/document";
import * as Y from "yjs";
import { alikeness } from "./alikeness.ts";
import { isGone, presentId } from "./gone.ts";
import { deep } from "./isEmpty.ts";
import { clauseNode, setAttribute } from "./node.ts";
import { type Sources, readClauses } from "./readClauses.ts";
import { replaceContent } from "./content/replaceContent.ts";
import { resolveIds } from "./resolveIds.ts";
import { fill } from "./structure.ts";

/**
 * Splits a clause in two at a place of its flat content: what stands before stays, the rest becomes a clause of the
 * same kind behind it; blanks at the place go. Where an empty place follows of a base clause that said much the same,
 * or of an added one that was taken away, the rest takes that: so a joined clause comes apart as it was. Else it gets
 * the id `fresh`. Gives the id; null when there is no such clause, when it is a
 * table or a footnote, when one of the two would say nothing, or when the place is inside a character.
 */
export function splitClause(doc: Y.Doc, published: Text, id: string, at: number, fresh: string): string | null {
  const sources: Sources = new Map();
  const raw = readClauses(doc, sources);
  const ids = resolveIds(raw, published);
  const found = deep(raw).find((clause) => ids.get(clause) === id);
  const element = found && sources.get(found);
  const parent = element?.parent;
  if (!found || !element || !(parent instanceof Y.XmlFragment)) return null;
  const pieces = found.kind === "table" || found.kind === "footnote" ? null : cut(found, at);
  if (!pieces) return null;
  const siblings = parent.toArray();
  const behind = siblings[siblings.indexOf(element) + 1];
  const place = raw.find((clause) => sources.get(clause) === behind);
  const free = place && !ids.has(place) ? freePlace(place, pieces.after, published, new Set(ids.values())) : null;
  if (place && free) {
    doc.transact(() => {
      replaceContent(element, pieces.before);
      if (behind instanceof Y.XmlElement) setAttribute(behind, "id", free.id);
      fill(sources, place, { ...free, content: pieces.after });
    });
    return free.id;
  }
  const label = found.label === null ? null : sampleOf(found.label);
  doc.transact(() => {
    replaceContent(element, pieces.before);
    parent.insert(siblings.indexOf(element) + 1, [clauseNode({ ...found, id: fresh, label, content: pieces.after })]);
  });
  return fresh;
}

/**
 * What an empty place becomes when words go there that stood behind it: the base's clause, where it said much the
 * same, or the added clause that was taken away. Null when it is the place of something else.
 */
function freePlace(place: Clause, said: Content, published: Text, taken: ReadonlySet<string>): Clause | null {
  const base = deep(published.clauses).find((clause) => clause.id === place.id);
  const free = base ?? (isGone(place.id) ? { ...place, id: presentId(place.id) } : null);
  if (!free || free.kind === "table" || taken.has(free.id)) return null;
  return !base || alikeness({ ...base, content: said }, base) >= 0.5 ? free : null;
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

function cut({ content }: Clause, at: number): { before: Clause["content"]; after: Clause["content"] } | null {
  const said = flatten(content);
  if (at < 0 || at > said.length || (at < said.length && graphemes.segment(said).containing(at)?.index !== at))
    return null;
  const end = said.slice(0, at).trimEnd().length;
  const rest = said.slice(at);
  const start = at + rest.length - rest.trimStart().length;
  if (said.slice(0, end).trim() === "" || start === said.length) return null;
  return { before: slice(content, 0, end), after: slice(content, start, said.length) };
}
