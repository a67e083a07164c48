import { PasswordInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** The field `password` for a password that is being chosen. */
export function NewPasswordField() {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t("signIn.password")}
      description={t("signIn.passwordLength")}
      name="password"
      autoComplete="new-password"
      minLength={12}
      maxLength={128}
      visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
      required
    />
  );
}
