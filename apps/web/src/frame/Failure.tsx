import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Refusal } from "../api/refusal.ts";

/** What {@link Failure} shows; where a whole screen is missing, also the way `home`. */
export interface FailureProps {
  readonly error: Error;
  readonly retry: () => void;
  readonly home?: boolean;
}

/** What is shown in place of something that could not be loaded: what happened, and the way on. */
export function Failure({ error, retry, home = false }: FailureProps) {
  const { t } = useTranslation();
  const unreachable = error instanceof TypeError;
  // What is not there will not be there a moment later.
  const lasting = home && error instanceof Refusal && (error.status === 404 || error.status === 410);
  const title = t(unreachable ? "failure.unreachable" : "failure.title");
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle />}
      title={
        home ? (
          <Title order={1} fz="inherit" fw="inherit">
            {title}
          </Title>
        ) : (
          title
        )
      }
    >
      <Stack align="flex-start" gap="sm">
        <Text size="sm">{unreachable ? t("failure.unreachable.text") : error.message}</Text>
        <Group gap="xs">
          {home && (
            <Button component={Link} href="/" size="xs" variant="default">
              {t("drafts.title")}
            </Button>
          )}
          {!lasting && (
            <Button size="xs" variant="default" onClick={retry}>
              {t("failure.retry")}
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
