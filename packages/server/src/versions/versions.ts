import { readRecord, recordRoom, textRoom } from "@plenary/collab";
import { type Redline, compare } from "@plenary/diff";
import type { Text } from "@plenary/document";
import type { Draft } from "../conference/drafts.ts";
import type { People, Person } from "../conference/people.ts";
import { may } from "../conference/rights.ts";
import type { Texts } from "../conference/texts.ts";
import { Problem } from "../http/problem.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Statement } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";
import { type Moment, moments } from "./moments.ts";
import { createPastTexts } from "./pastTexts.ts";

/** Somebody by id and name; the name is the id when nobody of the conference has it. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** A named version of a draft: its text after its update number `seq`. */
export interface Version {
  readonly id: string;
  readonly name: string;
  readonly seq: number;
  readonly person: Named;
  /** ISO 8601. */
  readonly at: string;
}

/** What happened to a draft: `head` is the number of its last update; the moments are in order. */
export interface History {
  readonly head: number;
  readonly moments: readonly (Omit<Moment, "person" | "began" | "ended"> & {
    readonly person: Named;
    /** ISO 8601. */
    readonly began: string;
    readonly ended: string;
  })[];
  readonly versions: readonly Version[];
}

/** Every moment of drafts. */
export interface Versions {
  /** What happened to the draft; of updates those before the number `before`, at most 10,000 of them. */
  history(draft: Draft, before?: number): Promise<History>;
  /**
   * A text of the draft: `published`, `agreed`, `current`, the number of an update, or the id of a named version.
   * Refused with 404 when there is none.
   */
  text(draft: Draft, which: string): Promise<Text>;
  /** What changed from one text of the draft to another, called as in {@link Versions.text}. */
  redline(draft: Draft, from: string, to: string): Promise<Redline>;
  /** Names the text as it is now; `alongside` is what is kept with it, given the version. */
  snapshot(person: Person, draft: Draft, name: string, alongside: (made: Version) => Statement[]): Promise<Version>;
  /** Gives a version another name. */
  rename(person: Person, draft: Draft, version: string, name: string, alongside: () => Statement[]): Promise<void>;
}

/** What versions work on. */
export interface VersionsParts {
  readonly store: Store;
  readonly texts: Texts;
  readonly people: People;
  readonly rooms: Rooms;
  readonly clock: () => Date;
  readonly ids: () => string;
}

/** How many updates a history looks at. */
const MOST = 10_000;

/** Versions in the database and its log. */
export function createVersions({ store, texts, people, rooms, clock, ids }: VersionsParts): Versions {
  const { db } = store;
  const past = createPastTexts(db);
  const of = (draft: Draft) => db.selectFrom("version").selectAll().where("draft", "=", draft.id);

  async function published(draft: Draft): Promise<Text> {
    return (await texts.get(draft.text)).text;
  }

  async function head(draft: Draft): Promise<number> {
    await rooms.use(textRoom(draft.id), (room) => room.settled());
    const row = db.selectFrom("doc").select("head_seq").where("id", "=", textRoom(draft.id));
    return (await row.executeTakeFirstOrThrow()).head_seq;
  }

  async function text(draft: Draft, which: string): Promise<Text> {
    const base = await published(draft);
    if (which === "published") return base;
    if (which === "agreed")
      return rooms.use(recordRoom(draft.id), async (room) => {
        await room.settled();
        return readRecord(room.doc).agreed ?? base;
      });
    if (which === "current") return past.at(draft.id, base, await head(draft));
    if (/^\d{1,15}$/.test(which)) return past.at(draft.id, base, Number(which));
    const version = await of(draft).where("id", "=", which).executeTakeFirst();
    if (!version)
      throw new Problem(
        404,
        `The draft has no version ${which}. Take published, agreed, current or one of its history.`,
      );
    return past.at(draft.id, base, version.seq);
  }

  /** Refused with 403 for who may neither write nor decide, with 409 when another version has the name. */
  async function checkName(person: Person, draft: Draft, name: string, own: string | null): Promise<void> {
    if (!may(person, "name versions", draft.group))
      throw new Problem(403, `Versions are named by who drafts for ${draft.group}, the chair and the secretariat.`);
    const same = await of(draft).where("name", "=", name).executeTakeFirst();
    if (same && same.id !== own) throw new Problem(409, `There is a version ${name} already. Take another name.`);
  }

  return {
    async history(draft, before = Number.MAX_SAFE_INTEGER) {
      const rows = await db
        .selectFrom("doc_update")
        .select(["seq", "person", "group_code as group", "at"])
        .where("doc", "=", textRoom(draft.id))
        .where("seq", "<", before)
        .orderBy("seq", "desc")
        .limit(MOST)
        .execute();
      const named = await names(people);
      const versions = await of(draft).orderBy("seq").orderBy("at").execute();
      return {
        head: await head(draft),
        moments: moments(rows.toReversed()).map(({ person, began, ended, ...moment }) => ({
          ...moment,
          person: named(person),
          began: new Date(began).toISOString(),
          ended: new Date(ended).toISOString(),
        })),
        versions: versions.map(({ id, name, seq, person, at }) => ({
          id,
          name,
          seq,
          person: named(person),
          at: new Date(at).toISOString(),
        })),
      };
    },
    text,
    redline: async (draft, from, to) => compare(await text(draft, from), await text(draft, to), { ids: "trusted" }),
    async snapshot(person, draft, name, alongside) {
      await checkName(person, draft, name, null);
      const at = clock();
      const made = {
        id: ids(),
        name,
        seq: await head(draft),
        person: { id: person.id, name: person.name },
        at: at.toISOString(),
      };
      const row = { id: made.id, draft: draft.id, seq: made.seq, name, person: person.id, at: at.getTime() };
      await store.commit([db.insertInto("version").values(row), ...alongside(made)]);
      return made;
    },
    async rename(person, draft, version, name, alongside) {
      await checkName(person, draft, name, version);
      const there = await of(draft).where("id", "=", version).executeTakeFirst();
      if (!there) throw new Problem(404, "There is no such version. Take one of the draft's history.");
      await store.commit([db.updateTable("version").set({ name }).where("id", "=", version), ...alongside()]);
    },
  };
}

async function names(people: People): Promise<(id: string) => Named> {
  const known = new Map((await people.ever()).map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: known.get(id) ?? id });
}
