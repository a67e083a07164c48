import { createGuard } from "../../guard/guard.ts";
import { createRefusals } from "../../guard/refusals.ts";
import { noHints } from "../../hints/hints.ts";
import type { LogStore } from "../../store/logStore.ts";
import { createJournal } from "../journal.ts";
import { type Rooms, createRooms } from "../rooms.ts";

/** The rooms of one node on a log, without base texts and ledgers, at the beginning of time; and what they report. */
export function roomsOn(log: LogStore): { rooms: Rooms; reports: unknown[] } {
  const reports: unknown[] = [];
  const report = (error: unknown): void => void reports.push(error);
  const clock = (): Date => new Date(0);
  const rooms = createRooms({
    log,
    hints: noHints,
    journal: createJournal(log),
    guards: { open: async () => createGuard([], new Set(), 1_000_000), statements: () => [] },
    ledgers: { open: async () => null },
    refusals: createRefusals({ clock, report, record: () => {} }),
    clock,
    report,
  });
  return { rooms, reports };
}
