import { closeCodes } from "@plenary/collab";
import type { Guards } from "../guard/guards.ts";
import type { Hints } from "../hints/hints.ts";
import type { Refusals } from "../guard/refusals.ts";
import type { Ledgers } from "../ledger/ledgers.ts";
import { createSpareTime } from "../ledger/live/spareTime.ts";
import type { LogStore } from "../store/logStore.ts";
import type { Journal } from "./journal.ts";
import { followNodes } from "../cluster/followNodes.ts";
import { createRoom } from "./room.ts";
import type { Room } from "./roomParts.ts";

/** A room that is kept open until it is released. */
export interface HeldRoom {
  readonly room: Room;
  /** Lets go of the room; the last one closes it. Calling it again does nothing. */
  release(): void;
}

/** The open rooms of this process. A room is loading, open or closing; whoever comes while it closes waits and loads it anew. */
export interface Rooms {
  /** The room, loaded; null when there is no such document. Rejects when it can't be loaded; then there is no room. */
  hold(name: string): Promise<HeldRoom | null>;
  /**
   * Runs the work on a room that is there, with all that any process has stored in it; its result is given when all that
   * it saw is durable. What the work does before its first await, nobody in this process comes between.
   */
  use<T>(name: string, work: (room: Room) => T | Promise<T>): Promise<T>;
  /** How many rooms are loading, open or closing. */
  count(): number;
  /**
   * As {@link Rooms.use}, while no process does any other such work on the room: what the work waits for is durable
   * before the next one begins.
   */
  useAlone<T>(name: string, work: (room: Room) => Promise<T>): Promise<T>;
  /** Tells those in the room of a thread, see {@link Room.tell}; a room that is not open has nobody to tell. */
  tell(name: string, ...told: Parameters<Room["tell"]>): void;
  /** Closes every connection and waits until all rooms are closed and stored. */
  close(): Promise<void>;
}

/** What rooms work on. */
export interface RoomsParts {
  readonly log: LogStore;
  readonly hints: Hints;
  readonly journal: Journal;
  readonly guards: Guards;
  readonly ledgers: Ledgers;
  readonly refusals: Refusals;
  readonly clock: () => Date;
  /** Takes what went wrong, to be logged. */
  readonly report: (error: unknown) => void;
}

interface Open {
  readonly state: "open";
  readonly room: Room;
  /** The number of the last update that a snapshot holds. */
  snapshotHead: number;
  users: number;
}

type Entry =
  | Open
  | { readonly state: "loading"; readonly ready: Promise<boolean> }
  | { readonly state: "closing"; readonly gone: Promise<void> };

/** How many updates beyond the last snapshot call for a new one: while the room is open, and when it closes. */
const SNAPSHOT_AFTER = { open: 500, closing: 20 };

/** Rooms on a log. */
export function createRooms({ log, hints, journal, guards, ledgers, refusals, clock, report }: RoomsParts): Rooms {
  const entries = new Map<string, Entry>();
  const spareTime = createSpareTime(report);

  async function load(name: string): Promise<boolean> {
    try {
      const [logged, guard] = await Promise.all([log.load(name), guards.open(name)]);
      if (!logged) {
        entries.delete(name);
        return false;
      }
      const led = await ledgers.open(name, logged);
      led?.close();
      const room = createRoom({
        name,
        logged,
        ledger: led?.ledger ?? null,
        reopenLedger: () => reopenLedger(name),
        spareTime,
        log,
        publish: (hint) => hints.publish(hint),
        report,
        journal,
        guard,
        bindings: guards,
        refusals,
        clock,
        broken,
        stored,
      });
      const entry: Open = { state: "open", room, snapshotHead: logged.head - logged.updates.length, users: 0 };
      entries.set(name, entry);
      if (log.shared) {
        // What others appended between the reading of the log and now, nobody tells again.
        room.pull().catch(report);
        room.meetNodes();
      }
      function broken(error: unknown): void {
        report(error);
        if (entries.get(name) === entry) entries.delete(name);
      }
      function stored(): void {
        snapshot(name, entry, SNAPSHOT_AFTER.open).catch(report);
      }
      return true;
    } catch (error) {
      entries.delete(name);
      throw error;
    }
  }

  async function reopenLedger(name: string) {
    const logged = await log.load(name);
    const led = logged && (await ledgers.open(name, logged));
    return led ? { led, head: logged.head } : null;
  }

  async function snapshot(name: string, entry: Open, after: number): Promise<void> {
    const before = entry.snapshotHead;
    const now = entry.room.durableState(before + after);
    if (!now) return;
    entry.snapshotHead = now.head;
    await log.snapshot(name, now.head, now.state, now.ledger);
  }

  async function hold(name: string): Promise<HeldRoom | null> {
    for (;;) {
      const entry = entries.get(name);
      switch (entry?.state) {
        case "open":
          return held(name, entry);
        case "closing":
          await entry.gone;
          break;
        case "loading":
          if (!(await entry.ready)) return null;
          break;
        case undefined: {
          const ready = Promise.resolve().then(() => load(name));
          entries.set(name, { state: "loading", ready });
          if (!(await ready)) return null;
          break;
        }
      }
    }
  }

  function held(name: string, entry: Open): HeldRoom {
    entry.users += 1;
    let released = false;
    return {
      room: entry.room,
      release() {
        if (released) return;
        released = true;
        entry.users -= 1;
        if (entry.users === 0 && entries.get(name) === entry) shut(name, entry);
      },
    };
  }

  function shut(name: string, entry: Open): void {
    const { room } = entry;
    const store = async (): Promise<void> => {
      try {
        await room.settled();
        await room.ledger();
        await snapshot(name, entry, SNAPSHOT_AFTER.closing);
      } catch (error) {
        report(error);
      }
      room.end(closeCodes.goingAway, "The draft is being closed. Try again.");
      entries.delete(name);
    };
    // The entry stands before the work begins, so that nobody sees the room as open again.
    const gone = Promise.resolve().then(store);
    entries.set(name, { state: "closing", gone });
  }

  async function use<T>(name: string, work: (room: Room) => T | Promise<T>): Promise<T> {
    const kept = await hold(name);
    if (!kept) throw new Error(`There is no document ${name} in the log, though there should be one.`);
    try {
      await kept.room.pull();
      const done = await work(kept.room);
      // What it read may not be stored yet: nobody is told of that before it is.
      await kept.room.settled();
      return done;
    } finally {
      kept.release();
    }
  }

  const stopFollowing = followNodes({
    rooms: () => [...entries.values()].flatMap((entry) => (entry.state === "open" ? [entry.room] : [])),
    room: (name) => {
      const entry = entries.get(name);
      return entry?.state === "open" ? entry.room : null;
    },
    log,
    hints,
    report,
  });

  return {
    hold,
    use,
    useAlone: (name, work) => log.exclusively(name, () => use(name, work)),
    count: () => entries.size,
    tell(name, ...told) {
      const entry = entries.get(name);
      if (entry?.state === "open") entry.room.tell(...told);
    },
    async close() {
      stopFollowing();
      for (const [name, entry] of entries) if (entry.state === "open") shut(name, entry);
      await Promise.all([...entries.values()].flatMap((entry) => (entry.state === "closing" ? [entry.gone] : [])));
    },
  };
}
