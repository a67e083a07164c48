import * as Y from "yjs";
import { characterKey, charactersOf, copiesIn } from "./copies.ts";

type Range = Y.UndoManager["undoStack"][number]["deletions"];

/** What of a live text is known, by its authors: all below these clocks. */
export type Known = ReadonlyMap<number, number>;

/**
 * Of what a step deleted, what others have not brought back since by undoing the same deletion, by typing the words
 * again, or by a decision on it: undoing the step would say it twice. `known` is what there was when the step was done.
 */
export function stillGone(doc: Y.Doc, deletions: Range, known: Known): Range {
  const back = new Set<string>();
  for (const text of textsOf(doc, deletions)) {
    const children = Y.getTypeChildren(text);
    for (const gap of gapsIn(children, deletions, known))
      for (const key of saidAgain(gap) || saidElsewhere(doc, text, gap, known)
        ? gap.gone.keys()
        : copied(children, gap, known))
        back.add(key);
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

/** Words of the step that are gone from one place of a text, and what stands there. */
interface Gap {
  /** The words, by the names of their characters, in their order. */
  readonly gone: Map<string, string>;
  /** What the whole text says, and for each unit whether it came after the step. */
  readonly said: string;
  readonly newer: readonly boolean[];
  /** Where in it the gap begins and ends. */
  readonly from: number;
  readonly to: number;
  /** Whether what stood beside it is gone too, as when a command has carried it to another clause. */
  readonly carriedOff: boolean;
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

function gapsIn(children: readonly Y.Item[], deletions: Range, known: Known): Gap[] {
  const alive = children.filter(({ deleted }) => !deleted);
  const said = alive.map(charactersOf).join("");
  const newer = alive.flatMap((item) =>
    charactersOf(item)
      .split("")
      .map(() => isNewer(item, known)),
  );
  const gaps: Gap[] = [];
  let runs: Map<string, string>[] = [new Map()];
  let from = 0;
  let at = 0;
  let carriedOff = false;
  const close = (to: number): void => {
    for (const gone of runs) if (gone.size > 0) gaps.push({ gone, said, newer, from, to, carriedOff });
    runs = [new Map()];
    carriedOff = false;
  };
  for (const item of children) {
    const characters = charactersOf(item);
    if (!item.deleted) {
      const older = characters !== "" && !isNewer(item, known);
      if (older) close(at);
      at += characters.length;
      if (older) from = at;
      continue;
    }
    const { id } = item;
    for (let i = 0; i < item.length; i++) {
      const one = { client: id.client, clock: id.clock + i };
      const own = Y.isDeleted(deletions, one);
      if (own && i < characters.length) runs.at(-1)!.set(characterKey(one), characters[i]!);
      if (own || !item.countable) continue;
      runs.push(new Map());
      carriedOff = true;
    }
  }
  close(at);
  return gaps;
}

function isNewer({ id }: Y.Item, known: Known): boolean {
  return id.clock >= (known.get(id.client) ?? 0);
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

/** How long words must be to be known again in another clause; in Chinese half as long. */
const telling = 4;

/**
 * Whether all the words that are gone stand in another text, by something that came after: in another place of the
 * same clause, or in another clause, where a command has carried off what stood beside them.
 */
function saidElsewhere(doc: Y.Doc, text: Y.XmlText, gap: Gap, known: Known): boolean {
  const { gone, said, from, to, carriedOff } = gap;
  if (from > 0 && to < said.length) return false;
  const words = [...gone.values()].join("");
  const recognisable = words.length >= (/\p{Script=Han}/u.test(words) ? telling / 2 : telling);
  return textsIn(doc.getXmlFragment("text")).some((other) => {
    if (other === text || (idAround(other) !== idAround(text) && !(carriedOff && recognisable))) return false;
    const alive = Y.getTypeChildren(other).filter(({ deleted }) => !deleted);
    const newer = alive.map((item) => (isNewer(item, known) ? charactersOf(item) : "\n".repeat(item.length)));
    return newer.join("").includes(words);
  });
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
