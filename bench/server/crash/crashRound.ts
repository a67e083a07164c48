import { type Place, startPlenary } from "../process.ts";
import { resume, signIn } from "../signIn.ts";
import { type Typist, connectTypist } from "./typist.ts";

/** The most milliseconds between the first keystroke and the blow; in most rounds between the first "saved" and the blow. */
const LONGEST = 250;
/** In how many rounds the time is counted from the first keystroke, so that nothing may be saved yet. */
const FROM_FIRST_KEY = 0.2;
/** How many words of a typist may wait for "saved" at once. */
const IN_FLIGHT = 4;
/** Who types; two in each of two drafts, and one who only reads in each. */
const typists = ["clara-lindqvist", "mateo-ibarra", "wei-lan", "tavita-fonoti"];
const readers = ["helene-faure", "shen-mingyuan"];

/** What must be in the drafts: every word that was called saved, and every word that anybody but its author has seen. */
export interface Promised {
  readonly saved: Set<string>;
  readonly seen: Set<string>;
}

/** Where everybody writes or reads, and with what cookie they come back. */
export type Seats = Map<string, { readonly cookie: string; readonly draft: string }>;

/** What one round found. */
export interface CrashRound {
  /** Words promised before and not there after the restart. */
  readonly lostSaved: number;
  readonly lostSeen: number;
  /** Words promised in this round. */
  readonly saved: number;
  readonly seen: number;
  readonly typed: number;
}

/**
 * Starts the server on its data, holds it to what was promised before, lets several people type and kills it with
 * SIGKILL at a random moment of that. What it promised until then is added to `promised`; `seats` are taken in the first
 * round. The last round on the same data only checks.
 */
export async function crashRound(
  { place, cache }: { readonly place: Place; readonly cache: string },
  seats: Seats,
  promised: Promised,
  round: number,
  random: (() => number) | null,
): Promise<CrashRound> {
  const server = await startPlenary(place, cache);
  try {
    const people = await Promise.all([...typists, ...readers].map((person) => join(server.origin, person, seats)));
    const there = new Set(people.flatMap((one) => [...one.words()]));
    const lostSaved = [...promised.saved].filter((word) => !there.has(word)).length;
    const lostSeen = [...promised.seen].filter((word) => !there.has(word)).length;
    if (random) {
      const writing = people.slice(0, typists.length);
      const first = Promise.withResolvers<void>();
      for (const [i, one] of writing.entries()) void typeOn(one, `w${round}x${i}`, first.resolve);
      if (random() > FROM_FIRST_KEY) await first.promise;
      await delay(random() * LONGEST);
      await server.kill();
      await Promise.all(people.map(({ gone }) => gone));
    } else {
      const code = await server.stop();
      if (code !== 0) throw new Error(`The server was asked to stop and ended with ${code}.`);
    }
    const before = { saved: promised.saved.size, seen: promised.seen.size };
    for (const one of people) {
      for (const word of one.saved) promised.saved.add(word);
      for (const word of one.words()) if (!one.typed.has(word)) promised.seen.add(word);
      one.close();
    }
    const typed = people.reduce((sum, one) => sum + one.typed.size, 0);
    return {
      lostSaved,
      lostSeen,
      saved: promised.saved.size - before.saved,
      seen: promised.seen.size - before.seen,
      typed,
    };
  } finally {
    await server.kill();
  }
}

async function join(origin: string, person: string, seats: Seats): Promise<Typist> {
  const seat = seats.get(person) ?? (await seatOf(origin, person));
  seats.set(person, seat);
  const typist = connectTypist(origin, seat.draft, await resume(origin, seat.cookie).ticket(seat.draft));
  await typist.synced;
  return typist;
}

async function seatOf(origin: string, person: string): Promise<{ cookie: string; draft: string }> {
  const signedIn = await signIn(origin, person);
  const drafts = await signedIn.get<{ id: string; mayWrite: boolean }[]>("/api/drafts");
  const draft = drafts.find(({ mayWrite }) => mayWrite);
  if (!draft) throw new Error(`The sample has no draft that ${person} may write in.`);
  return { cookie: signedIn.cookie, draft: draft.id };
}

/** Types word after word, a few ahead of the answers, for as long as the connection lasts. */
async function typeOn(typist: Typist, prefix: string, saved: () => void): Promise<void> {
  const waiting = new Set<Promise<void>>();
  for (let i = 0; typist.connected; i += 1) {
    const word = async (): Promise<void> => {
      await typist.type(`${prefix}x${i}y`);
      waiting.delete(answered);
      saved();
    };
    const answered = word();
    waiting.add(answered);
    if (waiting.size >= IN_FLIGHT) await Promise.race([...waiting, typist.gone]);
  }
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
