import { Radio, Stack, Text, Title } from "@mantine/core";
import type { SilentEdit } from "@plenary/server/api";
import type { Language } from "@plenary/document";
import { direction } from "@plenary/document";
import { useTranslation } from "react-i18next";

/** What becomes of the silent edits; null while nobody has chosen. */
export type SilentChoice = "take" | "leave" | null;

/** What {@link SilentReport} shows and asks. */
export interface SilentReportProps {
  readonly edits: readonly SilentEdit[];
  readonly language: Language;
  readonly choice: SilentChoice;
  readonly onChoice: (choice: SilentChoice) => void;
}

/** Clause by clause what the file changed without tracking it, and the question what to do with that. */
export function SilentReport({ edits, language, choice, onChoice }: SilentReportProps) {
  const { t } = useTranslation();
  return (
    <Stack component="section" gap="sm" aria-labelledby="word-silent" data-testid="word-silent">
      <Title order={2} size="h4" id="word-silent">
        {t("word.silent", { number: edits.length })}
      </Title>
      <Text size="sm">{t("word.silentHint")}</Text>
      <ul className="silent" lang={language} dir={direction(language)} tabIndex={0} aria-label={t("word.silentList")}>
        {edits.map((edit, at) => (
          <li key={at}>
            <strong>{edit.symbol}</strong>{" "}
            {edit.label !== null && (
              <>
                <bdi>{edit.label}</bdi>{" "}
              </>
            )}
            <Words edit={edit} />
          </li>
        ))}
      </ul>
      <Radio.Group
        label={t("word.silentQuestion")}
        value={choice}
        onChange={(value) => onChoice(value === "take" || value === "leave" ? value : null)}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="take" label={t("word.take")} description={t("word.takeHint")} data-testid="silent-take" />
          <Radio value="leave" label={t("word.leave")} description={t("word.leaveHint")} data-testid="silent-leave" />
        </Stack>
      </Radio.Group>
    </Stack>
  );
}

function Words({ edit }: { readonly edit: SilentEdit }) {
  const { t } = useTranslation();
  if (!edit.words)
    return <Text span size="sm">{`${edit.segments.map(({ text }) => text).join("")} (${t("word.form")})`}</Text>;
  return edit.segments.map(({ op, text }, at) => {
    const Mark = op === "-" ? "del" : op === "+" ? "ins" : "span";
    return <Mark key={at}>{text}</Mark>;
  });
}
