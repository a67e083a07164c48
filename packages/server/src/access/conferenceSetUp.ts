import { problem } from "../http/problem.ts";
import type { Database } from "../store/database.ts";

/** Colours that carets and names are legible in, for one group after the other. */
const COLORS = ["#2f6fde", "#08755b", "#b4540a", "#8b3fb8", "#b3261e", "#5b6b12", "#0b7285", "#9c2f6f"];

/** The conference's own facts. */
export interface ConferenceSetUp {
  /** Names the conference. */
  rename(name: string): Promise<void>;
  /** Adds a regional group; refused with 409 when its code is taken. */
  addGroup(code: string, name: string): Promise<void>;
}

/** The set-up in the database. */
export function createConferenceSetUp(db: Database): ConferenceSetUp {
  return {
    async rename(value) {
      await db
        .insertInto("setting")
        .values({ key: "conference", value })
        .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
        .execute();
    },
    async addGroup(code, name) {
      const groups = await db.selectFrom("conference_group").select(["code", "place"]).execute();
      if (groups.some((group) => group.code === code)) throw problem("group-exists", { code });
      const color = COLORS[groups.length % COLORS.length] ?? "#2f6fde";
      const place = Math.max(-1, ...groups.map((group) => group.place)) + 1;
      await db.insertInto("conference_group").values({ code, name, color, place }).execute();
    },
  };
}
