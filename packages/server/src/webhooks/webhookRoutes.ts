import { Hono } from "hono";
import { z } from "zod";
import { acting } from "../acts/acting.ts";
import { only } from "../access/peopleRoutes.ts";
import type { Sessions } from "../conference/sessions.ts";
import { answer } from "../http/answer.ts";
import { body } from "../http/body.ts";
import { does } from "../http/openapi/does.ts";
import { signedIn } from "../http/signedIn.ts";
import type { Deliverer } from "./deliverer.ts";
import { webhookEvents } from "./webhookEvents.ts";
import type { Webhooks } from "./webhooks.ts";

/** What the webhooks' routes work on. */
export interface WebhookRouteParts {
  readonly sessions: Sessions;
  readonly webhooks: Webhooks;
  readonly deliverer: Pick<Deliverer, "wake">;
}

const event = z.enum(webhookEvents);
const facts = z.object({ url: z.string().max(2000), events: z.array(event).min(1).max(webhookEvents.length) });
const nothing = z.object({});
const webhook = facts.extend({ id: z.string(), enabled: z.boolean(), waiting: z.int(), givenUp: z.int() });
const list = z.object({ webhooks: z.array(webhook), events: z.array(event) });
const delivery = z.object({
  id: z.string(),
  event,
  at: z.iso.datetime(),
  state: z.enum(["waiting", "delivered", "given up"]),
  attempts: z.int(),
  due: z.iso.datetime().nullable(),
  failure: z.string().nullable(),
});

/** `/api/webhooks`: where to tell what happens. For the secretariat. */
export function webhookRoutes({ sessions, webhooks, deliverer }: WebhookRouteParts) {
  return new Hono()
    .use(signedIn(sessions))
    .use(only("set up the conference", "webhooks-secretariat"))
    .get("/", does("The webhooks, and what they can be told of", { answer: list }), async (c) =>
      answer(c, { webhooks: await webhooks.list(), events: [...webhookEvents] }),
    )
    .post(
      "/",
      does("Add a webhook; the answer has its secret, this once", {
        answer: z.object({ id: z.string(), secret: z.string() }),
        act: "add webhook",
        secret: true,
      }),
      body(facts),
      async (c) => {
        const given = c.req.valid("json");
        const kept = (id: string) => acting(c).statements({ act: "add webhook", detail: { id } }, {});
        return answer(c, await webhooks.add(given, c.var.person.id, kept));
      },
    )
    .put(
      "/:id/enabled",
      does("Switch a webhook off or on", { answer: nothing, act: "switch webhook" }),
      body(z.object({ enabled: z.boolean() })),
      async (c) => {
        const [id, { enabled }] = [c.req.param("id"), c.req.valid("json")];
        await webhooks.enable(id, enabled, () =>
          acting(c).statements({ act: "switch webhook", detail: { id, enabled } }, {}),
        );
        return answer(c, {});
      },
    )
    .delete("/:id", does("Remove a webhook", { answer: nothing, act: "remove webhook" }), async (c) => {
      const id = c.req.param("id");
      await webhooks.remove(id, () => acting(c).statements({ act: "remove webhook", detail: { id } }, {}));
      return answer(c, {});
    })
    .get(
      "/:id/deliveries",
      does("The last deliveries of a webhook", { answer: z.object({ deliveries: z.array(delivery) }) }),
      async (c) => answer(c, { deliveries: await webhooks.deliveries(c.req.param("id")) }),
    )
    .post(
      "/:id/deliveries/:delivery/again",
      does("Send a delivery again that was given up", { answer: nothing, act: null }),
      async (c) => {
        await webhooks.again(c.req.param("id"), c.req.param("delivery"));
        deliverer.wake();
        return answer(c, {});
      },
    );
}
