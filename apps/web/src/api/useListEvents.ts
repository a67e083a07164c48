import { useDocumentVisibility } from "@mantine/hooks";
import type { ListName } from "@plenary/server/api";
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** Whether a query shows something of a list. */
const shows: Readonly<Record<ListName, (key: QueryKey) => boolean>> = {
  drafts: ([of, one, part]) =>
    of === "drafts" ? one === undefined || part === "history" : of === "texts" && part === "merged",
  texts: ([of, one]) => of === "texts" && one === undefined,
  people: ([of]) => of === "people",
  conference: ([of]) => of === "conference",
  webhooks: ([of]) => of === "webhooks",
  mentions: ([of]) => of === "mentions",
};

/**
 * Asks for what the screen shows of these lists again when the server says that they have changed, at once but not more
 * often than every so many milliseconds; and after the connection was gone. Only while the page is seen: a browser has
 * few connections to one server, and every window would keep one. `names` are the lists' names with commas between.
 */
export function useListEvents(names: string, everyMs = 0): void {
  const client = useQueryClient();
  const visible = useDocumentVisibility() === "visible";
  useEffect(() => {
    if (!visible) return;
    const lists = listsIn(names);
    const changed = new Set<ListName>();
    let resting: ReturnType<typeof setTimeout> | null = null;
    const refresh = (): void => {
      if (resting !== null || changed.size === 0) return;
      const due = [...changed];
      changed.clear();
      void client.invalidateQueries({ predicate: ({ queryKey }) => due.some((list) => shows[list](queryKey)) });
      resting = setTimeout(() => {
        resting = null;
        refresh();
      }, everyMs);
    };
    const hear = (heard: readonly ListName[]) => (): void => {
      for (const list of heard) changed.add(list);
      refresh();
    };
    const events = new EventSource(`/api/events?lists=${names}`);
    events.addEventListener("open", hear(lists));
    for (const list of lists) events.addEventListener(list, hear([list]));
    return () => {
      events.close();
      if (resting !== null) clearTimeout(resting);
    };
  }, [client, visible, names, everyMs]);
}

function listsIn(names: string): ListName[] {
  const isName = (name: string): name is ListName => Object.hasOwn(shows, name);
  return names.split(",").filter(isName);
}
