import type { DecidedChange, Decision } from "@plenary/collab";
import { type Change, type Redline, accept, compare, reject } from "@plenary/diff";
import type { Text } from "@plenary/document";
import { type Before, withBefore } from "./before.ts";

const trusted = { ids: "trusted" } as const;

/**
 * The text with decided changes put back to where they stood before: an accepted one is taken out of the agreed text, a
 * rejected one comes into the live text again. Null when the words have moved on since, so that one of them is no longer
 * there to be undone. `act` are all decisions of the act that are in force.
 */
export function undoChanges(
  now: Text,
  before: Before,
  act: readonly Decision[],
  undone: readonly Decision[],
): Text | null {
  const was = withBefore(now, before);
  const accepted = undone[0]?.verdict === "accept";
  const redline = accepted ? compare(was, now, trusted) : compare(now, was, trusted);
  const changes = undone.map((decision) => changeOf(redline, decision, act));
  if (changes.includes(null)) return null;
  const ids = changes.flatMap((change) => change?.id ?? []);
  return accepted ? reject(redline, ids) : accept(redline, ids);
}

/** The change that a decision was taken on: of several alike in a clause the one in the same place among them. */
function changeOf({ changes }: Redline, decision: Decision, act: readonly Decision[]): Change | null {
  const there = changes.filter((change) => alike(change, decision.change));
  const decided = act.filter(({ change }) => alike(change, decision.change));
  return there.length === decided.length ? (there[decided.indexOf(decision)] ?? null) : null;
}

function alike(one: Omit<DecidedChange, "part" | "summary">, other: DecidedChange): boolean {
  return (
    one.kind === other.kind &&
    one.clause === other.clause &&
    one.deleted.trim() === other.deleted.trim() &&
    one.inserted.trim() === other.inserted.trim()
  );
}
