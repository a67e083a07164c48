import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { createKeptAnswers } from "./acts/keptAnswers.ts";
import { type Api, createApi } from "./api.ts";
import type { SignInSettings } from "./access/accounts.ts";
import { createAccess } from "./access/createAccess.ts";
import { createKicks } from "./access/kicks.ts";
import { createStandings } from "./access/standings.ts";
import { createAuthors } from "./ledger/authors.ts";
import { createAudit } from "./audit/audit.ts";
import { keepFailedSignIns } from "./audit/keepFailedSignIns.ts";
import { keepRefusals } from "./audit/keepRefusals.ts";
import { createDrafts } from "./conference/drafts.ts";
import { conferenceName } from "./conference/conferenceName.ts";
import { createExports } from "./conference/exports.ts";
import { type Person, createPeople } from "./conference/people.ts";
import { createProposals } from "./conference/proposals.ts";
import { maySee } from "./conference/rights.ts";
import { createStructure } from "./conference/structure.ts";
import { createTexts } from "./conference/texts.ts";
import { storedKey } from "./store/storedKey.ts";
import { createTickets } from "./conference/tickets.ts";
import { createListEvents } from "./events/listEvents.ts";
import { createGuards } from "./guard/guards.ts";
import { type Limits, defaultLimits } from "./guard/limits.ts";
import type { RefusalReason } from "./guard/refusal.ts";
import { type RecordedRefusal, createRefusals } from "./guard/refusals.ts";
import { createHistogram } from "./monitoring/histogram.ts";
import type { Logger } from "./monitoring/logger.ts";
import { logRequests } from "./monitoring/logRequests.ts";
import { monitoringRoutes } from "./monitoring/monitoringRoutes.ts";
import { type Telemetry, noTelemetry } from "./monitoring/telemetry.ts";
import { followedJournal, timedLog } from "./monitoring/timed.ts";
import { traceRequests, tracedJournal, tracedRooms, tracedStore } from "./monitoring/traced.ts";
import { createTypesetter } from "@plenary/typeset";
import { createLedgers } from "./ledger/ledgers.ts";
import { createWordImports } from "./word/wordImports.ts";
import { page } from "./http/page.ts";
import { createDoorkeeper } from "./rooms/doorkeeper.ts";
import { createJournal } from "./rooms/journal.ts";
import { createRooms } from "./rooms/rooms.ts";
import { createWordReader } from "./word/wordReader.ts";
import { createVersions } from "./versions/versions.ts";
import { createReview } from "./review/review.ts";
import { createVisits } from "./review/visits.ts";
import type { Store } from "./store/store.ts";
import { createMentions } from "./talk/mentions.ts";
import { createDeliverer } from "./webhooks/deliverer.ts";
import { createOutbox } from "./webhooks/outbox.ts";
import { createPost } from "./webhooks/post.ts";
import { createWebhooks } from "./webhooks/webhooks.ts";
import { createTelling } from "./talk/telling.ts";
import { createThreadRows } from "./talk/threadRows.ts";
import { createThreads } from "./talk/threads.ts";

/** What a server is made of. */
export interface ServerParts {
  readonly store: Store;
  readonly clock: () => Date;
  /** Makes ids of letters, digits, `-` and `_` that nobody can guess. */
  readonly ids: () => string;
  /** Whether everybody may be anybody; such a server answers to loopback names alone. */
  readonly demo: boolean;
  /** How people sign in when it is not the demo; by default with a password, at the address that they ask for. */
  readonly signIn?: SignInSettings;
  /** Whether a proxy in front of the server writes who asks into X-Forwarded-For. */
  readonly behindProxy?: boolean;
  /** How often what everybody connected may do is read anew, in milliseconds; every 60 seconds by default. */
  readonly recheckMs?: number;
  /** The folder of the built page; without it only the API is served. */
  readonly webRoot?: string;
  /** Limits that are other than the usual ones. */
  readonly limits?: Partial<Limits>;
  /** Whether webhooks may be told at addresses that are not of the public internet, and without TLS. */
  readonly webhooksToPrivate?: boolean;
  /** Keeps each refusal; without it they are counted and reported alone. */
  readonly recordRefusal?: (refusal: RecordedRefusal) => void;
  /** Takes what went wrong, to be logged. */
  readonly report: (error: unknown) => void;
  /** Where requests are logged; they are not when it is left out. */
  readonly logger?: Pick<Logger, "info">;
  /** Who has it may read the metrics from anywhere; without it they are for this machine alone. */
  readonly metricsToken?: string;
  /** Where the server's doings and counts are told besides; nowhere when it is left out. Closing it is not the server's. */
  readonly telemetry?: Telemetry;
}

