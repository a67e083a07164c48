import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createHints } from "./createHints.ts";
import type { Hint, Hints } from "./hints.ts";
import type { Receiver } from "./transport.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A bus that carries payloads to all who are on it, while it works. */
function bus(maxBytes = 1000) {
  const receivers = new Set<Receiver>();
  const sent: string[] = [];
  let works = true;
  function join(node: string) {
    let silent = false;
    let renewed = 0;
    let deafen = (): void => {};
    const heard: (Hint | string)[] = [];
    const hints: Hints = createHints({
      node,
      report: () => {},
      connect(receiver) {
        receivers.add(receiver);
        deafen = () => void receivers.delete(receiver);
        return {
          maxBytes,
          async send(payload) {
            if (silent) return;
            if (!works) throw new Error("The bus is down.");
            sent.push(payload);
            for (const one of receivers) one.received(payload);
          },
          renew: () => void (renewed += 1),
          close: async () => deafen(),
        };
      },
    });
    hints.subscribe({
      heard: (hint, from) => heard.push(hint, from),
      gone: (from) => heard.push(`${from} gone`),
      resumed: () => heard.push("resumed"),
    });
    const silence = (is = true): void => void (silent = is);
    return { hints, heard, silence, deafen: () => deafen(), renewed: () => renewed };
  }
  return { join, sent, work: (does: boolean) => void (works = does) };
}

const head: Hint = { kind: "head", doc: "d", seq: 7 };
const entry = (client: number, cursor: string) => ({
  client,
  clock: 1,
  person: "p",
  state: { user: { id: "p" }, cursor },
});

it("tells the others, not oneself", async () => {
  const { join } = bus();
  const [one, other] = [join("one"), join("other")];
  one.hints.publish(head);
  await vi.advanceTimersByTimeAsync(50);
  expect(other.heard).toEqual([head, "one"]);
  expect(one.heard).toEqual([]);
});

it("gathers presence and sends no payload that is too large; what can't be split goes without the caret", async () => {
  const { join, sent } = bus(600);
  const [one, other] = [join("one"), join("other")];
  for (let room = 0; room < 20; room += 1)
    one.hints.publish({ kind: "presence", room: `r${room}`, entries: [entry(room, "x".repeat(50))] });
  one.hints.publish({ kind: "presence", room: "many", entries: [1, 2, 3, 4].map((id) => entry(id, "é".repeat(150))) });
  one.hints.publish({ kind: "presence", room: "large", entries: [entry(9, "x".repeat(3000))] });
  await vi.advanceTimersByTimeAsync(50);
  expect(sent.length).toBeLessThan(15);
  expect(Math.max(...sent.map((payload) => Buffer.byteLength(payload)))).toBeLessThanOrEqual(600);
  const told = other.heard.flatMap((hint) =>
    typeof hint === "object" && hint.kind === "presence"
      ? hint.entries.map(({ client }) => `${hint.room} ${client}`)
      : [],
  );
  expect(told).toEqual([
    ...Array.from({ length: 20 }, (_, room) => `r${room} ${room}`),
    ...[1, 2, 3, 4].map((id) => `many ${id}`),
    "large 9",
  ]);
  expect(other.heard.at(-2)).toMatchObject({ entries: [{ state: { user: { id: "p" } } }] });
});

it("takes a node that is silent, or that says goodbye, as gone", async () => {
  const { join } = bus();
  const [one, killed, polite] = [join("one"), join("killed"), join("polite")];
  await vi.advanceTimersByTimeAsync(5000);
  expect(one.heard).toEqual([]);
  await polite.hints.close();
  expect(one.heard).toEqual(["polite gone"]);
  // Killed: nothing of it comes any more, while the others go on.
  killed.silence();
  await vi.advanceTimersByTimeAsync(2400);
  expect(one.heard).toEqual(["polite gone"]);
  await vi.advanceTimersByTimeAsync(600);
  expect(one.heard).toEqual(["polite gone", "killed gone"]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(one.heard).toEqual(["polite gone", "killed gone"]);
});

it("asks again who is there when a node is heard that had been taken as gone", async () => {
  const { join } = bus();
  const [one, slow] = [join("one"), join("slow")];
  await vi.advanceTimersByTimeAsync(1000);
  slow.silence();
  await vi.advanceTimersByTimeAsync(4000);
  slow.silence(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(one.heard).toEqual(["slow gone", "resumed"]);
});

it("takes nobody as gone while it hears nothing at all, and connects anew", async () => {
  const { join } = bus();
  const [one] = [join("one"), join("other")];
  await vi.advanceTimersByTimeAsync(1000);
  one.silence();
  one.deafen();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(one.heard).toEqual([]);
  expect(one.renewed()).toBeGreaterThan(1);
});

it("says when hints of its own were lost, once they go through again", async () => {
  const { join, work } = bus();
  const one = join("one");
  work(false);
  one.hints.publish(head);
  await vi.advanceTimersByTimeAsync(5000);
  expect(one.heard).toEqual([]);
  work(true);
  await vi.advanceTimersByTimeAsync(2500);
  expect(one.heard).toEqual(["resumed"]);
});

it("reports what is no hint", () => {
  let receiver: Receiver | null = null;
  const reports: unknown[] = [];
  createHints({
    node: "one",
    report: (error) => reports.push(error),
    connect(given) {
      receiver = given;
      return { maxBytes: 1000, send: async () => {}, renew() {}, close: async () => {} };
    },
  });
  for (const payload of ["", "nonsense", "{}", '{"from":"x","hints":[{"kind":"other"}]}'])
    (receiver as Receiver | null)?.received(payload);
  expect(reports.length).toBe(4);
});
