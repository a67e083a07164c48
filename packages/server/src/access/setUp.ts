import type { Accounts } from "./accounts.ts";
import type { Invitations } from "./invitations.ts";
import type { People } from "../conference/people.ts";
import type { Database } from "../store/database.ts";

/**
 * The token of a link for the first member of the secretariat, null when there is one who can sign in. Each start makes
 * a new one; the last one is good no more.
 */
export async function setUpToken(accounts: Accounts, people: People, invitations: Invitations): Promise<string | null> {
  const [emails, all] = await Promise.all([accounts.emails(), people.all()]);
  await invitations.withdrawOwn();
  if (all.some(({ id, role }) => role === "secretariat" && emails.has(id))) return null;
  return invitations.make({ name: "", group: null, role: "secretariat" }, null);
}

/** Whether somebody has an account in the store. */
export async function holdsAccounts(db: Database): Promise<boolean> {
  return (await db.selectFrom("auth_user").select("id").limit(1).executeTakeFirst()) !== undefined;
}
