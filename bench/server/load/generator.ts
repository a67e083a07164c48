import { createHash } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";
import * as Y from "yjs";
import { type SignedIn, signIn } from "../signIn.ts";
import { type LoadClient, connectLoad } from "./loadClient.ts";
import type { ClientPlan, FromGenerator, ToGenerator } from "./messages.ts";

/** A process of clients, told by its parent what to do. */

/** How many clients connect at a time. */
const AT_ONCE = 8;
/** How many characters a clause may have whose writers are tidy. */
const LONG = 400;
/** The grain of the timer by which its lateness is measured, in milliseconds. */
const RESOLUTION_MS = 1;
/** How long clients may take to get the last words, in milliseconds. */
const SETTLE_MS = 20_000;
/** What is written is its own time in microseconds. */
const MARK = /(\d{16});/g;

interface Running {
  readonly plan: ClientPlan;
  readonly client: LoadClient;
  /** How many writes it has, its own and others'. */
  has: number;
}

let given: Extract<ToGenerator, { type: "prepare" }>;
const sessions = new Map<ClientPlan, SignedIn>();
const running: Running[] = [];
const delays: number[] = [];
const written = new Map<number, number>();
/** When the last time of writing began: only what was written since is timed. */
let since = 0;
const decoder = new TextDecoder("latin1");

process.setMaxListeners(0);
process.on("disconnect", () => process.exit());
process.on("message", (message: ToGenerator) => {
  take(message).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});

function tell(message: FromGenerator): void {
  process.send?.(message);
}

async function take(message: ToGenerator): Promise<void> {
  if (message.type === "prepare") {
    given = message;
    const { server, port, clients } = message;
    if (server === "plenary")
      await each(clients, async (plan) => {
        sessions.set(plan, await signIn(`http://127.0.0.1:${port}`, plan.person));
      });
    return tell({ type: "prepared" });
  }
  if (message.type === "connect") {
    await each(
      given.clients.filter(({ seat }) => (seat === 0) === message.opening),
      connect,
    );
    return tell({ type: "connected" });
  }
  if (message.type === "write") {
    const writers = running.filter(({ plan }) => plan.writes > 0);
    const late = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    const before = process.cpuUsage();
    since = now();
    delays.length = 0;
    late.enable();
    await Promise.all(writers.map((one) => writeOn(one, message)));
    if (writers.length === 0) await delay(message.during);
    late.disable();
    const { user, system } = process.cpuUsage(before);
    const behind = Math.max(0, late.percentile(99) / 1e6 - RESOLUTION_MS);
    return tell({ type: "written", written, late: behind, cpu: (user + system) / 1000 });
  }
  const expected = message.written;
  const until = Date.now() + SETTLE_MS;
  const isBehind = ({ plan, has }: Running): boolean => has < (expected.get(plan.room) ?? 0);
  while (running.some(isBehind) && Date.now() < until) await delay(50);
  const texts = new Map<number, string[]>();
  for (const { plan, client } of running) {
    const hash = createHash("sha256").update(client.doc.getXmlFragment("text").toJSON()).digest("base64");
    const known = texts.get(plan.room) ?? [];
    if (!known.includes(hash)) texts.set(plan.room, [...known, hash]);
  }
  tell({ type: "settled", delays: Float64Array.from(delays), texts, behind: running.filter(isBehind).length });
}

async function each(plans: readonly ClientPlan[], work: (plan: ClientPlan) => Promise<void>): Promise<void> {
  const left = plans.values();
  const worker = async (): Promise<void> => {
    for (const plan of left) await work(plan);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function connect(plan: ClientPlan): Promise<void> {
  const { server, port, rooms } = given;
  const client = await connectLoad(server, port, rooms[plan.room] ?? "", sessions.get(plan) ?? null);
  const one: Running = { plan, client, has: 0 };
  client.doc.on("update", (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) =>
    note(one, update, local),
  );
  client.show(0);
  running.push(one);
}

function now(): number {
  return performance.timeOrigin + performance.now();
}

function note(one: Running, update: Uint8Array, local: boolean): void {
  const at = now();
  for (const [, mark] of decoder.decode(update).matchAll(MARK)) {
    one.has += 1;
    if (!local && Number(mark) / 1000 >= since) delays.push(at - Number(mark) / 1000);
  }
}

/** Writes at the plan's rate, not in step with the other writers. */
async function writeOn(one: Running, { during, tidy }: { during: number; tidy: boolean }): Promise<void> {
  const { plan, client } = one;
  const interval = 1000 / plan.writes;
  const end = now() + during;
  await delay(Math.random() * interval);
  for (let next = now(); next < end; next += interval) {
    await delay(Math.max(0, next - now()));
    const clauses = client.doc.getXmlFragment("text").toArray();
    // Who is tidy stays in a clause alone: what is taken out there is one piece, and Yjs keeps it as one.
    const place = tidy ? plan.seat : Math.floor(Math.random() * clauses.length);
    const chosen = clauses[2 + (place % (clauses.length - 2))];
    const words = chosen instanceof Y.XmlElement ? chosen.firstChild : null;
    if (!(words instanceof Y.XmlText)) throw new Error("A clause has no words.");
    words.insert(words.length, `${Math.round(now() * 1000)};`);
    if (tidy && words.length > LONG) words.delete(LONG / 2, words.length - LONG);
    written.set(plan.room, (written.get(plan.room) ?? 0) + 1);
  }
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
