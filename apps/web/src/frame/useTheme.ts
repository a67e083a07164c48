import { type MantineThemeOverride, Notification, createTheme, mergeThemeOverrides } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { theme } from "./theme.ts";

/** The theme of the page with what is said in the language of the interface. */
export function useTheme(): MantineThemeOverride {
  const { t } = useTranslation();
  return useMemo(() => {
    const closeButtonProps = { "aria-label": t("panel.close") };
    return mergeThemeOverrides(
      theme,
      createTheme({ components: { Notification: Notification.extend({ defaultProps: { closeButtonProps } }) } }),
    );
  }, [t]);
}
