import type { People } from "../conference/people.ts";
import { type DemoSessions, type Sessions, createAccountSessions, createDemoSessions } from "../conference/sessions.ts";
import { storedKey } from "../store/storedKey.ts";
import type { Statement } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";
import { type Accounts, type SignInSettings, createAccounts } from "./accounts.ts";
import { type Attempts, createAttempts } from "./attempts.ts";
import { type ConferenceSetUp, createConferenceSetUp } from "./conferenceSetUp.ts";
import { type Invitations, createInvitations } from "./invitations.ts";
import type { Kicks } from "./kicks.ts";
import { type Members, createMembers } from "./members.ts";
import { setUpToken } from "./setUp.ts";

/** Who gets in, and as what. */
export interface Access {
  readonly sessions: Sessions;
  /** Null when people sign in with accounts. */
  readonly demoSessions: DemoSessions | null;
  /** Null in the demo. */
  readonly accounts: Accounts | null;
  readonly attempts: Attempts;
  readonly invitations: Invitations;
  readonly members: Members;
  readonly setUp: ConferenceSetUp;
  /** What the identity provider is called; null when there is none. */
  readonly oidcName: string | null;
  /** The path of a link for the first member of the secretariat; null in the demo, and when there is one. */
  readonly setUpPath: () => Promise<string | null>;
}

/** What access works on. */
export interface AccessParts {
  readonly store: Pick<Store, "db" | "commit">;
  readonly people: People;
  readonly kicks: Kicks;
  readonly demo: boolean;
  readonly signIn: SignInSettings;
  readonly clock: () => Date;
  readonly ids: () => string;
  readonly report: (error: unknown) => void;
}

/** Access by accounts or, in the demo, by choosing a person: never by both. */
export async function createAccess(parts: AccessParts): Promise<Access> {
  const { store, people, kicks, demo, signIn, clock, ids, report } = parts;
  const { db } = store;
  const commit = (statements: readonly Statement[]): Promise<void> => store.commit(statements);
  const invitations = createInvitations({ db, commit, clock });
  const both = {
    attempts: createAttempts({ db, clock }),
    invitations,
    members: createMembers({ db, commit, clock, kicks }),
    setUp: createConferenceSetUp({ db, commit }),
  };
  if (demo) {
    const demoSessions = createDemoSessions(store, people, clock);
    return {
      ...both,
      sessions: demoSessions,
      demoSessions,
      accounts: null,
      oidcName: null,
      setUpPath: async () => null,
    };
  }
  const secret = await storedKey(db, "sign-in key");
  const passwordChanged = (account: string): void => kicks.kick({ person: account, gone: false });
  const accounts = createAccounts({ db, commit, ids, secret, signIn, passwordChanged, report });
  return {
    ...both,
    sessions: createAccountSessions(accounts, people),
    demoSessions: null,
    accounts,
    oidcName: signIn.oidc?.name ?? null,
    async setUpPath() {
      const token = await setUpToken(accounts, people, invitations);
      return token && `/invitation/${token}`;
    },
  };
}
