import type { Database } from "../store/database.ts";
import type { Post } from "./post.ts";
import { signedHeaders } from "./signature.ts";

/** How often the outbox is looked through for what is due again, in milliseconds. */
const SWEEP_MS = 2000;
/** How long the receiver has to answer. */
const ANSWER_MS = 10_000;
/** A delivery that somebody has begun is not begun by another node within this time. */
const LEASE_MS = 60_000;
/** The wait after the first failure, by how much it grows with each, and its most: 30 attempts are about a day. */
const RETRY = { first: 5000, growth: 3, most: 60 * 60_000, attempts: 30 };
/** For how long deliveries are kept for looking at. */
const KEEP_MS = 30 * 24 * 60 * 60_000;
const BATCH = 100;

/** Sends what is in the outbox: at least once, the deliveries of one webhook in order while they succeed. */
export interface Deliverer {
  /** Sends what is due; resolves when all of it was tried. */
  deliverDue(): Promise<void>;
  /** Sends soon what is due. */
  wake(): void;
  /** Gives up what is being sent, which is sent again later. */
  close(): Promise<void>;
}

/** What the deliverer works on. */
export interface DelivererParts {
  readonly db: Database;
  readonly post: Post;
  /** A delivery was tried. */
  readonly tried: () => void;
  readonly clock: () => Date;
  readonly report: (error: unknown) => void;
}

interface Due {
  readonly id: string;
  readonly webhook: string;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
  readonly attempts: number;
  readonly due: number;
}

/** A deliverer that looks by itself from now on. Any number of nodes may do so: each delivery is begun by one of them. */
export function createDeliverer({ db, post, tried, clock, report }: DelivererParts): Deliverer {
  const closing = new AbortController();
  const running = new Map<string, Promise<void>>();
  /** Webhooks for which more became due while something was being sent to them. */
  const more = new Set<string>();
  let failing = false;
  let forgotten = 0;

  async function due(): Promise<Due[]> {
    const rows = await db
      .selectFrom("webhook_delivery")
      .innerJoin("webhook", "webhook.id", "webhook_delivery.webhook")
      .select(["webhook_delivery.id", "webhook_delivery.webhook", "webhook_delivery.body", "webhook_delivery.attempts"])
      .select(["webhook.url", "webhook.secret"])
      .select((of) => of.ref("webhook_delivery.due_at").$notNull().as("due"))
      .where("webhook_delivery.due_at", "<=", clock().getTime())
      .where("webhook.enabled", "=", 1)
      .orderBy("webhook_delivery.created_at")
      .orderBy("webhook_delivery.id")
      .limit(BATCH)
      .execute();
    return rows.filter(({ webhook }) => !running.has(webhook) || !more.add(webhook));
  }

  /** Takes the delivery up; false when another node has. */
  async function begin({ id, due: was }: Due): Promise<boolean> {
    const taken = await db
      .updateTable("webhook_delivery")
      .set({ due_at: clock().getTime() + LEASE_MS })
      .where("id", "=", id)
      .where("due_at", "=", was)
      .returning("id")
      .executeTakeFirst();
    return taken !== undefined;
  }

  /** Why the delivery failed; null when it did not. */
  async function failureOf({ id, url, secret, body }: Due): Promise<string | null> {
    const headers = {
      "content-type": "application/json",
      "user-agent": "Plenary",
      ...signedHeaders(secret, id, clock(), body),
    };
    try {
      const status = await post(url, headers, body, AbortSignal.any([closing.signal, AbortSignal.timeout(ANSWER_MS)]));
      return status >= 200 && status < 300 ? null : `HTTP ${status}`;
    } catch (error) {
      return error instanceof Error ? error.message.slice(0, 200) : String(error);
    }
  }

  /** Sends one; false when it failed. */
  async function send(one: Due): Promise<boolean> {
    if (!(await begin(one))) return true;
    const failure = await failureOf(one);
    if (failure !== null && closing.signal.aborted) return false;
    const at = clock().getTime();
    const attempts = one.attempts + 1;
    const its = db.updateTable("webhook_delivery").where("id", "=", one.id);
    if (failure === null)
      await its.set({ state: "delivered", attempts, due_at: null, last_at: at, failure: null }).execute();
    else if (attempts >= RETRY.attempts)
      await its.set({ state: "given up", attempts, due_at: null, last_at: at, failure }).execute();
    else await its.set({ attempts, due_at: at + waitAfter(attempts), last_at: at, failure }).execute();
    tried();
    return failure === null;
  }

  async function sendAll(deliveries: readonly Due[]): Promise<void> {
    for (const one of deliveries) if (closing.signal.aborted || !(await send(one))) return;
  }

  async function sendTo(webhook: string, deliveries: readonly Due[]): Promise<void> {
    try {
      await sendAll(deliveries);
    } catch (error) {
      report(error);
    } finally {
      running.delete(webhook);
      if (more.delete(webhook) && !closing.signal.aborted) wake();
    }
  }

  async function forgetOld(): Promise<void> {
    const now = clock().getTime();
    if (now - forgotten < KEEP_MS / 30) return;
    forgotten = now;
    await db
      .deleteFrom("webhook_delivery")
      .where("due_at", "is", null)
      .where("created_at", "<", now - KEEP_MS)
      .execute();
  }

  async function deliverDue(): Promise<void> {
    const byWebhook = Map.groupBy(await due(), ({ webhook }) => webhook);
    for (const [webhook, deliveries] of byWebhook) running.set(webhook, sendTo(webhook, deliveries));
    await forgetOld();
    await Promise.all(running.values());
  }

  function wake(): void {
    deliverDue().then(
      () => void (failing = false),
      (error: unknown) => {
        if (!failing && !closing.signal.aborted) report(error);
        failing = true;
      },
    );
  }
  const timer = setInterval(wake, SWEEP_MS);

  return {
    deliverDue,
    wake,
    async close() {
      clearInterval(timer);
      closing.abort();
      await Promise.all(running.values());
    },
  };
}

function waitAfter(attempts: number): number {
  return Math.min(RETRY.first * RETRY.growth ** (attempts - 1), RETRY.most);
}
