import type { History } from "@plenary/server/api";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { answer } from "../api/refusal.ts";

/** How often the history is asked for again while people write and it is looked at, in milliseconds. */
export const HISTORY_EVERY = 20_000;

/** What happened to a draft, from its first update on. */
export function historyQuery(draft: string) {
  return queryOptions({
    queryKey: ["drafts", draft, "history"],
    queryFn: () => wholeHistory(draft),
    staleTime: HISTORY_EVERY,
  });
}

/** The pages of a long history together, the latest asked for first. */
async function wholeHistory(draft: string): Promise<History> {
  const page = (before?: number) => {
    const query = before === undefined ? {} : { before: String(before) };
    return answer(api.drafts[":id"].history.$get({ param: { id: draft }, query }));
  };
  const latest = await page();
  let { moments, decisions } = latest;
  for (let first = moments[0]?.from ?? 1; first > 1; first = moments[0]?.from ?? 1) {
    const earlier = await page(first);
    if (earlier.moments.length === 0) break;
    // A decision before a page's first update is placed by the page that holds the update.
    const known = new Set(decisions.map(({ id }) => id));
    moments = [...earlier.moments, ...moments];
    decisions = [...earlier.decisions.filter(({ id }) => !known.has(id)), ...decisions];
  }
  return { ...latest, moments, decisions };
}
