import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { invitationQuery, sessionQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";
import { Failure } from "../frame/Failure.tsx";
import { Page } from "../frame/Page.tsx";
import { AccountSignIn } from "./AccountSignIn.tsx";
import { type NewAccountWords, NewAccount } from "./NewAccount.tsx";
import { useSessionChange } from "./useSessionChange.ts";

/** What an invitation's link opens: joining with a new account, with the signed-in one, or after signing in. */
export function InvitationScreen({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const { signedIn } = useSessionChange();
  const invitation = useQuery(invitationQuery(token));
  const session = useQuery(sessionQuery);
  const [known, setKnown] = useState(false);
  const join = useMutation({
    mutationFn: (account: NewAccountWords | null) =>
      answer(api.invitations[":token"].$post({ param: { token }, json: { account } })),
    onSuccess: () => signedIn("/"),
  });
  const error = invitation.error ?? session.error;
  if (error)
    return (
      <Page>
        <Failure error={error} retry={() => void invitation.refetch()} home />
      </Page>
    );
  if (!invitation.data || !session.data)
    return (
      <Page>
        <Skeleton height={220} />
      </Page>
    );
  const { conference, role, group, name } = invitation.data;
  const account = session.data.account;
  if (!account && known)
    return (
      <Page>
        <AccountSignIn oidc={session.data.oidc} to={`/invitation/${token}`} />
      </Page>
    );
  return (
    <Page>
      <Stack gap="md" maw={420} mx="auto">
        <Title order={1} size="h2">
          {conference === "" ? t("invitation.title") : t("invitation.to", { conference })}
        </Title>
        <Text>
          {t("invitation.as")} <strong>{t(`role.${role}`)}</strong>
          {group !== null && (
            <>
              {" · "}
              <bdi dir="ltr">{group}</bdi>
            </>
          )}
        </Text>
        {join.error && <Failure error={join.error} retry={() => join.reset()} />}
        {account ? (
          <Button loading={join.isPending} onClick={() => join.mutate(null)} data-testid="join-as">
            {t("invitation.joinAs", { email: account.email })}
          </Button>
        ) : (
          <>
            <NewAccount name={name} busy={join.isPending} onSubmit={(words) => join.mutate(words)} />
            <Button variant="subtle" onClick={() => setKnown(true)} data-testid="have-account">
              {t("invitation.known")}
            </Button>
          </>
        )}
      </Stack>
    </Page>
  );
}
