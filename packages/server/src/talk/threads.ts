import type { ThreadAnchor } from "@plenary/collab";
import type { Person } from "../conference/people.ts";
import { mayDecide } from "../conference/rights.ts";
import { type Problem, problem } from "../http/problem.ts";
import type { Statement } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";
import { mentionsIn } from "./mentionsIn.ts";
import { createPace } from "./pace.ts";
import type { Telling } from "./telling.ts";
import { type Audience, mayRead, mayTalk } from "./talkRights.ts";
import type { ThreadRows } from "./threadRows.ts";
import type { CommentView, Talk, ThreadView } from "./threadView.ts";

/** How many threads a draft may have, and how many comments a thread. */
const MOST = { threads: 5000, comments: 500 };

/**
 * The threads on drafts. Whoever may see a draft may read its open threads; a group's internal ones are for its people
 * alone, to all others they are not there (404). Everything that changes a thread is told to the clients of its readers.
 */
export interface Threads {
  /** What the person may read of the talk on a draft; refused with 404 for a draft that the person may not see. */
  of(person: Person, draft: string): Promise<Talk>;
  /** Begins a thread with its first comment. */
  begin(person: Person, draft: string, given: NewThread): Promise<ThreadView>;
  reply(person: Person, draft: string, thread: string, text: string): Promise<ThreadView>;
  /** Puts other words into the person's own comment. */
  edit(person: Person, draft: string, thread: string, comment: string, text: string): Promise<ThreadView>;
  /** Takes the person's own comment away; with its last comment the thread goes. */
  remove(person: Person, draft: string, thread: string, comment: string): Promise<ThreadView>;
  /**
   * Takes another person's comment out of an open thread, in one transaction with what is kept `alongside`; for who
   * decides on changes. An internal thread is its group's own: refused with 403.
   */
  takeAway(
    person: Person,
    draft: string,
    thread: string,
    comment: string,
    alongside: () => Statement[],
  ): Promise<ThreadView>;
  /** Hangs a thread elsewhere, as when its words are gone; for who began it or who decides on changes. */
  rehang(person: Person, draft: string, thread: string, anchor: ThreadAnchor): Promise<ThreadView>;
  /** Resolves a thread, or opens it again. */
  resolve(person: Person, draft: string, thread: string, resolved: boolean): Promise<ThreadView>;
}

/** A thread to begin. */
export interface NewThread {
  readonly anchor: ThreadAnchor;
  readonly audience: Audience;
  readonly text: string;
}

/** What threads work on. */
export interface ThreadsParts {
  readonly store: Store;
  readonly rows: ThreadRows;
  readonly telling: Telling;
  /** Everybody who may see the draft; refused with 404 when the person may not. */
  readonly audienceOf: (person: Person, draft: string) => Promise<Person[]>;
  readonly clock: () => Date;
  readonly ids: () => string;
}

