import { Button, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Page } from "./Page.tsx";

/** What an address leads to that is none of the page's own, and the way on. */
export function NoSuchPage() {
  const { t } = useTranslation();
  return (
    <Page>
      <Stack gap="md" maw={520} mx="auto" align="flex-start">
        <Title order={1} size="h2">
          {t("noPage.title")}
        </Title>
        <Text>{t("noPage.text")}</Text>
        <Button component={Link} href="/" variant="default" data-testid="to-drafts">
          {t("drafts.title")}
        </Button>
      </Stack>
    </Page>
  );
}
