import { type Decision, readRecord, recordRoom, textRoom } from "@plenary/collab";
import type { Draft } from "../conference/drafts.ts";
import type { People } from "../conference/people.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Database } from "../store/database.ts";
import { importedName } from "../word/importedAuthor.ts";
import { type Moment, moments } from "./moments.ts";

/** Somebody by id and name; the name is the id when nobody of the conference has it. */
export interface Named {
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

/** A decision on a draft, and the number of the last update before it. */
export interface PlacedDecision extends Pick<Decision, "id" | "verdict" | "person" | "group" | "at"> {
  readonly seq: number;
  /** The change in one line of the text's language; "" for decisions that did not keep it. */
  readonly summary: string;
}

/** What happened to a draft: `head` is the number of its last update; moments, decisions and versions are in order. */
export interface History {
  readonly head: number;
  readonly moments: readonly (Omit<Moment, "person" | "began" | "ended"> & {
    readonly person: Named;
    /** ISO 8601. */
    readonly began: string;
    readonly ended: string;
  })[];
  readonly decisions: readonly PlacedDecision[];
  readonly versions: readonly Version[];
}

/** How many updates a history looks at. */
const MOST = 10_000;

/** What {@link readHistory} works on. */
export interface HistoryParts {
  readonly db: Database;
  readonly people: People;
  readonly rooms: Rooms;
  /** The number of the draft's last update. */
  readonly head: (draft: Draft) => Promise<number>;
}

/** What happened to the draft; of updates those before the number `before`, at most 10,000 of them. */
export async function readHistory(
  { db, people, rooms, head }: HistoryParts,
  draft: Draft,
  before = Number.MAX_SAFE_INTEGER,
): Promise<History> {
  const last = await head(draft);
  const latest = await db
    .selectFrom("doc_update")
    .select(["seq", "person", "group_code as group", "at"])
    .where("doc", "=", textRoom(draft.id))
    .where("seq", "<", before)
    .orderBy("seq", "desc")
    .limit(MOST)
    .execute();
  const rows = latest.toReversed();
  const versions = await db
    .selectFrom("version")
    .selectAll()
    .where("draft", "=", draft.id)
    .orderBy("seq")
    .orderBy("at")
    .execute();
  const named = await names(people);
  const decisions = await rooms.use(recordRoom(draft.id), ({ doc }) => readRecord(doc).decisions);
  return {
    head: last,
    moments: moments(rows).map(({ person, began, ended, ...moment }) => ({
      ...moment,
      person: named(person),
      began: new Date(began).toISOString(),
      ended: new Date(ended).toISOString(),
    })),
    decisions: decisions.flatMap(({ id, verdict, person, group, at, change }) => {
      const seq = lastBefore(rows, Date.parse(at));
      return seq === null ? [] : [{ id, verdict, person, group, at, seq, summary: change.summary ?? "" }];
    }),
    versions: versions.map(({ id, name, seq, person, at }) => ({
      id,
      name,
      seq,
      person: named(person),
      at: new Date(at).toISOString(),
    })),
  };
}

/** The number of the last of these updates that is not later; null when all are. */
function lastBefore(rows: readonly { readonly seq: number; readonly at: number }[], at: number): number | null {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.at <= at) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1]?.seq ?? null;
}

async function names(people: People): Promise<(id: string) => Named> {
  const known = new Map((await people.ever()).map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: importedName(id) ?? known.get(id) ?? id });
}
