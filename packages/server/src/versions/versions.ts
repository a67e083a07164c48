import { readRecord, recordRoom, textRoom } from "@plenary/collab";
import { type Redline, compare } from "@plenary/diff";
import type { Text } from "@plenary/document";
import type { Draft } from "../conference/drafts.ts";
import type { People, Person } from "../conference/people.ts";
import { may } from "../conference/rights.ts";
import type { Texts } from "../conference/texts.ts";
import { problem } from "../http/problem.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Statement } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";
import { type History, type Version, readHistory } from "./history.ts";
import { createPastTexts } from "./pastTexts.ts";

/** Every moment of drafts. */
export interface Versions {
  /** What happened to the draft; of updates those before the number `before`, at most 10,000 of them. */
  history(draft: Draft, before?: number): Promise<History>;
  /** The live texts after these updates, in ascending order of their numbers; refused with 404 when one is none. */
  moments(draft: Draft, seqs: readonly number[]): Promise<Text[]>;
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
    if (!version) throw problem("unknown-which", { which });
    return past.at(draft.id, base, version.seq);
  }

  /** Refused with 403 for who may neither write nor decide, with 409 when another version has the name. */
  async function checkName(person: Person, draft: Draft, name: string, own: string | null): Promise<void> {
    if (!may(person, "name versions", draft.group)) throw problem("version-drafters", { group: draft.group });
    const same = await of(draft).where("name", "=", name).executeTakeFirst();
    if (same && same.id !== own) throw problem("version-exists", { name });
  }

  return {
    history: (draft, before) => readHistory({ db, people, rooms, head }, draft, before),
    moments: async (draft, seqs) => past.several(draft.id, await published(draft), seqs),
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
      if (!there) throw problem("unknown-version");
      await store.commit([db.updateTable("version").set({ name }).where("id", "=", version), ...alongside()]);
    },
  };
}
