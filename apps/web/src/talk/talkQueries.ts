import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { answer } from "../api/refusal.ts";

/** The threads of a draft that one may read; kept up to date over the draft's connection. */
export function talkQuery(draft: string) {
  return queryOptions({
    queryKey: ["drafts", draft, "threads"],
    queryFn: () => answer(api.drafts[":draft"].threads.$get({ param: { draft } })),
  });
}

/** Where one is called and has not looked yet; that a call was taken back, nobody tells. */
export const mentionsQuery = queryOptions({
  queryKey: ["mentions"],
  queryFn: async () => (await answer(api.mentions.$get())).mentions,
  refetchInterval: 60_000,
});
