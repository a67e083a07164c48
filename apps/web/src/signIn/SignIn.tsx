import { Skeleton } from "@mantine/core";
import type { SessionView } from "@plenary/server/api";
import { AccountSignIn } from "./AccountSignIn.tsx";
import { DemoSignIn } from "./DemoSignIn.tsx";
import { Outside } from "./Outside.tsx";

/** The way in: in the demo by choosing a person, else with an account. */
export function SignIn({ session }: { readonly session: SessionView | undefined }) {
  if (!session) return <Skeleton height={220} />;
  if (session.demo) return <DemoSignIn session={session} />;
  if (session.account) return <Outside email={session.account.email} />;
  return <AccountSignIn oidc={session.oidc} to="/" />;
}
