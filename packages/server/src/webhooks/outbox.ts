import { sql } from "kysely";
import type { ActFacts } from "../audit/audit.ts";
import type { Database } from "../store/database.ts";
import type { Statement } from "../store/logStore.ts";
import { eventOf } from "./webhookEvents.ts";

/** What is to be told to webhooks. */
export interface Outbox {
  /** What puts an act into the outbox, to be run in the transaction of the act itself: a row for every webhook that wants it. */
  statements(facts: ActFacts): Statement[];
  /** Has what is in the outbox sent soon. To be called when the act is durable. */
  posted(): void;
}

/** What the outbox works on. */
export interface OutboxParts {
  readonly db: Database;
  readonly clock: () => Date;
  readonly ids: () => string;
  readonly posted: () => void;
}

/** The outbox in the database. An event says who did what to which draft, without its words. */
export function createOutbox({ db, clock, ids, posted }: OutboxParts): Outbox {
  return {
    statements({ act, person, draft = null, detail = {} }) {
      const type = eventOf(act);
      if (type === null) return [];
      const [id, at] = [ids(), clock()];
      const body = JSON.stringify({
        type,
        timestamp: at.toISOString(),
        data: { act, person, draft, ...detail },
      });
      const text = (value: string) => sql<string>`cast(${value} as text)`;
      const time = sql<number>`cast(${at.getTime()} as bigint)`;
      const rows = db
        .selectFrom("webhook")
        .innerJoin("webhook_event", "webhook_event.webhook", "webhook.id")
        .where("webhook.enabled", "=", 1)
        .where("webhook_event.event", "=", type)
        .select([
          sql<string>`${text(`${id}.`)} || webhook.id`.as("id"),
          "webhook.id as webhook",
          text(type).as("event"),
          text(body).as("body"),
          time.as("created_at"),
          sql<"waiting">`'waiting'`.as("state"),
          sql<number>`0`.as("attempts"),
          time.as("due_at"),
        ]);
      return [
        db
          .insertInto("webhook_delivery")
          .columns(["id", "webhook", "event", "body", "created_at", "state", "attempts", "due_at"])
          .expression(rows),
      ];
    },
    posted,
  };
}
