import { Avatar, Tooltip } from "@mantine/core";
import type { Group } from "@plenary/server/api";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Awareness } from "y-protocols/awareness";
import { type Present, peopleIn } from "./peopleIn.ts";

/** What {@link PeopleHere} shows; the first `most` people by name, the rest as a number. */
export interface PeopleHereProps {
  readonly awareness: Awareness;
  readonly groups: readonly Group[];
  readonly most: number;
}

/** Who has this draft open, each once, in the colour of their group. */
export function PeopleHere({ awareness, groups, most }: PeopleHereProps) {
  const { t } = useTranslation();
  const [people, setPeople] = useState<readonly Present[]>([]);
  useEffect(() => {
    const read = (): void => setPeople(peopleIn(awareness.getStates().values()));
    read();
    awareness.on("change", read);
    return () => awareness.off("change", read);
  }, [awareness]);
  const colour = (group: string): string => groups.find(({ code }) => code === group)?.color ?? "#5d6470";
  return (
    <Avatar.Group spacing={6} role="group" aria-label={t("bar.people", { count: people.length })} data-testid="people">
      {people.slice(0, most).map(({ id, name, group }) => (
        <Tooltip key={id} label={group ? `${name} · ${group}` : name} withArrow>
          <Avatar
            size={26}
            variant="filled"
            color={colour(group)}
            name={name}
            role="img"
            aria-label={group ? `${name} · ${group}` : name}
            tabIndex={0}
          />
        </Tooltip>
      ))}
      {people.length > most && (
        <Avatar size={26} color="gray">
          +{people.length - most}
        </Avatar>
      )}
    </Avatar.Group>
  );
}
