/**
 * What brings the database from one version to the next, in order; a released entry is never edited. Written in SQLite's
 * words, and only those that `forPostgres` has a counterpart for.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE conference_group (
    code TEXT PRIMARY KEY, name TEXT NOT NULL, color TEXT NOT NULL, place INTEGER NOT NULL) STRICT;
  CREATE TABLE person (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, group_code TEXT REFERENCES conference_group (code),
    role TEXT NOT NULL, place INTEGER NOT NULL) STRICT;
  CREATE TABLE session (
    id TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES person (id), created_at INTEGER NOT NULL) STRICT;
  CREATE TABLE base_text (
    id TEXT PRIMARY KEY, number TEXT NOT NULL, title TEXT NOT NULL, language TEXT NOT NULL, edition TEXT NOT NULL,
    clauses INTEGER NOT NULL, body TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;
  CREATE TABLE draft (
    id TEXT PRIMARY KEY, base_text TEXT NOT NULL REFERENCES base_text (id),
    group_code TEXT NOT NULL REFERENCES conference_group (code), number TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL, UNIQUE (base_text, group_code)) STRICT;
  CREATE TABLE doc (id TEXT PRIMARY KEY, head_seq INTEGER NOT NULL) STRICT;
  CREATE TABLE doc_update (
    doc TEXT NOT NULL REFERENCES doc (id), seq INTEGER NOT NULL, person TEXT NOT NULL, group_code TEXT NOT NULL,
    connection TEXT NOT NULL, at INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (doc, seq)) STRICT;
  CREATE TABLE doc_snapshot (
    doc TEXT NOT NULL REFERENCES doc (id), upto_seq INTEGER NOT NULL, state BLOB NOT NULL,
    PRIMARY KEY (doc, upto_seq)) STRICT;
  CREATE TABLE decision (
    id TEXT PRIMARY KEY, draft TEXT NOT NULL REFERENCES draft (id), change TEXT NOT NULL, verdict TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id), group_code TEXT NOT NULL, role TEXT NOT NULL, at INTEGER NOT NULL)
    STRICT;
  `,
  `
  CREATE TABLE doc_client (
    doc TEXT NOT NULL REFERENCES doc (id), client INTEGER NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (doc, client)) STRICT;
  `,
  `
  ALTER TABLE doc_snapshot ADD COLUMN ledger TEXT;
  CREATE TABLE text_source (
    base_text TEXT PRIMARY KEY REFERENCES base_text (id), name TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE draft_source (
    draft TEXT PRIMARY KEY REFERENCES draft (id), name TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
  `,
  // The audit log and its chain, kept answers, named versions.
  `
  CREATE TABLE audit (
    id TEXT PRIMARY KEY, at INTEGER NOT NULL, person TEXT, act TEXT NOT NULL, draft TEXT, detail TEXT NOT NULL,
    number INTEGER UNIQUE, hash TEXT) STRICT;
  CREATE INDEX audit_not_chained ON audit (at, id) WHERE number IS NULL;
  CREATE TABLE kept_answer (
    person TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL, at INTEGER NOT NULL, status INTEGER, body TEXT,
    PRIMARY KEY (person, key)) STRICT;
  CREATE TABLE version (
    id TEXT PRIMARY KEY, draft TEXT NOT NULL REFERENCES draft (id), seq INTEGER NOT NULL, name TEXT NOT NULL,
    person TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE (draft, name)) STRICT;
  `,
  // Decisions in acts, undone ones, and visits.
  `
  ALTER TABLE decision ADD COLUMN act TEXT;
  ALTER TABLE decision ADD COLUMN undoes TEXT;
  CREATE INDEX decision_draft ON decision (draft);
  CREATE TABLE decision_act (
    id TEXT PRIMARY KEY, draft TEXT NOT NULL REFERENCES draft (id), before TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
  CREATE TABLE visit (
    person TEXT NOT NULL REFERENCES person (id), draft TEXT NOT NULL REFERENCES draft (id), at INTEGER NOT NULL,
    before INTEGER, PRIMARY KEY (person, draft)) STRICT;
  `,
  // Who is in the conference and how; accounts, as better-auth keeps them; whose eyes drafts are for.
  `
  ALTER TABLE person ADD COLUMN revoked_at INTEGER;
  ALTER TABLE draft ADD COLUMN shared INTEGER NOT NULL DEFAULT 1;
  CREATE TABLE invitation (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, group_code TEXT REFERENCES conference_group (code), role TEXT NOT NULL,
    invited_by TEXT REFERENCES person (id), created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
    accepted_at INTEGER, accepted_by TEXT) STRICT;
  CREATE TABLE auth_user (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, "emailVerified" INTEGER NOT NULL, image TEXT,
    "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL) STRICT;
  CREATE TABLE auth_session (
    id TEXT PRIMARY KEY, "userId" TEXT NOT NULL REFERENCES auth_user (id), token TEXT NOT NULL UNIQUE,
    "expiresAt" TEXT NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL, "ipAddress" TEXT,
    "userAgent" TEXT) STRICT;
  CREATE INDEX auth_session_user ON auth_session ("userId");
  CREATE TABLE auth_account (
    id TEXT PRIMARY KEY, "userId" TEXT NOT NULL REFERENCES auth_user (id), "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL, "accessToken" TEXT, "refreshToken" TEXT, "idToken" TEXT, "accessTokenExpiresAt" TEXT,
    "refreshTokenExpiresAt" TEXT, scope TEXT, password TEXT, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    UNIQUE ("providerId", "accountId")) STRICT;
  CREATE INDEX auth_account_user ON auth_account ("userId");
  CREATE TABLE auth_verification (
    id TEXT PRIMARY KEY, identifier TEXT NOT NULL, value TEXT NOT NULL, "expiresAt" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL) STRICT;
  CREATE INDEX auth_verification_identifier ON auth_verification (identifier);
  CREATE TABLE auth_rate_limit (
    id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, count INTEGER NOT NULL, "lastRequest" INTEGER NOT NULL) STRICT;
  `,
  `
  ALTER TABLE base_text ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
  `,
  // Threads of comments on drafts.
  `
  CREATE TABLE thread (
    id TEXT PRIMARY KEY, draft TEXT NOT NULL REFERENCES draft (id),
    group_code TEXT REFERENCES conference_group (code), anchor TEXT NOT NULL, created_at INTEGER NOT NULL,
    resolved_at INTEGER, resolved_by TEXT REFERENCES person (id), version INTEGER NOT NULL) STRICT;
  CREATE INDEX thread_of_draft ON thread (draft);
  CREATE TABLE thread_comment (
    id TEXT PRIMARY KEY, thread TEXT NOT NULL REFERENCES thread (id), person TEXT NOT NULL REFERENCES person (id),
    text TEXT NOT NULL, mentions TEXT NOT NULL, at INTEGER NOT NULL, edited_at INTEGER, deleted_at INTEGER) STRICT;
  CREATE INDEX comment_of_thread ON thread_comment (thread);
  CREATE TABLE thread_mention (
    comment TEXT NOT NULL REFERENCES thread_comment (id), person TEXT NOT NULL REFERENCES person (id),
    seen_at INTEGER, PRIMARY KEY (comment, person)) STRICT;
  CREATE INDEX mention_of_person ON thread_mention (person);
  `,
  // Threads that a Word file brought.
  `
  ALTER TABLE thread ADD COLUMN source TEXT;
  ALTER TABLE thread_comment ADD COLUMN author TEXT;
  ALTER TABLE thread_comment ADD COLUMN place INTEGER;
  `,
  // Webhooks and their outbox.
  `
  CREATE TABLE webhook (
    id TEXT PRIMARY KEY, url TEXT NOT NULL, secret TEXT NOT NULL, enabled INTEGER NOT NULL,
    created_by TEXT NOT NULL REFERENCES person (id), created_at INTEGER NOT NULL) STRICT;
  CREATE TABLE webhook_event (
    webhook TEXT NOT NULL REFERENCES webhook (id), event TEXT NOT NULL, PRIMARY KEY (webhook, event)) STRICT;
  CREATE TABLE webhook_delivery (
    id TEXT PRIMARY KEY, webhook TEXT NOT NULL REFERENCES webhook (id), event TEXT NOT NULL, body TEXT NOT NULL,
    created_at INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, due_at INTEGER, last_at INTEGER,
    failure TEXT) STRICT;
  CREATE INDEX webhook_delivery_due ON webhook_delivery (due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX webhook_delivery_of ON webhook_delivery (webhook, created_at);
  `,
  // Attempts to sign in, counted by all nodes together.
  `
  CREATE TABLE attempt (account TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
  CREATE INDEX attempt_until ON attempt (until);
  `,
];
