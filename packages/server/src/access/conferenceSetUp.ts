import { problem } from "../http/problem.ts";
import { demand } from "../store/demand.ts";
import type { Statement } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";

/** Colours that carets and names are legible in, for one group after the other. */
const COLORS = ["#2f6fde", "#08755b", "#b4540a", "#8b3fb8", "#b3261e", "#5b6b12", "#0b7285", "#9c2f6f"];

/** The conference's own facts; a change is one transaction with what is kept `alongside`. */
export interface ConferenceSetUp {
  /** Names the conference. */
  rename(name: string, alongside: () => Statement[]): Promise<void>;
  /** Adds a regional group; refused with 409 when its code is taken. */
  addGroup(code: string, name: string, alongside: () => Statement[]): Promise<void>;
}

/** The set-up in the database. */
export function createConferenceSetUp({ db, commit }: Pick<Store, "db" | "commit">): ConferenceSetUp {
  return {
    async rename(value, alongside) {
      const named = db
        .insertInto("setting")
        .values({ key: "conference", value })
        .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }));
      await commit([named, ...alongside()]);
    },
    async addGroup(code, name, alongside) {
      const groups = await db.selectFrom("conference_group").select(["code", "place"]).execute();
      const color = COLORS[groups.length % COLORS.length] ?? "#2f6fde";
      const place = Math.max(-1, ...groups.map((group) => group.place)) + 1;
      const added = db
        .insertInto("conference_group")
        .values({ code, name, color, place })
        .onConflict((conflict) => conflict.column("code").doNothing())
        .returning("code");
      await commit([demand(added, problem("group-exists", { code })), ...alongside()]);
    },
  };
}
