import { Radio, Stack, Title } from "@mantine/core";
import type { CommentsChoice } from "@plenary/server/api";
import { useTranslation } from "react-i18next";
import type { MessageKey } from "../commands/commandTable.ts";

const choices = ["internal", "open", "leave"] as const satisfies readonly CommentsChoice[];
const labels = {
  internal: "word.comments.internal",
  open: "word.comments.open",
  leave: "word.comments.leave",
} as const satisfies Readonly<Record<CommentsChoice, MessageKey>>;

/** What {@link CommentsQuestion} asks; `group` is the one that the draft is for, null while none is chosen. */
export interface CommentsQuestionProps {
  readonly count: number;
  readonly group: string | null;
  readonly choice: CommentsChoice;
  readonly onChoice: (choice: CommentsChoice) => void;
}

/** Who is to read the comments of a Word file, or whether they are left out. */
export function CommentsQuestion({ count, group, choice, onChoice }: CommentsQuestionProps) {
  const { t } = useTranslation();
  return (
    <Stack component="section" gap="sm" aria-labelledby="word-comments" data-testid="word-comments">
      <Title order={2} size="h4" id="word-comments">
        {t("word.comments", { number: count })}
      </Title>
      <Radio.Group
        aria-labelledby="word-comments"
        value={choice}
        onChange={(value) => onChoice(choices.find((each) => each === value) ?? "internal")}
      >
        <Stack gap="xs">
          {choices.map((value) => (
            <Radio
              key={value}
              value={value}
              label={
                value === "internal" && group === null
                  ? t("word.comments.group")
                  : t(labels[value], { group: group ?? "" })
              }
              data-testid={`word-comments-${value}`}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Stack>
  );
}