/** Threads in the store, told in the rooms of the drafts. */
export function createThreads({ store, rows, telling, audienceOf, clock, ids }: ThreadsParts): Threads {
  const { db } = store;
  const pace = createPace({ db, clock });

  /** A thread that the person may write in, and who of the draft's people may read it. */
  async function writable(person: Person, draft: string, id: string) {
    const people = await audienceOf(person, draft);
    const thread = await rows.find(draft, id);
    if (!thread || thread.comments.length === 0 || !mayRead(person, thread.audience)) throw noThread();
    if (!mayTalk(person, thread.audience)) throw onlyReads();
    return { thread, readers: people.filter((one) => mayRead(one, thread.audience)) };
  }

  async function changed(draft: string, id: string, statements: readonly Statement[]): Promise<ThreadView> {
    const newer = db
      .updateTable("thread")
      .set((eb) => ({ version: eb("version", "+", 1) }))
      .where("id", "=", id);
    await store.commit([...statements, newer]);
    return told(draft, id);
  }

  async function told(draft: string, id: string): Promise<ThreadView> {
    const thread = await rows.find(draft, id);
    if (!thread) throw noThread();
    telling.changed(thread);
    return thread;
  }

  /** The rows of a comment; who is called must be among its readers, and nobody calls themselves. */
  function comment(thread: string, person: Person, text: string, readers: readonly Person[]): Statement[] {
    const id = ids();
    const mentions = mentionsIn(text, readers);
    const row = { id, thread, person: person.id, text, mentions: JSON.stringify(mentions), at: clock().getTime() };
    return [
      db.insertInto("thread_comment").values({ ...row, edited_at: null, deleted_at: null }),
      ...calls(id, person, mentions),
    ];
  }

  function calls(id: string, person: Person, mentions: readonly { readonly person: string }[]): Statement[] {
    const called = [...new Set(mentions.map((one) => one.person))].filter((one) => one !== person.id);
    if (called.length === 0) return [];
    const values = called.map((one) => ({ comment: id, person: one, seen_at: null }));
    return [
      db
        .insertInto("thread_mention")
        .values(values)
        .onConflict((oc) => oc.doNothing()),
    ];
  }

  async function said(person: Person, draft: string, id: string, commentId: string) {
    const { thread, readers } = await writable(person, draft, id);
    const said: CommentView | undefined = thread.comments.find((one) => one.id === commentId);
    if (!said) throw problem("unknown-comment");
    return { thread, said, readers };
  }

  async function own(person: Person, draft: string, id: string, commentId: string) {
    const { said: its, readers } = await said(person, draft, id, commentId);
    if (its.person.id !== person.id) throw problem("own-comments");
    return { readers };
  }

  function without(
    draft: string,
    id: string,
    commentId: string,
    alongside: readonly Statement[] = [],
  ): Promise<ThreadView> {
    return changed(draft, id, [
      db
        .updateTable("thread_comment")
        .set({ text: "", mentions: "[]", deleted_at: clock().getTime() })
        .where("id", "=", commentId),
      db.deleteFrom("thread_mention").where("comment", "=", commentId),
      ...alongside,
    ]);
  }

  return {
    async of(person, draft) {
      const people = await audienceOf(person, draft);
      const group = person.group !== null && mayTalk(person, person.group) ? person.group : null;
      const mayModerate = mayDecide(person);
      return { threads: await rows.of(person, draft), people, mayTalk: mayTalk(person, null), mayModerate, group };
    },
    async begin(person, draft, { anchor, audience, text }) {
      const people = await audienceOf(person, draft);
      if (!mayTalk(person, audience)) throw audience === null ? onlyReads() : problem("internal-own-group");
      const { count } = await db
        .selectFrom("thread")
        .select((eb) => eb.fn.countAll<number | string>().as("count"))
        .where("draft", "=", draft)
        .executeTakeFirstOrThrow();
      if (Number(count) >= MOST.threads) throw problem("too-many-threads");
      await pace.take(person.id);
      const id = ids();
      const row = { id, draft, group_code: audience, anchor: JSON.stringify(anchor), created_at: clock().getTime() };
      const readers = people.filter((one) => mayRead(one, audience));
      await store.commit([
        db.insertInto("thread").values({ ...row, resolved_at: null, resolved_by: null, version: 1 }),
        ...comment(id, person, text, readers),
      ]);
      return told(draft, id);
    },
    async reply(person, draft, id, text) {
      const { thread, readers } = await writable(person, draft, id);
      if (thread.comments.length >= MOST.comments) throw problem("thread-full");
      await pace.take(person.id);
      return changed(draft, id, comment(id, person, text, readers));
    },
    async edit(person, draft, id, commentId, text) {
      const { readers } = await own(person, draft, id, commentId);
      await pace.take(person.id);
      const mentions = mentionsIn(text, readers);
      const kept = mentions.map((one) => one.person);
      return changed(draft, id, [
        db
          .updateTable("thread_comment")
          .set({ text, mentions: JSON.stringify(mentions), edited_at: clock().getTime() })
          .where("id", "=", commentId),
        db
          .deleteFrom("thread_mention")
          .where("comment", "=", commentId)
          .where("person", "not in", [...kept, ""]),
        ...calls(commentId, person, mentions),
      ]);
    },
    async remove(person, draft, id, commentId) {
      await own(person, draft, id, commentId);
      await pace.take(person.id);
      return without(draft, id, commentId);
    },
    async takeAway(person, draft, id, commentId, alongside) {
      const { thread } = await said(person, draft, id, commentId);
      if (!mayDecide(person) || thread.audience !== null) throw problem("moderate-chair");
      await pace.take(person.id);
      return without(draft, id, commentId, alongside());
    },
    async rehang(person, draft, id, anchor) {
      const { thread } = await writable(person, draft, id);
      if (!mayDecide(person) && thread.comments[0]?.person.id !== person.id) throw problem("rehang-beginner");
      await pace.take(person.id);
      const set = { anchor: JSON.stringify(anchor) };
      return changed(draft, id, [db.updateTable("thread").set(set).where("id", "=", id)]);
    },
    async resolve(person, draft, id, resolved) {
      await writable(person, draft, id);
      await pace.take(person.id);
      const set = { resolved_at: resolved ? clock().getTime() : null, resolved_by: resolved ? person.id : null };
      return changed(draft, id, [db.updateTable("thread").set(set).where("id", "=", id)]);
    },
  };
}

function noThread(): Problem {
  return problem("unknown-thread");
}

function onlyReads(): Problem {
  return problem("observers-read");
}
