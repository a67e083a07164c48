import type { Database } from "../store/database.ts";
import type { Statement } from "../store/logStore.ts";
import { problem } from "../http/problem.ts";
import { newSecret } from "./signature.ts";
import { type WebhookEvent, webhookEvents } from "./webhookEvents.ts";

/** A webhook as the secretariat sees it; its secret is shown once, when it is made. */
export interface WebhookView {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly enabled: boolean;
  /** How many deliveries wait to be sent, and how many were given up. */
  readonly waiting: number;
  readonly givenUp: number;
}

/** One delivery: `failure` is why the last attempt failed, `due` when the next one is. */
export interface DeliveryView {
  readonly id: string;
  readonly event: WebhookEvent;
  readonly at: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly due: string | null;
  readonly failure: string | null;
}

export type DeliveryState = "waiting" | "delivered" | "given up";

/** What a webhook is to be. */
export interface WebhookFacts {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
}

/** The webhooks of the conference. What is kept `alongside` a change is stored in its transaction. */
export interface Webhooks {
  list(): Promise<WebhookView[]>;
  /** Makes a webhook. Refused with 400 for an address that is never sent to, with 409 when there are too many. */
  add(facts: WebhookFacts, person: string, alongside: (id: string) => Statement[]): Promise<MadeWebhook>;
  /** Switches a webhook off and on; while it is off nothing is kept for it. Refused with 404, as those below. */
  enable(id: string, enabled: boolean, alongside: () => Statement[]): Promise<void>;
  remove(id: string, alongside: () => Statement[]): Promise<void>;
  /** The last deliveries, the newest first. */
  deliveries(id: string): Promise<DeliveryView[]>;
  /** Has a delivery that was given up sent again. */
  again(id: string, delivery: string): Promise<void>;
}

/** A webhook just made, with the secret that its deliveries are signed with. */
export interface MadeWebhook {
  readonly id: string;
  readonly secret: string;
}

/** What webhooks work on. */
export interface WebhooksParts {
  readonly db: Database;
  readonly commit: (statements: readonly Statement[]) => Promise<void>;
  /** Whether addresses that are not of the public internet may be sent to. */
  readonly toPrivate: boolean;
  readonly clock: () => Date;
  readonly ids: () => string;
}

const MOST = 20;
const SHOWN = 50;

/** Webhooks in the database. */
export function createWebhooks({ db, commit, toPrivate, clock, ids }: WebhooksParts): Webhooks {
  async function demand(id: string): Promise<void> {
    if (!(await db.selectFrom("webhook").select("id").where("id", "=", id).executeTakeFirst()))
      throw problem("unknown-webhook");
  }

  function checkUrl(url: string): void {
    const { protocol, username, password } = URL.parse(url) ?? { protocol: "", username: "", password: "" };
    const possible = protocol === "https:" || (toPrivate && protocol === "http:");
    if (!possible || username !== "" || password !== "") throw problem("webhook-address");
  }

  return {
    async list() {
      const rows = await db.selectFrom("webhook").selectAll().orderBy("created_at").orderBy("id").execute();
      const wanted = await db.selectFrom("webhook_event").selectAll().execute();
      const counts = await db
        .selectFrom("webhook_delivery")
        .select(["webhook", "state"])
        .select((of) => of.fn.countAll<number>().as("count"))
        .where("state", "<>", "delivered")
        .groupBy(["webhook", "state"])
        .execute();
      const count = (id: string, state: DeliveryState): number =>
        counts.find((row) => row.webhook === id && row.state === state)?.count ?? 0;
      return rows.map(({ id, url, enabled }) => ({
        id,
        url,
        events: webhookEvents.filter((event) => wanted.some((row) => row.webhook === id && row.event === event)),
        enabled: enabled === 1,
        waiting: count(id, "waiting"),
        givenUp: count(id, "given up"),
      }));
    },
    async add({ url, events }, person, alongside) {
      checkUrl(url);
      const all = await db.selectFrom("webhook").select("id").execute();
      if (all.length >= MOST) throw problem("too-many-webhooks", { most: MOST });
      const [id, secret] = [ids(), newSecret()];
      await commit([
        db.insertInto("webhook").values({
          id,
          url,
          secret,
          enabled: 1,
          created_by: person,
          created_at: clock().getTime(),
        }),
        db.insertInto("webhook_event").values([...new Set(events)].map((event) => ({ webhook: id, event }))),
        ...alongside(id),
      ]);
      return { id, secret };
    },
    async enable(id, enabled, alongside) {
      await demand(id);
      const set = db
        .updateTable("webhook")
        .set({ enabled: Number(enabled) })
        .where("id", "=", id);
      await commit([set, ...alongside()]);
    },
    async remove(id, alongside) {
      await demand(id);
      await commit([
        db.deleteFrom("webhook_delivery").where("webhook", "=", id),
        db.deleteFrom("webhook_event").where("webhook", "=", id),
        db.deleteFrom("webhook").where("id", "=", id),
        ...alongside(),
      ]);
    },
    async deliveries(id) {
      await demand(id);
      const rows = await db
        .selectFrom("webhook_delivery")
        .select(["id", "event", "created_at", "state", "attempts", "due_at", "failure"])
        .where("webhook", "=", id)
        .orderBy("created_at", "desc")
        .orderBy("id", "desc")
        .limit(SHOWN)
        .execute();
      return rows.map(({ created_at, due_at, ...rest }) => ({
        ...rest,
        at: new Date(created_at).toISOString(),
        due: due_at === null ? null : new Date(due_at).toISOString(),
      }));
    },
    async again(id, delivery) {
      await demand(id);
      const found = await db
        .updateTable("webhook_delivery")
        .set({ state: "waiting", attempts: 0, due_at: clock().getTime() })
        .where("id", "=", delivery)
        .where("webhook", "=", id)
        .where("state", "=", "given up")
        .returning("id")
        .executeTakeFirst();
      if (!found) throw problem("unknown-delivery");
    },
  };
}
