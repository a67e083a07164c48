import * as Y from "yjs";
import { characterKey, charactersOf, copiesIn } from "./copies.ts";
import { type Gap, type Known, type Range, gapsIn, isNewer } from "./gaps.ts";
import { shareSaid, writtenWith } from "./writtenWith.ts";

/**
 * Of what a step deleted, what others have not brought back since by undoing the same deletion, by typing the words
 * again, or by a decision on it: undoing the step would say it twice. `known` is what there was when the step was done.
 */
export function stillGone(doc: Y.Doc, deletions: Range, known: Known): Range {
  const back = new Set<string>();
  for (const text of textsOf(doc, deletions)) {
    const children = Y.getTypeChildren(text);
    const isBack = (gap: Gap): boolean =>
      saidAgain(gap) || saidElsewhere(doc, text, gap, known) || saidWhereTheyWere(doc, text, children, gap, known);
    for (const gap of gapsIn(children, deletions, known)) {
      const parts = isBack(gap) ? [gap] : partsOf(gap).filter((part) => recognisable(part) && isBack(part));
      for (const { gone } of parts) for (const key of gone.keys()) back.add(key);
      for (const key of copied(children, gap, known)) back.add(key);
    }
  }
  if (back.size === 0) return deletions;
  const rest = Y.createDeleteSet();
  for (const [client, parts] of deletions.clients) {
    const kept = parts.flatMap(({ clock, len }) =>
      Array.from({ length: len }, (_, i) => clock + i).filter((one) => !back.has(characterKey({ client, clock: one }))),
    );
    const ranges = kept.map((clock) => ({ clock, len: 1 }));
    if (ranges.length > 0) rest.clients.set(client, ranges);
  }
  return Y.mergeDeleteSets([rest]);
}

function textsOf(doc: Y.Doc, range: Range): Set<Y.XmlText> {
  const texts = new Set<Y.XmlText>();
  doc.transact((tr) =>
    Y.iterateDeletedStructs(tr, range, (struct) => {
      if (struct instanceof Y.Item && struct.parent instanceof Y.XmlText) texts.add(struct.parent);
    }),
  );
  return texts;
}

/** Whether all the words that are gone stand at the gap or beside it, by something that came after. */
function saidAgain({ gone, said, newer, from, to }: Gap): boolean {
  const words = [...gone.values()].join("");
  for (let at = Math.max(0, from - words.length); at <= to; at++) {
    if (!said.startsWith(words, at)) continue;
    if (newer.slice(at, at + words.length).includes(true)) return true;
  }
  return false;
}

/** What is gone, in the parts that were each written in one go: a decision may have brought back one of them. */
function partsOf(gap: Gap): Gap[] {
  const parts: Gap[] = [];
  let next = "";
  for (const [key, character] of gap.gone) {
    const [client, clock] = key.split(":").map(Number);
    const first = { client: client!, clock: clock! };
    if (key === next) parts.at(-1)!.gone.set(key, character);
    else parts.push({ ...gap, first, gone: new Map([[key, character]]) });
    next = characterKey({ ...first, clock: first.clock + 1 });
  }
  return parts;
}

function wordsOf({ gone }: Gap): string {
  return [...gone.values()].join("");
}

/** How long words must be to be known again in another clause; in Chinese half as long. */
const telling = 4;

function recognisable(gap: Gap): boolean {
  const words = wordsOf(gap);
  return words.length >= (/\p{Script=Han}/u.test(words) ? telling / 2 : telling);
}

/**
 * Whether all the words that are gone stand in another text, by something that came after: in another place of the
 * same clause, or in another clause, where a command has carried off what stood beside them.
 */
function saidElsewhere(doc: Y.Doc, text: Y.XmlText, gap: Gap, known: Known): boolean {
  const { gone, said, from, to, carriedOff } = gap;
  if (from > 0 && to < said.length) return false;
  const words = [...gone.values()].join("");
  return textsIn(doc.getXmlFragment("text")).some((other) => {
    if (other === text || (idAround(other) !== idAround(text) && !(carriedOff && recognisable(gap)))) return false;
    return newerIn(other, known).includes(words);
  });
}

/**
 * Whether all the words that are gone stand in another clause, by something that came after and is what was written here
 * with them: a clause that a command had joined to this one, or split from it, is restored.
 */
function saidWhereTheyWere(doc: Y.Doc, text: Y.XmlText, children: readonly Y.Item[], gap: Gap, known: Known): boolean {
  const words = wordsOf(gap);
  if (gap.first.client === doc.clientID || !recognisable(gap)) return false;
  const carried = writtenWith(children, gap.first);
  return textsIn(doc.getXmlFragment("text")).some((other) => {
    if (other === text) return false;
    const refilled = wasEmptied(other, known, words.length);
    return newerIn(other, known)
      .split("\n")
      .some(
        (stretch) =>
          stretch.includes(words) &&
          shareSaid(stretch, carried) >= 0.5 &&
          // Else a word typed anywhere would do.
          (refilled || shareSaid(carried, stretch) >= 0.5),
      );
  });
}

/** Whether a text said so much, and nothing is left of what it said. */
function wasEmptied(text: Y.XmlText, known: Known, length: number): boolean {
  const older = Y.getTypeChildren(text).filter((item) => item.countable && !isNewer(item, known));
  return older.every(({ deleted }) => deleted) && older.reduce((sum, item) => sum + item.length, 0) >= length;
}

/** What a text says by something that came after, with a line's end for each character that did not. */
function newerIn(text: Y.XmlText, known: Known): string {
  const alive = Y.getTypeChildren(text).filter(({ deleted }) => !deleted);
  return alive.map((item) => (isNewer(item, known) ? charactersOf(item) : "\n".repeat(item.length))).join("");
}

function idAround({ parent }: Y.XmlText): string | undefined {
  return parent instanceof Y.XmlElement ? parent.getAttribute("id") : undefined;
}

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []));
}

/** The characters among those that are gone of which a copy stands. */
function copied(children: readonly Y.Item[], { gone }: Gap, known: Known): string[] {
  return copiesIn(children).flatMap(({ of, pieces, length }) => {
    // One letter typed there is no copy.
    if (length < 2 || !gone.has(characterKey(of))) return [];
    const found: string[] = [];
    for (const { item, offset } of pieces)
      for (const [i, character] of charactersOf(item).split("").entries()) {
        const key = characterKey({ client: of.client, clock: of.clock + offset + i });
        if (!isNewer(item, known) || gone.get(key) !== character) return [];
        found.push(key);
      }
    return found;
  });
}
