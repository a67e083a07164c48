import { readText, textRoom } from "@plenary/collab";
import { type Change, type Redline, compare } from "@plenary/diff";
import type { AuthorNames } from "@plenary/formats/catalogue";
import type { Ledger } from "./createLedger.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { importedName } from "../word/importedAuthor.ts";
import type { Draft } from "../conference/drafts.ts";
import type { Group, People, Person } from "../conference/people.ts";
import type { Texts } from "../conference/texts.ts";

/**
 * Who has a part in a change. `name` is "" when a Word file did not say it, `group` "" for who is known from a Word file
 * alone or has none; `at` is when they last touched it, ISO 8601.
 */
export interface ChangeAuthor {
  readonly name: string;
  readonly group: string;
  readonly at: string;
}

/** How a file signs changes: by the group, and by the person where that is asked for. */
export interface Signing {
  readonly authors: AuthorNames;
  readonly authorOf: (
    change: Change,
  ) => { readonly person: string | null; readonly group: string; readonly date: string } | null;
}

/** Who made the changes of drafts. */
export interface Authors {
  /** The authors of each change from the published text to the draft as it is now, by the change's id; the latest first. */
  of(draft: Draft): Promise<Readonly<Record<string, readonly ChangeAuthor[]>>>;
  /** The same for a redline from the published text to what the ledger has. */
  within(ledger: Ledger | null, redline: Redline): Promise<(change: Change) => readonly ChangeAuthor[]>;
  /** How a file of the redline is signed for the group whose draft it is: each change by whoever touched it last. */
  signing(
    group: Pick<Group, "code" | "name">,
    names: AuthorNames,
    ledger: Ledger | null,
    redline: Redline,
  ): Promise<Signing>;
}

/** Authors from the ledgers of the rooms. */
export function createAuthors(people: People, texts: Texts, rooms: Rooms): Authors {
  async function within(ledger: Ledger | null, redline: Redline): Promise<(change: Change) => readonly ChangeAuthor[]> {
    const known = new Map(redline.changes.map((change) => [change, ledger?.authorsOf(change, redline) ?? []] as const));
    const names = new Map((await people.ever()).map((person) => [person.id, person] as const));
    return (change) => distinct(known.get(change) ?? [], names);
  }
  return {
    within,
    async signing(own, names, ledger, redline) {
      const authors = await within(ledger, redline);
      return {
        authors: names,
        authorOf(change) {
          const [latest] = authors(change);
          if (!latest) return null;
          const { name, group, at: date } = latest;
          if (names !== "group-and-person") return { person: null, group: own.name, date };
          // Who is known from a Word file alone signs as that file had it.
          return group === "" && name !== ""
            ? { person: null, group: name, date }
            : { person: name, group: group || own.code, date };
        },
      };
    },
    async of(draft) {
      const { text: published } = await texts.get(draft.text);
      return rooms.use(textRoom(draft.id), async ({ doc, ledger: led }) => {
        const ledger = await led();
        const redline = compare(published, readText(doc, published), { ids: "trusted" });
        const authors = await within(ledger, redline);
        return Object.fromEntries(redline.changes.map((change) => [change.id, authors(change)]));
      });
    },
  };
}

/** Each person once, with the time of their last act. */
function distinct(acts: ReturnType<Ledger["authorsOf"]>, people: ReadonlyMap<string, Person>): ChangeAuthor[] {
  const latest = new Map<string, (typeof acts)[number]>();
  for (const act of acts) {
    const key = JSON.stringify([act.person, act.group]);
    if (act.at >= (latest.get(key)?.at ?? Number.NEGATIVE_INFINITY)) latest.set(key, act);
  }
  return [...latest.values()]
    .toSorted((one, other) => other.at - one.at)
    .map(({ person, group, at }) => ({
      name: importedName(person) ?? people.get(person)?.name ?? person,
      group,
      at: new Date(at).toISOString(),
    }));
}
