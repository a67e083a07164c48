import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Limits,
  type Logger,
  type OidcSettings,
  type RecordedRefusal,
  type Server,
  type Store,
  createServer,
  openSqliteStore,
  seed,
} from "@plenary/server";
import { describedAnswers } from "./describedAnswers.ts";
import { testConference } from "./testConference.ts";

/** A person signed in at a server. */
export interface SignedIn {
  /** Sends a request with the person's cookie; a body is sent as JSON. */
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Sends a file as the body. */
  send(path: string, bytes: Uint8Array): Promise<Response>;
  /** The JSON that a GET answers. */
  get<T>(path: string): Promise<T>;
  /** A ticket to the rooms of a draft. */
  ticket(draft: string): Promise<string>;
}

/** A server on the test conference, on a free port. */
export interface TestServer {
  readonly origin: string;
  readonly rooms: string;
  readonly store: Store;
  /** The folder of its database. */
  readonly folder: string;
  /** The id of the seeded draft. */
  readonly draft: string;
  /** The path of the link for the first member of the secretariat; null in the demo, and when there is one. */
  readonly setUpPath: Server["setUpPath"];
  /** What went wrong on the server. */
  readonly reports: unknown[];
  /** How many messages the server refused, by the reason. */
  readonly refused: Server["refused"];
  /** The refusals that the server gave to be kept. */
  readonly recorded: RecordedRefusal[];
  /** Every route of the API as its method and path. */
  readonly routes: readonly (readonly [method: string, path: string])[];
  signIn(person: string): Promise<SignedIn>;
  /** Ends the server in order and starts another one on the same store, at another address. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** How a server is started: `wrap` may put something between it and its store, and the clock may be the test's. */
export interface TestServerOptions {
  readonly wrap?: (store: Store) => Store;
  /** Opens another store than a SQLite file. */
  readonly open?: () => Promise<Store>;
  readonly clock?: () => Date;
  /** False: people sign in with accounts. */
  readonly demo?: boolean;
  readonly signIn?: { readonly publicUrl: string | null; readonly oidc: OidcSettings | null };
  readonly behindProxy?: boolean;
  readonly recheckMs?: number;
  readonly limits?: Partial<Limits>;
  readonly logger?: Logger;
  readonly metricsToken?: string;
  readonly webhooksToPrivate?: boolean;
}

/** Starts a server. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { wrap, open, clock: given, demo = true, ...rest } = options;
  const folder = mkdtempSync(join(tmpdir(), "plenary-server-"));
  const clock = given ?? (() => new Date());
  const ids = (): string => crypto.randomUUID();
  const real = await (open?.() ?? openSqliteStore(join(folder, "plenary.db")));
  await seed(real, testConference, { clock, ids });
  const store = wrap?.(real) ?? real;
  const reports: unknown[] = [];
  const recorded: RecordedRefusal[] = [];
  const create = (): Promise<Server> =>
    createServer({
      store,
      clock,
      ids,
      demo,
      ...rest,
      recordRefusal: (refusal) => recorded.push(refusal),
      report(error) {
        reports.push(error);
        options.logger?.error(error);
      },
    });
  let server = await create();
  let { port } = await server.listen(0, "127.0.0.1");
  const origin = (): string => `http://127.0.0.1:${port}`;
  const { id } = await real.db.selectFrom("draft").select("id").executeTakeFirstOrThrow();
  return {
    get origin() {
      return origin();
    },
    get rooms() {
      return `ws://127.0.0.1:${port}/rooms`;
    },
    store: real,
    folder,
    draft: id,
    reports,
    get refused() {
      return server.refused;
    },
    recorded,
    setUpPath: () => server.setUpPath(),
    get routes() {
      return server.app.routes
        .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/"))
        .map(({ method, path }) => [method, path] as const);
    },
    async restart() {
      await server.close();
      server = await create();
      ({ port } = await server.listen(0, "127.0.0.1"));
    },
    signIn: (person) => signIn(origin(), person),
    async close() {
      await server.close();
      await real.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What each server says of its answers. */
const descriptions = new Map<string, ReturnType<typeof describedAnswers>>();

/**
 * A connection for each request: blocking work of a test keeps the server in the same process from telling in time that it
 * closes an idle connection, and the next request would go into it.
 */
const alone = { connection: "close" };

/** Signs a person in at a server that runs in demo mode; every answer is held to the description of the API. */
export async function signIn(origin: string, person: string): Promise<SignedIn> {
  const json = { "content-type": "application/json", ...alone };
  const answer = await fetch(`${origin}/api/session`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ person }),
  });
  if (!answer.ok) throw new Error(`${person} can't sign in: ${await answer.text()}`);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  return signedInWith(origin, cookies.join("; "));
}

/** Someone whose browser sends these cookies. */
export function signedInWith(origin: string, cookie: string): SignedIn {
  const json = { "content-type": "application/json", ...alone };
  let described = descriptions.get(origin);
  if (!described) descriptions.set(origin, (described = describedAnswers(origin, alone)));

  async function request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${origin}${path}`, { method, headers: { ...json, cookie, ...headers }, ...sent });
    await (await described)?.check(method, path, response);
    return response;
  }
  async function read<T>(method: string, path: string): Promise<T> {
    const response = await request(method, path);
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    const value: unknown = await response.json();
    return value as T;
  }
  return {
    request,
    send: (path, bytes) =>
      fetch(`${origin}${path}`, { method: "POST", headers: { cookie, ...alone }, body: new Uint8Array(bytes) }),
    get: (path) => read("GET", path),
    ticket: async (draft) => (await read<{ ticket: string }>("POST", `/api/drafts/${draft}/ticket`)).ticket,
  };
}
