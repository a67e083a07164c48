import type { Clause, Language, Text } from "@plenary/document";
import { languageOf } from "../vocabulary.ts";
import { type Element, childOf, descendants, plainOf, rawText } from "./element.ts";
import type { AknNote } from "./note.ts";
import { readOwn } from "./readOwn.ts";

/** An amendment of a file: its symbol and number as its heading and preface say them, and both texts. */
export interface AknAmendment {
  readonly symbol: string;
  readonly number: string;
  readonly title: string;
  readonly base: Text;
  readonly current: Text;
}

/** A text that may be amended, and the clause that each eId of it belongs to, by index. */
export interface AmendedText {
  readonly text: Text;
  readonly places: ReadonlyMap<string, number>;
}

/**
 * The amendment applied to the text among `bases` that its modifications refer to; null, with a note, when that text
 * is not in the file or a modification can not be applied.
 */
export function readAmendment(
  amendment: Element,
  bases: readonly AmendedText[],
  notes: AknNote[],
): AknAmendment | null {
  const number = plainOf(descendants(amendment, "docNumber")[0] ?? null);
  const refuse = (message: string): null => {
    notes.push({ text: number, kind: "unread", message });
    return null;
  };
  const mods = descendants(amendment, "textualMod");
  const targets = mods.map((mod) => reference(childOf(mod, "destination")));
  const base = bases.find(({ places }) => targets.every((target) => places.has(target)));
  if (!base) return refuse("The text that the amendment is on is not in the file; give one that holds both.");
  const quoted = new Map(
    [...descendants(amendment, "quotedStructure"), ...descendants(amendment, "quotedText")].map((element) => [
      element.attributes.get("eId") ?? "",
      element,
    ]),
  );
  const clauses = applied(mods, base, quoted);
  if (!clauses) return refuse("A modification of the amendment names no place or no words that are in the file.");
  const language: Language =
    languageOf(descendants(amendment, "FRBRlanguage")[0]?.attributes.get("language") ?? "") ?? base.text.language;
  return {
    symbol: plainOf(descendants(amendment, "amendmentHeading")[0] ?? null),
    number,
    title: plainOf(descendants(amendment, "docTitle")[0] ?? null),
    base: base.text,
    current: { language, clauses },
  };
}

// What stands at one place of the base: the clause there, or what is in its stead, and what is inserted after it.
interface Slot {
  readonly here: Clause[];
  readonly after: Clause[];
}

function applied(
  mods: readonly Element[],
  { text, places }: AmendedText,
  quoted: ReadonlyMap<string, Element>,
): readonly Clause[] | null {
  const start: Clause[] = [];
  const slots = text.clauses.map((clause): Slot => ({ here: [clause], after: [] }));
  for (const mod of mods) {
    const destination = childOf(mod, "destination");
    const index = places.get(reference(destination));
    const slot = index === undefined ? undefined : slots[index];
    const element = quoted.get(reference(childOf(mod, "new")));
    const fresh = element?.name === "quotedStructure" ? readOwn(element).clauses : [];
    const type = mod.attributes.get("type");
    const isInsertion = type === "insertion" || type === "split";
    if (isInsertion && fresh.length === 0) return null;
    if (isInsertion && destination?.attributes.get("pos") === "start") start.push(...fresh);
    else if (!slot) return null;
    else if (isInsertion && destination?.attributes.get("pos") === "after") slot.after.push(...fresh);
    else if (type === "repeal" || type === "join") slot.here.length = 0;
    else if (type === "renumbering" && element?.name === "quotedText" && slot.here[0])
      slot.here[0] = { ...slot.here[0], label: element.own.get("none") === "true" ? null : rawText(element) };
    else if (type === "substitution" && fresh.length > 0) slot.here.splice(0, slot.here.length, ...fresh);
    else return null;
  }
  return [...start, ...slots.flatMap(({ here, after }) => [...here, ...after])];
}

function reference(element: Element | null): string {
  return element?.attributes.get("href")?.replace(/^#/, "") ?? "";
}
