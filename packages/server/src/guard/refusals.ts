import type { RefusalReason } from "./refusal.ts";

/** A refusal as it is to be kept: what was refused to whom, where, over which connection, when (milliseconds since 1970). */
export interface RecordedRefusal {
  readonly reason: RefusalReason;
  readonly room: string;
  readonly person: string;
  /** The connection's id; null for one that was not let in. */
  readonly connection: string | null;
  readonly at: number;
}

/** What the guard has refused since the server began. */
export interface Refusals {
  /** Counts a refusal, reports it and gives it to be recorded. */
  add(
    reason: RefusalReason,
    from: { readonly room: string; readonly person: string; readonly connection: string | null },
  ): void;
  /** How often each reason was one; those that never were are missing. */
  readonly counts: ReadonlyMap<RefusalReason, number>;
}

/** What counting works with. */
export interface RefusalsParts {
  readonly clock: () => Date;
  /** Takes an error for each refusal, to be logged. */
  readonly report: (error: unknown) => void;
  /** Keeps each refusal. */
  readonly record: (refusal: RecordedRefusal) => void;
}

/** Counts from nought. */
export function createRefusals({ clock, report, record }: RefusalsParts): Refusals {
  const counts = new Map<RefusalReason, number>();
  return {
    counts,
    add(reason, { room, person, connection }) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      report(new Error(`Refused (${reason}): a message of ${person} in the room ${room}.`));
      record({ reason, room, person, connection, at: clock().getTime() });
    },
  };
}
