import { expect, it } from "vitest";
import { createTickets } from "./tickets.ts";

let now = 1_000_000;
const clock = (): Date => new Date(now);
const tickets = createTickets(new Uint8Array(32), clock);

it("is good for its draft and person, again and again, for 60 seconds", () => {
  const ticket = tickets.issue("d1", "p1");
  expect(tickets.check(ticket, "d1")).toBe("p1");
  now += 60_000;
  expect(tickets.check(ticket, "d1")).toBe("p1");
  now += 1;
  expect(tickets.check(ticket, "d1")).toBeNull();
});

it("is good for no other draft, and not when anything of it was changed", () => {
  const ticket = tickets.issue("d1", "p1");
  expect(tickets.check(ticket, "d2")).toBeNull();
  const [payload, signature] = ticket.split(".");
  const forged = Buffer.from(JSON.stringify({ draft: "d2", person: "p1", until: now + 1000 })).toString("base64url");
  for (const bad of [
    "",
    ".",
    "x",
    `${payload}`,
    `${payload}.`,
    `.${signature}`,
    `${forged}.${signature}`,
    `${ticket}AA`,
  ])
    expect(tickets.check(bad, "d2")).toBeNull();
  expect(createTickets(new Uint8Array(32).fill(1), clock).check(ticket, "d1")).toBeNull();
});
