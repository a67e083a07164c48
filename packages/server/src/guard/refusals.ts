import type { RefusalReason } from "./refusal.ts";

/** What the guard has refused since the server began. */
export interface Refusals {
  /** Counts a refusal and reports it. */
  add(reason: RefusalReason, from: { readonly room: string; readonly person: string }): void;
  /** How often each reason was one; those that never were are missing. */
  readonly counts: ReadonlyMap<RefusalReason, number>;
}

/** Counts from nought; `report` takes an error for each refusal. */
export function createRefusals(report: (error: unknown) => void): Refusals {
  const counts = new Map<RefusalReason, number>();
  return {
    counts,
    add(reason, { room, person }) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      report(new Error(`Refused (${reason}): a message of ${person} in the room ${room}.`));
    },
  };
}
