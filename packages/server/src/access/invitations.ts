import { createHash, randomBytes } from "node:crypto";
import type { Role } from "@plenary/collab";
import type { Person } from "../conference/people.ts";
import { type Problem, problem } from "../http/problem.ts";
import type { Database } from "../store/database.ts";
import { demand } from "../store/demand.ts";
import type { Statement } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";
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
  /**
   * Makes an invitation, in one transaction with what is kept `alongside`; the answer is the token of its link, which is
   * not to be had again.
   */
  make(invitation: Invitation, by: Person | null, alongside?: (id: string) => Statement[]): Promise<string>;
  /** Those that are open, the newest first. */
  open(): Promise<OpenInvitation[]>;
  /** What the link says; refused with 404 when it is unknown, taken up, withdrawn or too old. */
  read(token: string): Promise<Invitation>;
  /**
   * What takes the invitation up for the account, to be one transaction with all else that joining is. Refused with 404 as
   * {@link read}, with 409 for who is in the conference already; the transaction too, when somebody was quicker.
   */
  taking(token: string, account: Account): Promise<Taking>;
  /** Withdraws an invitation, in one transaction with what is kept `alongside`; refused with 404 when it is taken up. */
  withdraw(id: string, alongside: () => Statement[]): Promise<void>;
  /** Withdraws what the server itself made. */
  withdrawOwn(): Promise<void>;
}

/** An invitation being taken up. */
export interface Taking extends Invitation {
  readonly id: string;
  readonly statements: readonly Statement[];
}

/** What invitations work on. */
export interface InvitationsParts {
  readonly db: Database;
  readonly commit: Store["commit"];
  readonly clock: () => Date;
}

const TWO_WEEKS_MS = 14 * 24 * 60 * 60 * 1000;

/** Invitations in the database. */
export function createInvitations({ db, commit, clock }: InvitationsParts): Invitations {
  const now = (): number => clock().getTime();
  const valid = () => db.selectFrom("invitation").where("accepted_at", "is", null).where("expires_at", ">", now());

  async function join({ id, name }: Account, { role, group }: Invitation): Promise<Statement> {
    const known = await db.selectFrom("person").select("revoked_at").where("id", "=", id).executeTakeFirst();
    if (known && known.revoked_at === null) throw problem("joined-already");
    const last = await db
      .selectFrom("person")
      .select(({ fn }) => fn.max("place").as("place"))
      .executeTakeFirst();
    const row = { name, group_code: group, role, revoked_at: null };
    const joined = db
      .insertInto("person")
      .values({ id, ...row, place: (last?.place ?? 0) + 1 })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(row).where("person.revoked_at", "is not", null))
      .returning("id");
    return demand(joined, problem("joined-already"));
  }

  async function read(token: string): Promise<Invitation> {
    const row = await valid()
      .select(["name", "role", "group_code as group"])
      .where("id", "=", digest(token))
      .executeTakeFirst();
    if (!row) throw notGood();
    return row;
  }

  return {
    async make({ name, group, role }, by, alongside = () => []) {
      const token = randomBytes(24).toString("base64url");
      const at = now();
      const row = { id: digest(token), name, group_code: group, role, invited_by: by?.id ?? null };
      const made = db.insertInto("invitation").values({ ...row, created_at: at, expires_at: at + TWO_WEEKS_MS });
      await commit([made, ...alongside(row.id)]);
      return token;
    },
    async open() {
      const rows = await valid()
        .select(["id", "name", "role", "group_code as group", "expires_at"])
        .orderBy("created_at", "desc")
        .execute();
      return rows.map(({ expires_at, ...row }) => ({ ...row, expiresAt: new Date(expires_at).toISOString() }));
    },
    read,
    async taking(token, account) {
      const id = digest(token);
      const invitation = await read(token);
      const claimed = db
        .updateTable("invitation")
        .set({ accepted_at: now(), accepted_by: account.id })
        .where("id", "=", id)
        .where("accepted_at", "is", null)
        .where("expires_at", ">", now())
        .returning("id");
      return { id, ...invitation, statements: [demand(claimed, notGood()), await join(account, invitation)] };
    },
    async withdraw(id, alongside) {
      const gone = db.deleteFrom("invitation").where("id", "=", id).where("accepted_at", "is", null).returning("id");
      await commit([demand(gone, notGood()), ...alongside()]);
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
