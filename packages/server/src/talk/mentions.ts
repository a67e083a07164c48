import type { Person } from "../conference/people.ts";
import type { Database } from "../store/database.ts";
import { mayRead } from "./talkRights.ts";
import type { MentionView } from "./threadView.ts";

/** Who was called and has not looked yet. */
export interface Mentions {
  /** The calls of the person that were not seen, the latest first; only those that the person may still read. */
  of(person: Person): Promise<MentionView[]>;
  /** The person has seen the calls in that thread of the draft. */
  seen(person: Person, draft: string, thread: string): Promise<void>;
}

/** What mentions work on. */
export interface MentionsParts {
  readonly db: Database;
  /** Whether the person may see the draft. */
  readonly sees: (person: Person, draft: string) => Promise<boolean>;
  readonly clock: () => Date;
}

/** Mentions in the database. */
export function createMentions({ db, sees, clock }: MentionsParts): Mentions {
  return {
    async of(person) {
      const rows = await db
        .selectFrom("thread_mention")
        .innerJoin("thread_comment", "thread_comment.id", "thread_mention.comment")
        .innerJoin("thread", "thread.id", "thread_comment.thread")
        .innerJoin("draft", "draft.id", "thread.draft")
        .innerJoin("base_text", "base_text.id", "draft.base_text")
        .innerJoin("person", "person.id", "thread_comment.person")
        .select(["thread.id as thread", "thread.draft", "thread.group_code as audience", "draft.number"])
        .select(["base_text.title", "person.name as by", "thread_comment.text", "thread_comment.at"])
        .where("thread_mention.person", "=", person.id)
        .where("thread_mention.seen_at", "is", null)
        .orderBy("thread_comment.at", "desc")
        .limit(200)
        .execute();
      const drafts = [...new Set(rows.map(({ draft }) => draft))];
      const visible = new Map(
        await Promise.all(drafts.map(async (draft) => [draft, await sees(person, draft)] as const)),
      );
      return rows
        .filter(({ audience, draft }) => mayRead(person, audience) && visible.get(draft))
        .map(({ audience: _audience, at, ...row }) => ({ ...row, at: new Date(at).toISOString() }));
    },
    async seen(person, draft, thread) {
      const comments = db
        .selectFrom("thread_comment")
        .innerJoin("thread", "thread.id", "thread_comment.thread")
        .select("thread_comment.id")
        .where("thread.id", "=", thread)
        .where("thread.draft", "=", draft);
      await db
        .updateTable("thread_mention")
        .set({ seen_at: clock().getTime() })
        .where("person", "=", person.id)
        .where("seen_at", "is", null)
        .where("comment", "in", comments)
        .execute();
    },
  };
}