/** A server of one conference. */
export interface Server {
  readonly app: Api;
  /** How many messages were refused, by the reason. */
  readonly refused: ReadonlyMap<RefusalReason, number>;
  /** The path of a link for the first member of the secretariat; null in the demo, and when there is one. */
  readonly setUpPath: () => Promise<string | null>;
  /** Starts to listen; resolves with the address once it does. Port 0 takes a free one. */
  listen(port: number, host: string): Promise<AddressInfo>;
  /** Closes connections and rooms; what was accepted is stored. The store stays open. */
  close(): Promise<void>;
}

/** Puts a server together; it serves nothing before it listens. */
export async function createServer(parts: ServerParts): Promise<Server> {
  const { clock, ids, demo, webRoot, recordRefusal = () => {}, report, logger, metricsToken } = parts;
  const { signIn = { publicUrl: null, oidc: null }, behindProxy = false, recheckMs } = parts;
  const limits = { ...defaultLimits, ...parts.limits };
  const { telemetry = noTelemetry } = parts;
  const commits = createHistogram(
    telemetry.times("plenary.commit.duration", "From giving updates to the store until they are durable."),
  );
  const propagation = createHistogram(
    telemetry.times("plenary.propagation.duration", "From taking an update until it is durable and relayed."),
  );
  const timed = timedLog(parts.store.log, commits);
  const store = tracedStore({ ...parts.store, log: timed }, telemetry);
  const { db, hints, log } = store;
  const people = createPeople(db);
  const kicks = createKicks(hints);
  const { setUpPath, ...access } = await createAccess({ store, people, kicks, demo, signIn, clock, ids, report });
  const tickets = createTickets(await storedKey(db, "ticket key"), clock);
  const reader = createWordReader();
  const texts = createTexts({ store, reader, clock, ids });
  const events = createListEvents(hints);
  const audit = createAudit({ store, clock, ids });
  const journal = followedJournal(tracedJournal(createJournal, timed, telemetry), {
    propagation,
    stored: () => events.changed("drafts"),
  });
  const keepRefusal = keepRefusals({ audit, report });
  const refusals = createRefusals({
    clock,
    report,
    record(refusal) {
      keepRefusal(refusal);
      recordRefusal(refusal);
    },
  });
  const rooms = tracedRooms(
    createRooms({
      log,
      hints,
      journal,
      guards: createGuards(db, texts, limits),
      ledgers: createLedgers(db, texts, log),
      refusals,
      clock,
      report,
    }),
    telemetry,
  );
  const drafts = createDrafts({ store, texts, rooms, clock, ids, kicks });
  const review = createReview({ db, drafts, texts, rooms, journal, clock, ids });
  const visits = createVisits({ db, commit: (statements) => store.commit(statements), clock });
  const structure = createStructure({ rooms, texts, journal });
  const typesetter = createTypesetter();
  const proposals = createProposals({ drafts, texts, rooms });
  const authors = createAuthors(people, texts, rooms);
  const answers = createKeptAnswers(db, clock);
  const versions = createVersions({ store, texts, people, rooms, clock, ids });
  const audienceOf = async (person: Person, id: string): Promise<Person[]> => {
    const draft = await drafts.visible(person, id);
    return (await people.all()).filter((one) => maySee(one, draft));
  };
  const threadRows = createThreadRows(db);
  const telling = createTelling({ rows: threadRows, rooms, events, hints, report });
  const threads = createThreads({ store, rows: threadRows, telling, audienceOf, clock, ids });
  const meeting = (): Promise<string> => conferenceName(db);
  const exports = createExports({ drafts, authors, texts, meeting, people, rooms, threads, typesetter, reader });
  const sees = async (person: Person, id: string): Promise<boolean> => maySee(person, await drafts.find(id));
  const mentions = createMentions({ db, sees, clock });
  const { webhooksToPrivate: toPrivate = false } = parts;
  const deliverer = createDeliverer({
    db,
    post: createPost(toPrivate),
    tried: () => events.acted(["webhooks"]),
    clock,
    report,
  });
  const webhooks = createWebhooks({ db, commit: (statements) => store.commit(statements), toPrivate, clock, ids });
  const app = createApi({
    db,
    commit: (statements) => store.commit(statements),
    people,
    ...access,
    signInFailed: keepFailedSignIns({ db, audit, clock, report }),
    behindProxy,
    tickets,
    texts,
    proposals,
    drafts,
    review,
    visits,
    rooms,
    structure,
    exports,
    authors,
    words: createWordImports({ db, reader, texts, drafts, clock, ids }),
    versions,
    audit,
    answers,
    events,
    threads,
    mentions,
    webhooks,
    deliverer,
    outbox: createOutbox({ db, clock, ids, posted: () => deliverer.wake() }),
    report,
  });
  let stopping = false;
  const whole = new Hono();
  if (logger) whole.use("/api/*", logRequests(logger));
  whole.use("/api/*", traceRequests(telemetry));
  whole.route(
    "/",
    monitoringRoutes({
      db,
      rooms: () => rooms.count(),
      connections: () => doorkeeper.connections(),
      refused: refusals.counts,
      commits,
      propagation,
      ...(metricsToken === undefined ? {} : { token: metricsToken }),
      stopping: () => stopping,
      report,
    }),
  );
  whole.route("/", app);
  if (webRoot !== undefined) whole.route("/", page(webRoot));

  const http = createAdaptorServer({
    fetch: whole.fetch,
    serverOptions: { headersTimeout: limits.handshake, connectionsCheckingInterval: Math.ceil(limits.handshake / 5) },
  });
  const doorkeeper = createDoorkeeper({
    rooms,
    standings: createStandings(people, drafts),
    kicks,
    tickets,
    ids,
    limits,
    clock,
    refusals,
    telemetry,
    loopbackOnly: demo,
    behindProxy,
    ...(recheckMs === undefined ? {} : { recheckMs }),
    report,
  });
  telemetry.observe("plenary.rooms", "Documents that are open.", "gauge", () => [[rooms.count(), {}]]);
  telemetry.observe("plenary.connections", "WebSocket connections.", "gauge", () => [[doorkeeper.connections(), {}]]);
  telemetry.observe("plenary.refused", "Messages that were refused, by the reason.", "counter", () =>
    [...refusals.counts].map(([reason, count]) => [count, { reason }] as const),
  );
  http.on("upgrade", (request, socket, head) => doorkeeper.upgrade(request, socket, head));

  return {
    app,
    refused: refusals.counts,
    setUpPath,
    async listen(port, host) {
      http.listen(port, host);
      await once(http, "listening");
      const address = http.address();
      if (address === null || typeof address === "string")
        throw new Error(`The server listens on ${address}, not on a port.`);
      return address;
    },
    async close() {
      stopping = true;
      doorkeeper.close();
      const closed = http.listening ? once(http, "close") : null;
      http.close();
      if ("closeAllConnections" in http) http.closeAllConnections();
      await closed;
      await deliverer.close();
      await typesetter.close();
      await rooms.close();
      await reader.close();
      events.close();
    },
  };
}
