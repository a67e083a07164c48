import { Alert, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Copied } from "../frame/Copied.tsx";

/** What {@link MadeLink} shows: the path of a link, and what to do with it. */
export interface MadeLinkProps {
  readonly path: string;
  readonly words: string;
}

/** A link that was just made, to be copied and handed over; it is not to be had again. */
export function MadeLink({ path, words }: MadeLinkProps) {
  const { t } = useTranslation();
  return (
    <Alert color="green" role="status">
      <Text size="sm" mb="xs">
        {words}
      </Text>
      <Copied value={new URL(path, location.origin).href} label={t("people.linkLabel")} testId="made-link" />
    </Alert>
  );
}
