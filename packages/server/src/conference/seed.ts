import { replaceText, textRoom } from "@plenary/collab";
import type { Text } from "@plenary/document";
import type { LogEntry, Statement } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";
import type { Draft } from "./drafts.ts";
import { newDraft } from "./newDraft.ts";
import type { Group, Person } from "./people.ts";
import { textRow } from "./texts.ts";

/** A base text of a conference to begin with. */
interface SeedText {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly edition: string;
  readonly text: Text;
}

/** A draft of a conference to begin with; `text` is the id of its base text, `current` how it stands already. */
interface SeedDraft {
  readonly text: string;
  readonly group: string;
  readonly number: string;
  readonly current: Text;
}

/** All that a conference begins with. */
export interface SeedConference {
  readonly name: string;
  readonly groups: readonly Group[];
  readonly people: readonly Person[];
  readonly texts: readonly SeedText[];
  readonly drafts: readonly SeedDraft[];
}

/** What seeding works with. */
export interface SeedParts {
  readonly clock: () => Date;
  readonly ids: () => string;
}

/**
 * Puts the conference into the store, in one transaction, unless the store holds one already; of processes that start at
 * once, one does it.
 */
export async function seed(store: Store, conference: SeedConference, parts: SeedParts): Promise<void> {
  await store.log.exclusively("seed", () => seedOnce(store, conference, parts));
}

async function seedOnce(store: Store, conference: SeedConference, { clock, ids }: SeedParts): Promise<void> {
  const { db, log } = store;
  if (await db.selectFrom("setting").select("key").where("key", "=", "conference").executeTakeFirst()) return;
  const at = clock();
  const drafts = conference.drafts.map((draft) => seedDraft(draft, conference, ids(), at));
  const statements: Statement[] = [
    db.insertInto("setting").values({ key: "conference", value: conference.name }),
    db.insertInto("conference_group").values(conference.groups.map((group, place) => ({ ...group, place }))),
    db
      .insertInto("person")
      .values(
        conference.people.map(({ id, name, group, role }, place) => ({ id, name, group_code: group, role, place })),
      ),
    db.insertInto("base_text").values(conference.texts.map((text, place) => textRow(text, at, place))),
    ...drafts.flatMap((draft) => draft.statements(store)),
  ];
  await log.append(
    drafts.flatMap(({ entries }) => entries),
    statements,
  );
}

function seedDraft(given: SeedDraft, { texts, people }: SeedConference, id: string, at: Date) {
  const published = texts.find((text) => text.id === given.text)?.text;
  const writer = people.find(({ group, role }) => group === given.group && role === "delegate");
  if (!published || !writer)
    throw new Error(`The draft ${given.number} needs the text ${given.text} and a delegate of ${given.group}.`);
  const draft: Draft = { id, text: given.text, group: given.group, number: given.number, shared: true };
  const author = { person: writer.id, group: given.group };
  const made = newDraft(draft, published, author, at);
  const edits: LogEntry[] = [];
  made.live.on("update", (data: Uint8Array) =>
    edits.push({ doc: textRoom(id), ...author, connection: "server", at: at.getTime(), data }),
  );
  made.live.transact(() => replaceText(made.live, published, given.current));
  return { statements: made.statements, entries: [...made.entries, ...edits] };
}
