import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { keepAlive } from "./keepAlive.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is told to a connection, and what it answers. */
class Line extends EventEmitter {
  readonly OPEN = WebSocket.OPEN;
  readyState: WebSocket["readyState"] = WebSocket.OPEN;
  readonly heard: number[][] = [];
  pings = 0;
  readonly answers: boolean;

  constructor(answers: boolean) {
    super();
    this.answers = answers;
  }

  ping(): void {
    this.pings += 1;
    if (this.answers) this.emit("pong");
  }

  send(data: Uint8Array): void {
    this.heard.push([...data]);
  }

  terminate(): void {
    this.readyState = WebSocket.CLOSED;
  }
}

it("gives every connection something to hear every 15 seconds, which the stock client needs within 30", () => {
  const [one, other] = [new Line(true), new Line(true)];
  const stop = keepAlive(new Set([one, other]));
  vi.advanceTimersByTime(60_000);
  expect(one.heard).toEqual(Array.from({ length: 4 }, () => [1, 1, 0]));
  expect(other.heard).toEqual(one.heard);
  stop();
  vi.advanceTimersByTime(60_000);
  expect(one.heard.length).toBe(4);
});

it("ends a connection whose other end has not answered for 30 seconds, and no other", () => {
  const [vanished, slow, here] = [new Line(false), new Line(false), new Line(true)];
  const stop = keepAlive(new Set([vanished, slow, here]));
  vi.advanceTimersByTime(30_000);
  slow.emit("message");
  vi.advanceTimersByTime(15_000);
  expect([vanished, slow, here].map(({ readyState }) => readyState === WebSocket.OPEN)).toEqual([false, true, true]);
  stop();
});

it("takes its time over many connections", () => {
  const lines = Array.from({ length: 600 }, () => new Line(true));
  const stop = keepAlive(new Set(lines));
  const pings = (): number => lines.reduce((sum, one) => sum + one.pings, 0);
  for (let before = 0, step = 0; step < 120; step += 1, before = pings()) {
    vi.advanceTimersByTime(250);
    expect(pings() - before).toBe(10);
  }
  expect(lines.every((one) => one.pings === 2)).toBe(true);
  stop();
});
