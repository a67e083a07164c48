import type { Decision } from "@plenary/collab";
import { type Change, type ChangePart, type Redline, summaries } from "@plenary/diff";
import type { Person } from "../conference/people.ts";
import type { Database } from "../store/database.ts";
import type { Statement } from "../store/logStore.ts";
import type { Before } from "./before.ts";

/** Decisions of one act, as its parts are the same for all of them. */
export interface Act {
  readonly id: string;
  readonly person: Person;
  readonly at: Date;
}

/** The decisions on changes of a redline, in one act, one for each; `part` where only half of a replacement was decided. */
export function decisionsOn(
  redline: Redline,
  changes: readonly Change[],
  verdict: "accept" | "reject",
  act: Act,
  ids: () => string,
  part?: ChangePart,
): Decision[] {
  const lines = summaries(redline.current.language)(redline);
  return changes.map(({ id, kind, clause, deleted, inserted }) => ({
    id: ids(),
    act: act.id,
    change: {
      kind,
      clause,
      deleted: part === "insertion" ? "" : deleted,
      inserted: part === "deletion" ? "" : inserted,
      ...(part ? { part } : {}),
      summary: lines.get(id) ?? "",
    },
    verdict,
    ...signed(act),
  }));
}

/** The decisions that undo these. */
export function undoing(decisions: readonly Decision[], act: Act, ids: () => string): Decision[] {
  return decisions.map(({ id, change }) => ({
    id: ids(),
    act: act.id,
    change,
    verdict: "undo",
    undoes: id,
    ...signed(act),
  }));
}

function signed({ person, at }: Act) {
  const { id, name, role, group } = person;
  return { person: { id, name }, group: group ?? "", role, at: at.toISOString() };
}

/** Rows in one statement; SQLite and PostgreSQL bind some ten thousand values at once. */
const ROWS = 500;

/** What keeps an act: what it changed, and one row a decision. */
export function actStatements(
  db: Database,
  draft: string,
  act: Act,
  before: Before | null,
  taken: readonly Decision[],
) {
  const at = act.at.getTime();
  const rows = taken.map(({ id, change, verdict, person, group, role, undoes }) => ({
    id,
    draft,
    change: JSON.stringify(change),
    verdict,
    person: person.id,
    group_code: group,
    role,
    at,
    act: act.id,
    undoes: undoes ?? null,
  }));
  const statements: Statement[] = [];
  if (before)
    statements.push(db.insertInto("decision_act").values({ id: act.id, draft, before: JSON.stringify(before), at }));
  for (let i = 0; i < rows.length; i += ROWS)
    statements.push(db.insertInto("decision").values(rows.slice(i, i + ROWS)));
  return statements;
}
