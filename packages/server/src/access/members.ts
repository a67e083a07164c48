import type { Role } from "@plenary/collab";
import type { UpdateObject } from "kysely";
import { type Person, createPeople } from "../conference/people.ts";
import { problem } from "../http/problem.ts";
import type { Database, Tables } from "../store/database.ts";
import { demand } from "../store/demand.ts";
import type { Statement } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";
import type { Kicks } from "./kicks.ts";

/** What somebody is in the conference. */
export interface Membership {
  readonly role: Role;
  readonly group: string | null;
}

/**
 * Changes of who is in the conference as what, each in one transaction with what is kept `alongside`. Whoever they concern
 * is kicked at once.
 */
export interface Members {
  /** Gives somebody another role or group. Refused with 404 for who is not in the conference, with 409 for oneself. */
  change(by: Person, id: string, membership: Membership, alongside: () => Statement[]): Promise<void>;
  /** Takes somebody out of the conference; what they wrote stays. Refused as {@link change}. */
  revoke(by: Person, id: string, alongside: () => Statement[]): Promise<void>;
}

/** What members work on. */
export interface MembersParts {
  readonly db: Database;
  readonly commit: Store["commit"];
  readonly clock: () => Date;
  readonly kicks: Kicks;
}

/** Memberships in the database. */
export function createMembers({ db, commit, clock, kicks }: MembersParts): Members {
  const people = createPeople(db);

  async function mayBeChanged(by: Person, id: string): Promise<void> {
    // Whoever changes others stays: a conference never loses its last secretariat.
    if (by.id === id) throw problem("own-role");
    if (!(await people.find(id))) throw problem("unknown-person");
  }

  const setting = (id: string, row: UpdateObject<Tables, "person">): Statement =>
    demand(
      db.updateTable("person").set(row).where("id", "=", id).where("revoked_at", "is", null).returning("id"),
      problem("unknown-person"),
    );

  return {
    async change(by, id, { role, group }, alongside) {
      await mayBeChanged(by, id);
      await checkGroup(db, group);
      await commit([setting(id, { role, group_code: group }), ...alongside()]);
      kicks.kick({ person: id, gone: false });
    },
    async revoke(by, id, alongside) {
      await mayBeChanged(by, id);
      await commit([setting(id, { revoked_at: clock().getTime() }), ...alongside()]);
      kicks.kick({ person: id, gone: true });
    },
  };
}

/** Refuses with 400 a group that the conference does not have; null, none, is always there. */
export async function checkGroup(db: Database, group: string | null): Promise<void> {
  if (group === null) return;
  const known = await db.selectFrom("conference_group").select("code").where("code", "=", group).executeTakeFirst();
  if (!known) throw problem("unknown-group", { group });
}
