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
  /** Everybody, in the order of the list of participants. */
  all(): Promise<Person[]>;
  /** The person with that id, null when there is none. */
  find(id: string): Promise<Person | null>;
  /** All groups, in the order of the conference. */
  groups(): Promise<Group[]>;
}

/** Reads people and groups from the database. */
export function createPeople(db: Database): People {
  const people = db.selectFrom("person").select(["id", "name", "group_code as group", "role"]);
  return {
    all: async () => people.orderBy("place").execute(),
    find: async (id) => (await people.where("id", "=", id).executeTakeFirst()) ?? null,
    groups: async () => db.selectFrom("conference_group").select(["code", "name", "color"]).orderBy("place").execute(),
  };
}
