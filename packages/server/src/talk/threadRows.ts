import type { ThreadAnchor } from "@plenary/collab";
import type { Person } from "../conference/people.ts";
import type { Database } from "../store/database.ts";
import type { Mention } from "./mentionsIn.ts";
import { mayTalk } from "./talkRights.ts";
import type { CommentView, ThreadView } from "./threadView.ts";

/** Reads threads as they are in the store. */
export interface ThreadRows {
  /** The threads of a draft that the person may read, the oldest first. */
  of(person: Person, draft: string): Promise<ThreadView[]>;
  /** One thread of a draft, whoever asks; null when there never was one. Without comments it is gone. */
  find(draft: string, id: string): Promise<ThreadView | null>;
}

/** Threads in the database. */
export function createThreadRows(db: Database): ThreadRows {
  const threads = db
    .selectFrom("thread")
    .leftJoin("person", "person.id", "thread.resolved_by")
    .select(["thread.id", "thread.draft", "thread.group_code as audience", "thread.anchor", "thread.version"])
    .select("thread.source")
    .select(["thread.resolved_at as resolvedAt", "person.name as resolvedBy"])
    .orderBy("thread.created_at")
    .orderBy("thread.id");
  const comments = db
    .selectFrom("thread_comment")
    .innerJoin("person", "person.id", "thread_comment.person")
    .innerJoin("thread", "thread.id", "thread_comment.thread")
    .select(["thread_comment.id", "thread_comment.thread", "thread_comment.text", "thread_comment.mentions"])
    .select(["thread_comment.at", "thread_comment.edited_at as editedAt"])
    .select(["person.id as person", "person.name", "person.group_code as group"])
    .select("thread_comment.author")
    .where("thread_comment.deleted_at", "is", null)
    // What a Word file brought stands first, as it stands there.
    .orderBy((eb) => eb.case().when("thread_comment.place", "is", null).then(1).else(0).end())
    .orderBy("thread_comment.place")
    .orderBy("thread_comment.at")
    .orderBy("thread_comment.id");
  type ThreadRow = Awaited<ReturnType<typeof threads.executeTakeFirstOrThrow>>;
  type CommentRow = Awaited<ReturnType<typeof comments.executeTakeFirstOrThrow>>;

  function view(row: ThreadRow, said: readonly CommentRow[]): ThreadView {
    const anchor: ThreadAnchor = JSON.parse(row.anchor);
    const { id, draft, audience, version, source, resolvedAt, resolvedBy } = row;
    const resolved = resolvedAt === null ? null : { name: resolvedBy ?? "", at: iso(resolvedAt) };
    return { id, draft, audience, anchor, source, resolved, version, comments: said.map(comment) };
  }

  function comment({ id, person, name, group, author, text, mentions, at, editedAt }: CommentRow): CommentView {
    const called: readonly Mention[] = JSON.parse(mentions);
    const edited = editedAt === null ? null : iso(editedAt);
    const by = author === null ? { id: person, name, group } : { id: null, name: author, group: null };
    return { id, person: by, text, mentions: called, at: iso(at), editedAt: edited };
  }

  return {
    async of(person, draft) {
      const own = mayTalk(person, person.group) ? person.group : null;
      const rows = await threads
        .where("thread.draft", "=", draft)
        .where((eb) => eb.or([eb("thread.group_code", "is", null), eb("thread.group_code", "=", own)]))
        .execute();
      const said = Map.groupBy(await comments.where("thread.draft", "=", draft).execute(), ({ thread }) => thread);
      return rows.map((row) => view(row, said.get(row.id) ?? [])).filter(({ comments: kept }) => kept.length > 0);
    },
    async find(draft, id) {
      // The thread before its comments: they are never older than the version that they go out with.
      const row = await threads.where("thread.id", "=", id).where("thread.draft", "=", draft).executeTakeFirst();
      return row ? view(row, await comments.where("thread.id", "=", id).execute()) : null;
    },
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
