import type { Text } from "@plenary/document";
import { hc } from "hono/client";
import { expect, it } from "vitest";
import type { Api } from "./api.ts";

it("is typed for a client", () => {
  const client = hc<Api>("http://localhost");
  expect(client.api.drafts[":id"].$url({ param: { id: "d1" } }).pathname).toBe("/api/drafts/d1");
  // Never called: it stands here to be type-checked.
  const published = async (): Promise<Text> => {
    const answer = await client.api.drafts[":id"].$get({ param: { id: "d1" } });
    await client.api.drafts[":id"].decisions.$post({ param: { id: "d1" }, json: { change: "c", verdict: "accept" } });
    return (await answer.json()).published;
  };
  expect(published).toBeTypeOf("function");
});
