import type { History } from "@plenary/server/api";
import { expect, it } from "vitest";
import { stopAsked, stopsOf } from "./stops.ts";

const at = (minute: number): string => `2027-05-04T09:${String(minute).padStart(2, "0")}:00.000Z`;
const ada = { id: "ada", name: "Ada" };
const chair = { id: "chair", name: "Chair" };
const moment = (from: number, to: number, minute: number) => ({
  from,
  to,
  person: ada,
  group: "EUR",
  began: at(minute),
  ended: at(minute + 1),
});
const decision = (id: string, seq: number, minute: number, verdict: "accept" | "reject" = "accept") => ({
  id,
  seq,
  verdict,
  person: chair,
  group: "",
  at: at(minute),
  summary: `Change ${id}`,
});
const version = (seq: number, minute: number) => ({
  id: "v",
  name: "Before lunch",
  seq,
  person: chair,
  at: at(minute),
});
const shape = (history: History) => stopsOf(history).map(({ kind, seq, count }) => [kind, seq, count]);

it("puts what was written, decided and named in order, and begins where the draft does", () => {
  const history: History = {
    head: 12,
    moments: [moment(1, 5, 0), moment(6, 12, 10)],
    decisions: [decision("a", 3, 0), decision("b", 8, 12), decision("c", 8, 13), decision("d", 8, 14, "reject")],
    versions: [version(5, 5)],
  };
  expect(shape(history)).toEqual([
    ["opened", 1, 1],
    ["decided", 3, 1],
    ["written", 5, 1],
    ["named", 5, 1],
    ["decided", 8, 2],
    ["decided", 8, 1],
    ["written", 12, 1],
  ]);
  const [, one, , named, several] = stopsOf(history);
  expect([one?.said, named?.said, several?.said]).toEqual(["Change a", "Before lunch", ""]);
});

it("a draft in which nobody wrote is where it began", () => {
  expect(shape({ head: 1, moments: [moment(1, 1, 0)], decisions: [], versions: [] })).toEqual([["opened", 1, 1]]);
});

it("loses nothing of a long history", () => {
  const moments = Array.from({ length: 3000 }, (_, i) => moment(i * 2 + 1, i * 2 + 2, i % 50));
  const stops = stopsOf({ head: 6000, moments, decisions: [], versions: [] });
  expect(stops.map(({ seq }) => seq)).toEqual([1, ...moments.map(({ to }) => to)]);
});

it("finds the stop that an address names, also when the history has grown", () => {
  const stops = stopsOf({
    head: 9,
    moments: [moment(1, 5, 0), moment(6, 9, 10)],
    decisions: [],
    versions: [version(5, 5)],
  });
  const found = (name: string | null) => stopAsked(stops, name);
  expect(["5.1", "5.2", "5.7", "5", "7", "100", "", "none", null].map(found)).toEqual([1, 2, 2, 2, 2, 3, 3, 3, 3]);
});
