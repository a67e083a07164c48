import { Avatar, Tooltip, VisuallyHidden } from "@mantine/core";
import type { Group } from "@plenary/server/api";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { numberIn } from "../../language/numbers.ts";
import type { Awareness } from "y-protocols/awareness";
import { useLanguage } from "../../frame/useLanguage.ts";
import type { CrowdChannel } from "../../live/crowdChannel.ts";
import { type Present, arrivals, peopleIn } from "./peopleIn.ts";

/** What {@link PeopleHere} shows; the first `most` people by name, the rest as a number. */
export interface PeopleHereProps {
  readonly awareness: Awareness;
  readonly crowd: CrowdChannel;
  readonly groups: readonly Group[];
  readonly most: number;
}

/** Who has this draft open, each once, in the colour of their group; who comes is told to screen readers. */
export function PeopleHere({ awareness, crowd, groups, most }: PeopleHereProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [people, setPeople] = useState<readonly Present[]>([]);
  const [joined, setJoined] = useState<readonly string[]>([]);
  const count = Math.max(people.length, useSyncExternalStore(crowd.subscribe, crowd.people));
  useEffect(() => {
    let known: readonly Present[] = [];
    const read = (): void => {
      const now = peopleIn(awareness.getStates().values());
      const names = arrivals(known, now).map(({ name, group }) => (group ? `${name} (${group})` : name));
      // In a crowd whoever moves comes among those shown.
      if (names.length > 0 && crowd.people() === 0) setJoined(names);
      known = now;
      setPeople(now);
    };
    read();
    awareness.on("change", read);
    return () => awareness.off("change", read);
  }, [awareness, crowd]);
  const colour = (group: string): string => groups.find(({ code }) => code === group)?.color ?? "#5d6470";
  const names = new Intl.ListFormat(language).format(joined);
  return (
    <>
      <VisuallyHidden role="status" data-testid="joined">
        {names === "" ? "" : t("bar.joined", { names })}
      </VisuallyHidden>
      <Avatar.Group spacing={6} role="group" aria-label={t("bar.people", { count })} data-testid="people">
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
        {count > most && (
          <Avatar size={26} color="gray">
            +{numberIn(language, count - most)}
          </Avatar>
        )}
      </Avatar.Group>
    </>
  );
}
