import type { ThreadAnchor } from "@plenary/collab";
import type { Statement } from "../store/logStore.ts";
import type { Database } from "../store/database.ts";
import { problem } from "../http/problem.ts";
import type { Audience } from "./talkRights.ts";

/** A thread that a file brings, with at least one comment; `author` is as the file has it, "" for none. */
export interface BroughtThread {
  readonly anchor: ThreadAnchor;
  readonly resolved: boolean;
  readonly comments: readonly {
    readonly author: string;
    /** As the file has it; null for none. */
    readonly date: string | null;
    readonly text: string;
  }[];
}

/** Where threads are brought, from which file, by whom and when. */
export interface Bringing {
  readonly draft: string;
  readonly audience: Audience;
  readonly source: string;
  readonly person: string;
  readonly at: Date;
}

/** How many comments one file may bring, and how many characters each may have. */
const MOST = { comments: 5000, characters: 50_000 };

/**
 * The rows of threads that a file brings; a comment that the file does not date is of the time when it is brought. Refused
 * with 413 when there are too many or too long ones.
 */
export function bringThreads(
  db: Database,
  ids: () => string,
  { draft, audience, source, person, at }: Bringing,
  threads: readonly BroughtThread[],
): Statement[] {
  const all = threads.flatMap(({ comments }) => comments);
  if (all.length > MOST.comments || all.some(({ text }) => text.length > MOST.characters))
    throw problem("file-comments");
  const begun = threads.map((thread, i) => ({ thread, id: ids(), begun: at.getTime() + i }));
  return begun.flatMap(({ thread, id, begun: created }) => [
    db.insertInto("thread").values({
      id,
      draft,
      group_code: audience,
      anchor: JSON.stringify(thread.anchor),
      created_at: created,
      resolved_at: thread.resolved ? at.getTime() : null,
      resolved_by: null,
      version: 1,
      source,
    }),
    ...thread.comments.map(({ author, date, text }, place) =>
      db.insertInto("thread_comment").values({
        id: ids(),
        thread: id,
        person,
        text,
        mentions: "[]",
        at: timeOf(date) ?? at.getTime(),
        edited_at: null,
        deleted_at: null,
        author,
        place,
      }),
    ),
  ]);
}

/** The time of a date as Word writes it: without a zone it counts as UTC. */
function timeOf(date: string | null): number | null {
  if (date === null) return null;
  const at = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(date) || !date.includes("T") ? date : `${date}Z`);
  return Number.isNaN(at) ? null : at;
}
