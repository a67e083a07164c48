import type { ClientPlan } from "./messages.ts";

/** Clients in rooms for a while. */
export interface Scenario {
  readonly name: string;
  readonly rooms: number;
  readonly clients: readonly ClientPlan[];
  /** How long they write before it is measured: until then the programs compile themselves. Milliseconds. */
  readonly warmUp: number;
  /** How long they write, or do nothing, in milliseconds. */
  readonly during: number;
  /** How often it is run, unless that is said. */
  readonly rounds: number;
}

const WARM_UP = 6_000;

/** So many clients in a room, the first `writers` of whom write `writes` times a second. */
export function room(number: number, clients: number, writers: number, writes: number): Omit<ClientPlan, "person">[] {
  return Array.from({ length: clients }, (_, i) => ({
    room: number,
    writes: i < writers ? writes : 0,
    seat: i,
  }));
}

/** The clients of so many rooms, each a person of their own. */
export function rooms(count: number, make: (number: number) => Omit<ClientPlan, "person">[]): ClientPlan[] {
  return Array.from({ length: count }, (_, number) => make(number))
    .flat()
    .map((plan, i) => ({ ...plan, person: `p${i}` }));
}

/** Four days of a conference. D: one plenary of 1,000 with five who write, 299 drafts of 8 or 9 with one. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  A: {
    name: "1 draft × 200, 10 writers × 5/s",
    rooms: 1,
    clients: rooms(1, (n) => room(n, 200, 10, 5)),
    warmUp: WARM_UP,
    during: 20_000,
    rounds: 3,
  },
  B: {
    name: "200 drafts × 5, a writer × 1/s",
    rooms: 200,
    clients: rooms(200, (n) => room(n, 5, 1, 1)),
    warmUp: WARM_UP,
    during: 20_000,
    rounds: 3,
  },
  C: {
    name: "2,000 idle on 400 drafts",
    rooms: 400,
    clients: rooms(400, (n) => room(n, 5, 0, 0)),
    warmUp: 0,
    during: 10_000,
    rounds: 1,
  },
  D: {
    name: "3,500 on 300 drafts, one of 1,000",
    rooms: 300,
    clients: rooms(300, (n) => (n === 0 ? room(n, 1000, 5, 1) : room(n, n <= 108 ? 9 : 8, 1, 0.5))),
    warmUp: WARM_UP,
    during: 20_000,
    rounds: 1,
  },
};
