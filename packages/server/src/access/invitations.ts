import { createHash, randomBytes } from "node:crypto";
import type { Role } from "@plenary/collab";
import type { Person } from "../conference/people.ts";
import { type Problem, problem } from "../http/problem.ts";
import type { Database } from "../store/database.ts";
import type { Account } from "./accounts.ts";

/** What an invitation says. `name` is whom it is meant for, `group` null for who has none. */
export interface Invitation {
  readonly name: string;
  readonly group: string | null;
  readonly role: Role;
}

/** An invitation that nobody has taken up yet. `expiresAt` is ISO 8601. */
export interface OpenInvitation extends Invitation {
  readonly id: string;
  readonly expiresAt: string;
}

/** Links by which people join the conference: one person each, two weeks, known to the store by a digest alone. */
export interface Invitations {
  /** Makes an invitation; the answer is the token of its link, which is not to be had again. */
  make(invitation: Invitation, by: Person | null): Promise<string>;
  /** Those that are open, the newest first. */
  open(): Promise<OpenInvitation[]>;
  /** What the link says; refused with 404 when it is unknown, taken up, withdrawn or too old. */
  read(token: string): Promise<Invitation>;
  /**
   * Takes the invitation up for the account that `account` gives, which is asked only after the link is claimed; the
   * link is good again when that fails. Refused with 404 as {@link read}, with 409 for who is in the conference already.
   */
  accept(token: string, account: () => Promise<Account>): Promise<void>;
  /** Withdraws an open invitation. */
  withdraw(id: string): Promise<void>;
  /** Withdraws what the server itself made. */
  withdrawOwn(): Promise<void>;
}

/** What invitations work on. */
export interface InvitationsParts {
  readonly db: Database;
  readonly clock: () => Date;
}

const TWO_WEEKS_MS = 14 * 24 * 60 * 60 * 1000;

/** Invitations in the database. */
export function createInvitations({ db, clock }: InvitationsParts): Invitations {
  const now = (): number => clock().getTime();
  const valid = () => db.selectFrom("invitation").where("accepted_at", "is", null).where("expires_at", ">", now());

  async function join({ id, name }: Account, { role, group }: Invitation): Promise<void> {
    const known = await db.selectFrom("person").select("revoked_at").where("id", "=", id).executeTakeFirst();
    if (known && known.revoked_at === null) throw problem("joined-already");
    const last = await db
      .selectFrom("person")
      .select(({ fn }) => fn.max("place").as("place"))
      .executeTakeFirst();
    const row = { name, group_code: group, role, revoked_at: null };
    await db
      .insertInto("person")
      .values({ id, ...row, place: (last?.place ?? 0) + 1 })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
      .execute();
  }

  return {
    async make({ name, group, role }, by) {
      const token = randomBytes(24).toString("base64url");
      const at = now();
      const row = { id: digest(token), name, group_code: group, role, invited_by: by?.id ?? null };
      await db
        .insertInto("invitation")
        .values({ ...row, created_at: at, expires_at: at + TWO_WEEKS_MS })
        .execute();
      return token;
    },
    async open() {
      const rows = await valid()
        .select(["id", "name", "role", "group_code as group", "expires_at"])
        .orderBy("created_at", "desc")
        .execute();
      return rows.map(({ expires_at, ...row }) => ({ ...row, expiresAt: new Date(expires_at).toISOString() }));
    },
    async read(token) {
      const row = await valid()
        .select(["name", "role", "group_code as group"])
        .where("id", "=", digest(token))
        .executeTakeFirst();
      if (!row) throw notGood();
      return row;
    },
    async accept(token, account) {
      const id = digest(token);
      const claimed = await db
        .updateTable("invitation")
        .set({ accepted_at: now() })
        .where("id", "=", id)
        .where("accepted_at", "is", null)
        .where("expires_at", ">", now())
        .returning(["name", "role", "group_code as group"])
        .executeTakeFirst();
      if (!claimed) throw notGood();
      try {
        const joined = await account();
        await join(joined, claimed);
        await db.updateTable("invitation").set({ accepted_by: joined.id }).where("id", "=", id).execute();
      } catch (error) {
        await db.updateTable("invitation").set({ accepted_at: null }).where("id", "=", id).execute();
        throw error;
      }
    },
    async withdraw(id) {
      await db.deleteFrom("invitation").where("id", "=", id).where("accepted_at", "is", null).execute();
    },
    async withdrawOwn() {
      await db.deleteFrom("invitation").where("invited_by", "is", null).where("accepted_at", "is", null).execute();
    },
  };
}

function notGood(): Problem {
  return problem("spent-invitation");
}

function digest(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
