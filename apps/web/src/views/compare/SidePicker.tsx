import { Select } from "@mantine/core";
import type { History } from "@plenary/server/api";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { localeOf } from "../../language/numbers.ts";
import { useLanguage } from "../../frame/useLanguage.ts";

/** What {@link SidePicker} shows and does; `value` is what the API calls the text. */
export interface SidePickerProps {
  readonly label: string;
  readonly history: History | null;
  readonly value: string;
  readonly onPick: (which: string) => void;
  readonly testId: string;
}

/** Of so many choices that fit the words sought, those are listed. */
const LISTED = 200;

/** Chooses a text of the draft: the base, what is agreed, now, a named version, or any moment, the latest first. */
export function SidePicker({ label, history, value, onPick, testId }: SidePickerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const data = useMemo(() => {
    const time = new Intl.DateTimeFormat(localeOf(language), { dateStyle: "medium", timeStyle: "medium" });
    const who = (name: string, group: string): string => [name, group].filter((part) => part !== "").join(" · ");
    const texts = [
      { value: "published", label: t("mode.base") },
      { value: "agreed", label: t("compare.agreed") },
      { value: "current", label: t("compare.current") },
    ];
    const versions = (history?.versions ?? []).map(({ id, name }) => ({ value: id, label: name }));
    const moments = (history?.moments ?? []).map(({ to, person, group, ended }) => ({
      value: String(to),
      label: `${time.format(new Date(ended))} · ${who(person.name, group)}`,
    }));
    const known = [...texts, ...versions, ...moments].some((one) => one.value === value);
    const other = known ? [] : [{ value, label: t("compare.moment", { number: value }) }];
    return [
      { group: t("compare.texts"), items: texts },
      { group: t("compare.versions"), items: versions.toReversed() },
      { group: t("compare.moments"), items: [...other, ...moments.toReversed()] },
    ].filter(({ items }) => items.length > 0);
  }, [history, language, value, t]);
  return (
    <Select
      size="xs"
      label={label}
      data={data}
      value={value}
      onChange={(which) => which !== null && onPick(which)}
      allowDeselect={false}
      searchable
      limit={LISTED}
      maxDropdownHeight={360}
      className="side-picker"
      data-testid={testId}
    />
  );
}
