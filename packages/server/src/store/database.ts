import type { Role } from "@plenary/collab";
import type { Language } from "@plenary/document";
import type { Generated, Kysely } from "kysely";
import type { WebhookEvent } from "../webhooks/webhookEvents.ts";

/** The tables. Times are milliseconds since 1970; what is JSON is kept as its text. */
export interface Tables {
  /** Facts about the whole: the conference's name, the key that signs tickets. */
  setting: { key: string; value: string };
  conference_group: { code: string; name: string; color: string; place: number };
  /** `revoked_at` is when the person was taken out of the conference; null for who is in it. */
  person: {
    id: string;
    name: string;
    group_code: string | null;
    role: Role;
    place: number;
    revoked_at: Generated<number | null>;
  };
  /**
   * Who may join, by a link; `id` is the SHA-256 of the token in it. `name` is whom it is meant for, `invited_by` null
   * for the link that the server itself made at its first start.
   */
  invitation: {
    id: string;
    name: string;
    group_code: string | null;
    role: Role;
    invited_by: string | null;
    created_at: number;
    expires_at: number;
    accepted_at: Generated<number | null>;
    accepted_by: Generated<string | null>;
  };
  /** Accounts and their sessions, kept by better-auth; this is what else reads of them. */
  auth_user: { id: string; name: string; email: string };
  /** What is paced: `account` is the SHA-256 of an e-mail address that somebody signs in with or of a person who talks, `until` when it counts for nothing. */
  attempt: { account: string; until: number };
  /** The demo's sessions. `id` is the SHA-256 of the token in the cookie, so that reading the table signs nobody in. */
  session: { id: string; person: string; created_at: number };
  /** The base texts; `body` is the Text as JSON, `place` the text's place among those that were added with it. */
  base_text: {
    id: string;
    number: string;
    title: string;
    language: Language;
    edition: string;
    clauses: number;
    body: string;
    created_at: number;
    place: number;
  };
  /** The Word file that a base text was read from, as it came. */
  text_source: { base_text: string; name: string; bytes: Uint8Array };
  /** The Word file that a draft was brought in from, as it came. */
  draft_source: { draft: string; name: string; bytes: Uint8Array };
  /** `shared` is 1 when everybody of the conference may read it, 0 when it is for its group. */
  draft: {
    id: string;
    base_text: string;
    group_code: string;
    number: string;
    created_at: number;
    shared: number;
  };
  /** One row a room's document; `head_seq` is the number of its last update. */
  doc: { id: string; head_seq: number };
  /** Every accepted update, append only. */
  doc_update: {
    doc: string;
    seq: number;
    person: string;
    group_code: string;
    connection: string;
    at: number;
    data: Uint8Array;
  };
  /** Whose a client id in a document is, since its first update; an id that is not here is the server's own. */
  doc_client: { doc: string; client: number; person: string; at: number };
  /** A cache of the log: the state and the ledger (JSON) after the update number `upto_seq`. */
  doc_snapshot: { doc: string; upto_seq: number; state: Uint8Array; ledger: string | null };
  /** `change` is the decided change as JSON; decisions of one act share `act`; `undoes` is the id of the one undone. */
  decision: {
    id: string;
    draft: string;
    change: string;
    verdict: "accept" | "reject" | "undo";
    person: string;
    group_code: string;
    role: Role;
    at: number;
    act: string | null;
    undoes: string | null;
  };
  /** Every act, append only; `detail` is JSON. `number` and `hash` are its place in the chain, null until it has one. */
  audit: {
    id: string;
    at: number;
    person: string | null;
    act: string;
    draft: string | null;
    detail: string;
    number: number | null;
    hash: string | null;
  };
  /** The answers to requests with an idempotency key; `status` is null while the request is worked on. */
  kept_answer: {
    person: string;
    key: string;
    /** The SHA-256 of the request. */
    request: string;
    at: number;
    status: number | null;
    body: string | null;
  };
  /** The named versions: a draft's text after its update number `seq`. */
  version: { id: string; draft: string; seq: number; name: string; person: string; at: number };
  /** One act of deciding; `before` is what it changed as it stood before, as JSON, so that it can be undone. */
  decision_act: { id: string; draft: string; before: string; at: number };
  /** When a person was last at a draft, and when before that visit. */
  visit: { person: string; draft: string; at: number; before: number | null };
  /**
   * A thread of comments on a draft; `group_code` is the group that it is internal to, null when it is open to all;
   * `source` is the name of the Word file that brought it.
   */
  thread: {
    id: string;
    draft: string;
    group_code: string | null;
    /** The anchor as JSON. */
    anchor: string;
    created_at: number;
    resolved_at: number | null;
    resolved_by: string | null;
    /** Goes up with every change of the thread or its comments. */
    version: number;
    source: Generated<string | null>;
  };
  /**
   * `mentions` are the people called in the text and where, as JSON; a deleted comment keeps neither. Of one that a Word
   * file brought `author` is its author as that file has it, "" for none, `place` its place there, and `person` who
   * brought the file.
   */
  thread_comment: {
    id: string;
    thread: string;
    person: string;
    text: string;
    mentions: string;
    at: number;
    edited_at: number | null;
    deleted_at: number | null;
    author: Generated<string | null>;
    place: Generated<number | null>;
  };
  /** Whom a comment calls, and when that person has seen it. */
  thread_mention: { comment: string; person: string; seen_at: number | null };
  /** Where to tell what happens; `secret` signs what is sent there. */
  webhook: { id: string; url: string; secret: string; enabled: number; created_by: string; created_at: number };
  /** What a webhook is told of. */
  webhook_event: { webhook: string; event: WebhookEvent };
  /** What was told to a webhook or is to be; `due_at` is null when it is delivered or given up. */
  webhook_delivery: {
    id: string;
    webhook: string;
    event: WebhookEvent;
    body: string;
    created_at: number;
    state: "waiting" | "delivered" | "given up";
    attempts: number;
    due_at: number | null;
    last_at: Generated<number | null>;
    failure: Generated<string | null>;
  };
}

/** Typed queries on the tables. A transaction is made of statements given together to the store, never opened here. */
export type Database = Kysely<Tables>;
