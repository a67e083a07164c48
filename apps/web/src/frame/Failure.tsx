import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** What is shown in place of something that could not be loaded: what happened, and the way on. */
export function Failure({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const { t } = useTranslation();
  const unreachable = error instanceof TypeError;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle />} title={t(unreachable ? "failure.unreachable" : "failure.title")}>
      <Stack align="flex-start" gap="sm">
        <Text size="sm">{unreachable ? t("failure.unreachable.text") : error.message}</Text>
        <Button size="xs" variant="default" onClick={retry}>
          {t("failure.retry")}
        </Button>
      </Stack>
    </Alert>
  );
}
