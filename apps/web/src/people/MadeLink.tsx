import { Alert, Button, CopyButton, Group, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** What {@link MadeLink} shows: the path of a link, and what to do with it. */
export interface MadeLinkProps {
  readonly path: string;
  readonly words: string;
}

/** A link that was just made, to be copied and handed over; it is not to be had again. */
export function MadeLink({ path, words }: MadeLinkProps) {
  const { t } = useTranslation();
  const link = new URL(path, location.origin).href;
  return (
    <Alert color="green" role="status">
      <Text size="sm" mb="xs">
        {words}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          readOnly
          dir="ltr"
          value={link}
          aria-label={t("people.linkLabel")}
          onFocus={(event) => event.currentTarget.select()}
          data-testid="made-link"
        />
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? "people.copied" : "people.copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Alert>
  );
}
