import * as Y from "yjs";
import { type Copy, characterKey, charactersOf, copiesIn } from "./copies.ts";

/** How many of one's own last undone deletions are watched. */
const watched = 50;

/** Words that one's own undo made anew: what they are the copy of, the first of them, and what that was the copy of. */
interface OwnCopy {
  readonly of: Y.ID;
  readonly copy: Y.ID;
  readonly root: Y.ID;
}

/**
 * Two people who are away from each other may both undo their deletion of the same words, which then stand twice. Where
 * another person's copy arrives, one of the two takes the own one away, by a rule that both know: the copy that begins
 * later in the words goes, of two that begin together the shorter one, of equal ones that of the greater client. A copy
 * of an own copy goes in any case: that it is one of the same words, its writer alone knows. The answer ends it.
 */
export function settleTwins(manager: Y.UndoManager): () => void {
  const { doc } = manager;
  let own: OwnCopy[] = [];

  const popped = ({ stackItem }: { readonly stackItem: Y.UndoManager["undoStack"][number] }): void =>
    doc.transact((tr) =>
      Y.iterateDeletedStructs(tr, stackItem.deletions, (struct) => {
        if (struct instanceof Y.Item && struct.redone && struct.parent instanceof Y.XmlText && struct.countable)
          own = [...own, { of: struct.id, copy: struct.redone, root: rootOf(struct.id) }].slice(-watched);
      }),
    );

  const rootOf = (id: Y.ID): Y.ID => own.findLast(({ copy }) => Y.compareIDs(copy, id))?.root ?? id;

  const arrived = (tr: Y.Transaction): void => {
    if (tr.local || own.length === 0) return;
    for (const [type] of tr.changed) if (type instanceof Y.XmlText) settle(type);
  };

  function settle(text: Y.XmlText): void {
    const children = Y.getTypeChildren(text);
    const copies = copiesIn(children);
    const mine = copies.flatMap((one): Mine[] => {
      const known = own.find(
        ({ of, copy }) =>
          copy.client === one.client &&
          Y.compareIDs(of, one.of) &&
          one.pieces.some(({ item }) => item.id.clock >= copy.clock),
      );
      return known ? [{ ...one, root: known.root }] : [];
    });
    const doubled = new Set(mine.flatMap((one) => copies.flatMap((other) => yielded(one, other))));
    if (doubled.size > 0) doc.transact(() => take(text, children, doubled), settleTwins);
  }

  manager.on("stack-item-popped", popped);
  doc.on("afterTransaction", arrived);
  return () => {
    manager.off("stack-item-popped", popped);
    doc.off("afterTransaction", arrived);
  };
}

/** An own copy, and what it is in the end the copy of. */
interface Mine extends Copy {
  readonly root: Y.ID;
}

/** The characters of an own copy that go for another's. */
function yielded(one: Mine, other: Copy): string[] {
  if (one.client === other.client || other.length < 2) return [];
  const alike = both(one, other);
  // Of what both know to be copies of the same the rule decides.
  if (alike.length > 0) return comesAfter(one, other) ? alike : [];
  return both({ ...one, of: one.root }, other);
}

function comesAfter(one: Copy, other: Copy): boolean {
  return (one.of.clock - other.of.clock || other.length - one.length || one.client - other.client) > 0;
}

/** The characters of one copy that say what characters of the other say, being copies of the same. */
function both(one: Copy, other: Copy): string[] {
  if (one.of.client !== other.of.client) return [];
  const there = new Map(charactersIn(other).map(({ of, character }) => [of, character]));
  const same = charactersIn(one).filter(({ of, character }) => there.get(of) === character);
  return same.map(({ name }) => name);
}

function charactersIn({ of, pieces }: Copy): { name: string; of: number; character: string }[] {
  return pieces.flatMap(({ item, offset }) =>
    Array.from({ length: item.length }, (_, i) => ({
      name: characterKey({ client: item.id.client, clock: item.id.clock + i }),
      of: of.clock + offset + i,
      character: charactersOf(item)[i] ?? "",
    })),
  );
}

function take(text: Y.XmlText, children: readonly Y.Item[], names: ReadonlySet<string>): void {
  const places: number[] = [];
  let at = 0;
  for (const { deleted, countable, length, id } of children) {
    if (deleted || !countable) continue;
    for (let i = 0; i < length; i++)
      if (names.has(characterKey({ client: id.client, clock: id.clock + i }))) places.push(at + i);
    at += length;
  }
  for (const place of places.toReversed()) text.delete(place, 1);
}
