import type { Decision } from "@plenary/collab";
import { writeCsv } from "@plenary/formats/csv";

/** A decision as the log lists it: `undone` is the id of the decision that undid it, null while it is in force. */
export type LoggedDecision = Decision & { readonly undone: string | null };

/** The decisions with whether each is still in force, in the order they were taken. */
export function decisionLog(decisions: readonly Decision[]): LoggedDecision[] {
  const undone = new Map(decisions.flatMap(({ id, undoes }) => (undoes === undefined ? [] : [[undoes, id] as const])));
  return decisions.map((decision) => ({ ...decision, undone: undone.get(decision.id) ?? null }));
}

const columns = [
  "at",
  "verdict",
  "person",
  "role",
  "group",
  "summary",
  "deleted",
  "inserted",
  "kind",
  "clause",
  "part",
  "act",
  "id",
  "undoes",
  "undone",
];

/** The log as CSV; see {@link writeCsv}. */
export function decisionCsv(log: readonly LoggedDecision[]): string {
  const rows = log.map(({ id, act, change, verdict, undoes, person, group, role, at, undone }) => [
    at,
    verdict,
    person.name,
    role,
    group,
    change.summary ?? "",
    change.deleted,
    change.inserted,
    change.kind,
    change.clause,
    change.part ?? "",
    act ?? "",
    id,
    undoes ?? "",
    undone ?? "",
  ]);
  return writeCsv([columns, ...rows]);
}
