import type { Database } from "../store/database.ts";
import type { Statement } from "../store/logStore.ts";

/** When people were last at a draft. */
export interface Visits {
  /**
   * Notes that the person is at the draft now; the answer is when they were last there before this visit, null at the
   * first. A visit ends when nothing is noted for half an hour.
   */
  note(person: string, draft: string): Promise<Date | null>;
}

/** What visits work on. */
export interface VisitsParts {
  readonly db: Database;
  readonly commit: (statements: readonly Statement[]) => Promise<void>;
  readonly clock: () => Date;
}

/** How long a visit goes on without a sign, in milliseconds. */
const VISIT = 30 * 60_000;

/** Visits in the store. */
export function createVisits({ db, commit, clock }: VisitsParts): Visits {
  return {
    async note(person, draft) {
      const at = clock().getTime();
      const last = await db
        .selectFrom("visit")
        .select(["at", "before"])
        .where("person", "=", person)
        .where("draft", "=", draft)
        .executeTakeFirst();
      const before = !last ? null : at - last.at > VISIT ? last.at : last.before;
      const values = { person, draft, at, before };
      await commit([
        db
          .insertInto("visit")
          .values(values)
          .onConflict((conflict) => conflict.columns(["person", "draft"]).doUpdateSet({ at, before })),
      ]);
      return before === null ? null : new Date(before);
    },
  };
}
