import { Button, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSignOut } from "./useSignOut.ts";

/** For who is signed in with an account, but not in the conference (any more). */
export function Outside({ email }: { readonly email: string }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <Stack gap="md" maw={520} mx="auto" align="flex-start">
      <Title order={1} size="h2">
        {t("signIn.outside", { email })}
      </Title>
      <Text>{t("signIn.outside.text")}</Text>
      <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
        {t("account.switch")}
      </Button>
    </Stack>
  );
}
