import { Alert, Radio, Stack, Text, Title } from "@mantine/core";
import type { WordReport } from "@plenary/server/api";
import { useTranslation } from "react-i18next";
import { localeOf } from "../language/numbers.ts";
import { useLanguage } from "../frame/useLanguage.ts";

/** The value of the choice to add the file's base as a new text. */
export const NEW_TEXT = "new";

/** What {@link BaseChoice} shows and asks; `value` is a text's id, {@link NEW_TEXT}, or null while nothing is chosen. */
export interface BaseChoiceProps {
  readonly report: WordReport;
  readonly value: string | null;
  readonly mayAdd: boolean;
  readonly onChange: (value: string) => void;
}

/** Which base text the file amends: the one that was recognised, the others by likeness, or a new one. */
export function BaseChoice({ report, value, mayAdd, onChange }: BaseChoiceProps) {
  const { t } = useTranslation();
  const percent = new Intl.NumberFormat(localeOf(useLanguage()), { style: "percent", maximumFractionDigits: 0 });
  const { candidates, recognised } = report;
  return (
    <Stack component="section" gap="sm" aria-labelledby="word-base">
      <Title order={2} size="h4" id="word-base">
        {t("word.base")}
      </Title>
      <Alert color={recognised ? "green" : "yellow"} role="status">
        {recognised ? t("word.recognised") : t(mayAdd ? "word.notRecognised" : "word.notRecognisedAsk")}
      </Alert>
      <Radio.Group aria-labelledby="word-base" value={value} onChange={onChange}>
        <Stack gap="xs">
          {candidates.map(({ text, score, sameNumber, sameTitle }) => (
            <Radio
              key={text.id}
              value={text.id}
              data-testid={`base-${text.id}`}
              label={
                <Text span size="sm" lang={text.language}>
                  <bdi>{text.number}</bdi> · <bdi>{text.title}</bdi>
                </Text>
              }
              description={[
                t("word.likeness", { share: percent.format(Math.floor(score * 100) / 100) }),
                ...(sameNumber ? [t("word.sameNumber")] : []),
                ...(sameTitle ? [t("word.sameTitle")] : []),
              ].join(" · ")}
            />
          ))}
          {mayAdd && (
            <Radio value={NEW_TEXT} label={t("word.new")} description={t("word.newHint")} data-testid="base-new" />
          )}
        </Stack>
      </Radio.Group>
    </Stack>
  );
}
