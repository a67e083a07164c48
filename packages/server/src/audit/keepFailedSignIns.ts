import type { Audit } from "./audit.ts";
import type { Database } from "../store/database.ts";
import { createSharedPace } from "../store/sharedPace.ts";

/** An attempt to sign in that was refused, with what status, and the address that it came from. */
export interface FailedSignIn {
  readonly email: string;
  readonly from: string;
  readonly refused: 401 | 429;
}

/** What keeps failed attempts to sign in. */
export interface FailedSignInsParts {
  readonly db: Database;
  readonly audit: Pick<Audit, "record">;
  readonly clock: () => Date;
  readonly report: (error: unknown) => void;
}

/**
 * Keeps attempts to sign in that failed in the audit log, once a minute for an account, and once a minute for an address
 * that tries what is no account: who goes on trying does not fill it. Neither the password is kept nor what was typed as
 * an e-mail address. It is kept behind the answer, whose time would tell which accounts there are.
 */
export function keepFailedSignIns({ db, audit, clock, report }: FailedSignInsParts): (failed: FailedSignIn) => void {
  const pace = createSharedPace({ db, clock, what: "failed sign-in ", atOnce: 1, everyMs: 60_000 });

  async function keep({ email, from, refused }: FailedSignIn): Promise<void> {
    const named = db.selectFrom("auth_user").select("id").where("email", "=", email.trim().toLowerCase());
    const member = (await named.executeTakeFirst())?.id ?? null;
    if (!(await pace.allows(member === null ? `from ${from}` : `of ${member}`))) return;
    await audit.record({ act: "failed sign-in", person: null, detail: { member, from, refused } });
  }
  return (failed) => void keep(failed).catch(report);
}
