import type { Role } from "@plenary/collab";
import type { Database } from "../store/database.ts";

/** Someone of the conference; `group` is the code of the regional group, null for who has none. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly group: string | null;
  readonly role: Role;
}

/** A regional group: its code ("EUR"), its name and the colour its people are shown in ("#2f6fde"). */
export interface Group {
  readonly code: string;
  readonly name: string;
  readonly color: string;
}

/** The people and groups of the conference, as the store has them now. */
export interface People {
  /** Everybody who is in the conference now, in the order of the list of participants. */
  all(): Promise<Person[]>;
  /** Everybody who is or was in the conference: whoever may have written something. */
  ever(): Promise<Person[]>;
  /** The person with that id, null when there is none in the conference (any more). */
  find(id: string): Promise<Person | null>;
  /** The colour that people of that group are shown in. */
  color(group: string | null): Promise<string>;
  /** All groups, in the order of the conference. */
  groups(): Promise<Group[]>;
}

/** The colour of who has no group. */
const NO_GROUP = "#5c6470";

/** Reads people and groups from the database. */
export function createPeople(db: Database): People {
  const ever = db.selectFrom("person").select(["id", "name", "group_code as group", "role"]);
  const people = ever.where("revoked_at", "is", null);
  return {
    all: async () => people.orderBy("place").execute(),
    ever: async () => ever.execute(),
    find: async (id) => (await people.where("id", "=", id).executeTakeFirst()) ?? null,
    async color(group) {
      const row = db.selectFrom("conference_group").select("color").where("code", "=", group);
      return (await row.executeTakeFirst())?.color ?? NO_GROUP;
    },
    groups: async () => db.selectFrom("conference_group").select(["code", "name", "color"]).orderBy("place").execute(),
  };
}
