import { Alert, Anchor, Button, Stack, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { api } from "../api/client.ts";
import { answer } from "../api/refusal.ts";
import { Form } from "../frame/form/Form.tsx";
import { Failure } from "../frame/Failure.tsx";
import { Page } from "../frame/Page.tsx";
import { NewPasswordField } from "./NewPasswordField.tsx";
import { useSessionChange } from "./useSessionChange.ts";

/** What a link for a new password opens. */
export function NewPasswordScreen({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const { signedOut } = useSessionChange();
  const set = useMutation({
    mutationFn: (password: string) => answer(api.account.password.$post({ json: { token, password } })),
    onSuccess: () => signedOut(),
  });
  return (
    <Page>
      <Stack gap="md" maw={420} mx="auto">
        <Title order={1} size="h2">
          {t("password.title")}
        </Title>
        {set.error && <Failure error={set.error} retry={() => set.reset()} />}
        {set.isSuccess ? (
          <Alert color="green" role="status" title={t("password.done")}>
            <Anchor component={Link} href="/" underline="always">
              {t("signIn.submit")}
            </Anchor>
          </Alert>
        ) : (
          <Form onSubmit={(word) => set.mutate(word("password"))}>
            <Stack gap="md">
              <NewPasswordField />
              <Button type="submit" loading={set.isPending}>
                {t("password.set")}
              </Button>
            </Stack>
          </Form>
        )}
      </Stack>
    </Page>
  );
}
