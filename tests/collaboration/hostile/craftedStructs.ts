/* oxlint-disable no-underscore-dangle -- structs are made to stand beside those that are there */
import { rootShape, shapes } from "@plenary/collab";
import * as fc from "fast-check";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

/** A struct as it will stand in an update. */
export interface Crafted {
  /** Which of the draft's elements and texts it goes into, those that the update brings before it too. */
  readonly parent: number;
  /** Whether it is of what its place has, and which of that; else of anything. */
  readonly fits: boolean;
  readonly which: number;
  readonly key: string | null;
  /** Behind all that is there, or before it. */
  readonly behind: boolean;
}

/** Some of them, most of which fit. */
export const craftedStructs: fc.Arbitrary<Crafted[]> = fc.array(
  fc.record({
    parent: fc.nat(),
    fits: fc.integer({ min: 0, max: 29 }).map((n) => n > 0),
    which: fc.nat(),
    key: fc.option(fc.constantFrom("id", "kind", "level", "label", "footnote", "other"), { nil: null }),
    behind: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

/** What a struct holds: its content's number in an update, and what is written behind it. */
type Held = readonly [kind: number, write: (rest: encoding.Encoder) => void];

const word = (rest: encoding.Encoder, value: string) => encoding.writeVarString(rest, value);
const any = (value: string | number): Held => [
  8,
  (rest) => (encoding.writeVarUint(rest, 1), encoding.writeAny(rest, value)),
];
const element = (name: string): Held => [7, (rest) => (encoding.writeVarUint(rest, 3), word(rest, name))];
const words: Held = [7, (rest) => encoding.writeVarUint(rest, 6)];
const held: readonly Held[] = [
  [1, (rest) => encoding.writeVarUint(rest, 1)],
  [2, (rest) => (encoding.writeVarUint(rest, 1), word(rest, '"x"'))],
  [4, (rest) => word(rest, "said")],
  [5, (rest) => word(rest, '{"type":"break"}')],
  [5, (rest) => word(rest, '{"type":"anchor","footnote":"none"}')],
  [6, (rest) => (word(rest, "bold"), word(rest, "{}"))],
  [6, (rest) => (word(rest, "other"), word(rest, "{}"))],
  any("x"),
  any(-3),
  words,
  ...[...shapes.keys(), "video"].map(element),
];
const inWords = held.slice(2, 6);

function fitting(name: string | null, key: string | null): readonly Held[] {
  const shape = name === null ? rootShape : shapes.get(name);
  if (name === "#words" || !shape) return inWords;
  if (key !== null)
    return shape.attributes[key] === "number"
      ? [7, -1, 0.5, 2 ** 31, 1e300].map(any)
      : ["x", "item", "table", "", "__proto__", "gone-x", "heading", "\u202E\uD800"].map(any);
  return [...shape.elements.map(element), ...(shape.words ? [words] : [])];
}

/** A place in the draft: the name of an element, "#words", or null for the root; and what is there. */
interface There {
  readonly name: string | null;
  readonly id: Y.ID | null;
  readonly last: (key: string | null) => Y.ID | null;
}

function typesIn(doc: Y.Doc): There[] {
  const walk = (parent: Y.XmlFragment): There[] =>
    parent.toArray().flatMap((child) => {
      const name = child instanceof Y.XmlElement ? child.nodeName : "#words";
      const own = { name, id: child._item?.id ?? null, last: (key: string | null) => lastOf(child, key) };
      return [own, ...(child instanceof Y.XmlElement ? walk(child) : [])];
    });
  const root = doc.getXmlFragment("text");
  return [{ name: null, id: null, last: (key) => lastOf(root, key) }, ...walk(root)];
}

function lastOf(type: Y.XmlFragment | Y.XmlText | Y.XmlHook, key: string | null): Y.ID | null {
  if (key !== null) return type._map.get(key)?.lastId ?? null;
  let last: Y.Item | null = null;
  for (let one = type._start; one; one = one.right) last = one;
  return last?.lastId ?? null;
}

/** A client that nobody knows. */
const CLIENT = 7;

/** What is deleted: of a client, so many from each clock on. */
interface Deleted {
  readonly client: number;
  readonly ranges: readonly (readonly [clock: number, length: number])[];
}

/** The update that brings them, and deletes. */
export function updateOf(doc: Y.Doc, all: readonly Crafted[], deleted: Deleted | null): Uint8Array {
  const types = typesIn(doc);
  const { restEncoder: rest } = new Y.UpdateEncoderV1();
  const writeId = ({ client, clock }: Y.ID): void => {
    encoding.writeVarUint(rest, client);
    encoding.writeVarUint(rest, clock);
  };
  for (const value of [1, all.length, CLIENT, 0]) encoding.writeVarUint(rest, value);
  let clock = 0;
  for (const { parent, fits, which, key: wished, behind } of all) {
    const there = types[parent % types.length] ?? raise();
    const key = there.name === null || there.name === "#words" ? null : wished;
    const choice = fits ? fitting(there.name, key) : held;
    const [kind, write] = choice[which % choice.length] ?? held[0] ?? raise();
    const before = key !== null || behind ? there.last(key) : null;
    encoding.writeUint8(rest, kind | (before ? 0b1000_0000 : key === null ? 0 : 0b10_0000));
    if (before) writeId(before);
    else {
      encoding.writeVarUint(rest, there.id ? 0 : 1);
      if (there.id) writeId(there.id);
      else word(rest, "text");
      if (key !== null) word(rest, key);
    }
    const start = encoding.length(rest);
    write(rest);
    const name = nameOf(kind, encoding.toUint8Array(rest).slice(start));
    if (name !== null) types.push({ name, id: Y.createID(CLIENT, clock), last: () => null });
    clock += kind === 4 ? 4 : 1;
  }
  const last = deleted ? [1, deleted.client, deleted.ranges.length, ...deleted.ranges.flat()] : [0];
  for (const value of last) encoding.writeVarUint(rest, value);
  return encoding.toUint8Array(rest);
}

/** The name of the element that a struct makes; null when it makes none. */
function nameOf(kind: number, written: Uint8Array): string | null {
  if (kind !== 7) return null;
  return written[0] === 6 ? "#words" : new TextDecoder().decode(written.slice(2));
}

function raise(): never {
  throw new Error("There is nothing.");
}
