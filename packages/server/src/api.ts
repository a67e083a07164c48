import { Hono } from "hono";
import { type AccountParts, accountRoutes, callbackRoute } from "./access/accountRoutes.ts";
import { type InvitationParts, invitationRoutes } from "./access/invitationRoutes.ts";
import { type PeopleParts, peopleRoutes } from "./access/peopleRoutes.ts";
import { bodyLimit } from "hono/body-limit";
import { type ActsParts, acts } from "./acts/acts.ts";
import { type AuditRouteParts, auditRoutes } from "./audit/auditRoutes.ts";
import { type DraftParts, draftRoutes } from "./http/draftRoutes.ts";
import { type ConferenceParts, conferenceRoutes } from "./http/conferenceRoutes.ts";
import { type EventRouteParts, eventRoutes } from "./events/eventRoutes.ts";
import { openapi } from "./http/openapi/openapi.ts";
import { reference } from "./http/openapi/reference.ts";
import { sameSite } from "./http/sameSite.ts";
import { Problem, problem } from "./http/problem.ts";
import { type SessionParts, sessionRoutes } from "./http/sessionRoutes.ts";
import { type TextParts, textRoutes } from "./http/textRoutes.ts";
import { type WordParts, wordRoutes } from "./http/wordRoutes.ts";
import { type VersionRouteParts, versionRoutes } from "./versions/versionRoutes.ts";
import { type TalkParts, mentionRoutes, talkRoutes } from "./talk/talkRoutes.ts";
import { type WebhookRouteParts, webhookRoutes } from "./webhooks/webhookRoutes.ts";

export type { OpenInvitation } from "./access/invitations.ts";
export type { PersonDetail } from "./access/peopleRoutes.ts";
export type { ChangeAuthor } from "./ledger/authors.ts";
export type { DraftDetail, DraftSummary } from "./conference/drafts.ts";
export type { Group, Person } from "./conference/people.ts";
export type { ProposalsView } from "./conference/proposals.ts";
export type { Candidate, WordComparison, WordReport } from "./word/wordImports.ts";
export type { TextDetail, TextSummary } from "./conference/texts.ts";
export type { SilentEdit } from "./word/silentEdits.ts";
export type { ProblemBody } from "./http/problem.ts";
export type { SessionView } from "./http/sessionRoutes.ts";
export type { CommentChoice } from "./word/threadComments.ts";
export type { CommentsChoice } from "./word/wordImports.ts";
export type { CommentView, MentionView, Talk, ThreadView } from "./talk/threadView.ts";
export type { DeliveryView, WebhookView } from "./webhooks/webhooks.ts";
export type { ListName } from "./events/lists.ts";
export type { WebhookEvent } from "./webhooks/webhookEvents.ts";
export type { History, Version } from "./versions/history.ts";

/** What the API works on. */
export interface ApiParts
  extends
    SessionParts,
    AccountParts,
    InvitationParts,
    PeopleParts,
    ConferenceParts,
    TextParts,
    DraftParts,
    WordParts,
    VersionRouteParts,
    AuditRouteParts,
    EventRouteParts,
    ActsParts,
    TalkParts,
    WebhookRouteParts {
  /** Takes what went wrong unexpectedly, to be logged. */
  readonly report: (error: unknown) => void;
}

/** The routes of the API, typed for a client: `hc<Api>(origin)`. */
export type Api = ReturnType<typeof createApi>;

/** The largest body of any request, in bytes; some routes take less. */
const LARGEST = 24 * 1024 * 1024;

function tooLarge(): never {
  throw problem("request-too-large");
}

/** The HTTP API; errors are problem+json. */
export function createApi(parts: ApiParts) {
  const app = new Hono();
  app.use(sameSite({ loopbackOnly: parts.demoSessions !== null }));
  app.use("/api/*", bodyLimit({ maxSize: LARGEST, onError: tooLarge }));
  app.use("/api/*", acts(parts));
  app.onError((error, c) => {
    if (error instanceof Problem)
      return c.json(error.body(), error.status, { "content-type": "application/problem+json" });
    parts.report(error);
    return c.json(problem("internal").body(), 500, { "content-type": "application/problem+json" });
  });
  const routes = app
    .route("/api/session", sessionRoutes(parts))
    .route("/api/account", accountRoutes(parts))
    .route("/", callbackRoute(parts))
    .route("/api/invitations", invitationRoutes(parts))
    .route("/api/people", peopleRoutes(parts))
    .route("/api/conference", conferenceRoutes(parts))
    .route("/api/texts", textRoutes(parts))
    .route("/api/drafts", draftRoutes(parts))
    .route("/api/word", wordRoutes(parts))
    .route("/api/drafts", versionRoutes(parts))
    .route("/api/audit", auditRoutes(parts))
    .route("/api/events", eventRoutes(parts))
    .route("/api/drafts", talkRoutes(parts))
    .route("/api/mentions", mentionRoutes(parts))
    .route("/api/webhooks", webhookRoutes(parts));
  const whole = routes.route(
    "/api",
    reference(() => openapi(routes.routes, "Plenary")),
  );
  whole.all("/api/*", () => {
    throw problem("unknown-route");
  });
  return whole;
}
