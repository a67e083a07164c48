import { Button, Collapse, Group, Select, Switch, TextInput } from "@mantine/core";
import { IconAdjustmentsHorizontal, IconSearch } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../language/useNumbers.ts";
import { type Choices, type Filter, type choicesOf, everything, narrowings } from "../review/filter.ts";

/** What {@link FilterBar} shows and does. */
export interface FilterBarProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly choices: ReturnType<typeof choicesOf>;
  /** When the person was last here before this visit, ISO 8601; null at the first. */
  readonly before: string | null;
  readonly formatting: boolean;
  readonly onFormatting: (shown: boolean) => void;
}

/** Which changes are in the list: words sought, and, opened, by group, person, kind, state, clause and since the last visit. */
export function FilterBar({ filter, onFilter, choices, before, formatting, onFormatting }: FilterBarProps) {
  const { t } = useTranslation();
  const written = useNumbers();
  const [open, setOpen] = useState(false);
  const parts = useId();
  const count = narrowings(filter);
  const select = <Value extends string>(
    part: "group" | "person" | "kind" | "state" | "place",
    label: string,
    values: Choices<Value>,
    name: (value: Value) => string = (value) => value,
  ) => (
    <Select
      size="xs"
      label={label}
      placeholder={t("filter.all")}
      clearable
      searchable={part === "place" || part === "person"}
      data={[...values].map(([value, times]) => ({ value, label: `${name(value)} (${written(times)})` }))}
      value={filter[part]}
      onChange={(value) => onFilter({ ...filter, [part]: value })}
      disabled={values.size === 0 && filter[part] === null}
      comboboxProps={{ withinPortal: true }}
      data-testid={`filter-${part}`}
    />
  );
  return (
    <div role="search" aria-label={t("filter.title")}>
      <Group gap={6} wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          type="search"
          aria-label={t("filter.words")}
          placeholder={t("filter.words")}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={filter.words}
          onChange={(event) => onFilter({ ...filter, words: event.currentTarget.value })}
          data-testid="filter-words"
        />
        <Button
          size="xs"
          variant={count > 0 ? "light" : "default"}
          leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}
          aria-expanded={open}
          aria-controls={parts}
          onClick={() => setOpen(!open)}
          data-testid="filter-open"
        >
          {t("filter.title")}
          {count > 0 && ` · ${written(count)}`}
        </Button>
      </Group>
      <Collapse expanded={open} id={parts} transitionDuration={0}>
        <div className="filter-parts">
          {select("group", t("filter.group"), choices.group)}
          {select("person", t("filter.person"), choices.person)}
          {select("kind", t("filter.kind"), choices.kind, (kind) => t(`kind.${kind}`))}
          {select("state", t("filter.state"), choices.state, (state) => t(`state.${state}`))}
          {select("place", t("filter.clause"), choices.place)}
          <Switch
            size="xs"
            label={t("filter.since")}
            checked={filter.since !== null}
            disabled={before === null}
            onChange={(event) => onFilter({ ...filter, since: event.currentTarget.checked ? before : null })}
            data-testid="filter-since"
          />
          <Switch
            size="xs"
            label={t("changes.formatting")}
            checked={formatting}
            onChange={(event) => onFormatting(event.currentTarget.checked)}
            data-testid="formatting"
          />
          <Button size="compact-xs" variant="subtle" onClick={() => onFilter(everything)} data-testid="filter-clear">
            {t("filter.clear")}
          </Button>
        </div>
      </Collapse>
    </div>
  );
}
