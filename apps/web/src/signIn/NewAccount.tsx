import { Button, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Form } from "../frame/form/Form.tsx";
import { NewPasswordField } from "./NewPasswordField.tsx";

/** What an account is made of. */
export interface NewAccountWords {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** What {@link NewAccount} needs; `name` is whom the invitation is meant for. */
export interface NewAccountProps {
  readonly name: string;
  readonly busy: boolean;
  readonly onSubmit: (words: NewAccountWords) => void;
}

/** The form that makes an account. */
export function NewAccount({ name, busy, onSubmit }: NewAccountProps) {
  const { t } = useTranslation();
  return (
    <Form onSubmit={(word) => onSubmit({ name: word("name"), email: word("email"), password: word("password") })}>
      <Stack gap="md">
        <TextInput
          label={t("invitation.name")}
          name="name"
          autoComplete="name"
          defaultValue={name}
          maxLength={200}
          required
        />
        <TextInput label={t("signIn.email")} name="email" type="email" autoComplete="username" dir="ltr" required />
        <NewPasswordField />
        <Button type="submit" loading={busy} data-testid="join">
          {t("invitation.join")}
        </Button>
      </Stack>
    </Form>
  );
}
