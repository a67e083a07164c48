import { Button, CopyButton, Group, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** What {@link Copied} shows, and how it is called. */
export interface CopiedProps {
  readonly value: string;
  readonly label: string;
  readonly testId: string;
}

/** Words to be copied and handed over. */
export function Copied({ value, label, testId }: CopiedProps) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        flex={1}
        readOnly
        dir="ltr"
        value={value}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
        data-testid={testId}
      />
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {t(copied ? "people.copied" : "people.copy")}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
