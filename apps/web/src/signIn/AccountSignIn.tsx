import { Alert, Button, Divider, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import { api } from "../api/client.ts";
import { answer } from "../api/refusal.ts";
import { Form } from "../frame/form/Form.tsx";
import { Failure } from "../frame/Failure.tsx";
import { useSessionChange } from "./useSessionChange.ts";

/** What {@link AccountSignIn} needs: what the identity provider is called, if there is one, and the path to go on at. */
export interface AccountSignInProps {
  readonly oidc: string | null;
  readonly to: string;
}

/** Signing in with an e-mail address and a password, or at the identity provider. */
export function AccountSignIn({ oidc, to }: AccountSignInProps) {
  const { t } = useTranslation();
  const { signedIn } = useSessionChange();
  const [search] = useSearchParams();
  const signIn = useMutation({
    mutationFn: (json: { email: string; password: string }) => answer(api.account["sign-in"].$post({ json })),
    onSuccess: () => signedIn(),
  });
  const leave = useMutation({
    mutationFn: () => answer(api.account.oidc.$post({ json: { to } })),
    onSuccess: ({ url }) => location.assign(url),
  });
  return (
    <Stack gap="md" maw={420} mx="auto">
      <Title order={1} size="h2">
        {t("signIn.submit")}
      </Title>
      {search.get("failed") === "oidc" && oidc !== null && (
        <Alert color="yellow">{t("signIn.oidcFailed", { name: oidc })}</Alert>
      )}
      {signIn.error && <Failure error={signIn.error} retry={() => signIn.reset()} />}
      {leave.error && <Failure error={leave.error} retry={() => leave.reset()} />}
      <Form onSubmit={(word) => signIn.mutate({ email: word("email"), password: word("password") })}>
        <Stack gap="md">
          <TextInput label={t("signIn.email")} name="email" type="email" autoComplete="username" dir="ltr" required />
          <PasswordInput
            label={t("signIn.password")}
            name="password"
            autoComplete="current-password"
            visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
            required
          />
          <Button type="submit" loading={signIn.isPending}>
            {t("signIn.submit")}
          </Button>
        </Stack>
      </Form>
      {oidc !== null && (
        <>
          <Divider />
          <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()} data-testid="oidc">
            {t("signIn.with", { name: oidc })}
          </Button>
        </>
      )}
      <Text size="sm" c="dimmed">
        {t("signIn.forgotten")}
      </Text>
    </Stack>
  );
}
