import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { api } from "../api/client.ts";
import { sessionQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";

/**
 * What follows when somebody has signed in or out: who it is now is asked first, and shown in one step with the
 * screen `to`, so that no screen of the one before shows meanwhile. When it can't be asked, the page says so and
 * offers to try again.
 */
export function useSessionChange() {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const change = async (besides: () => void): Promise<void> => {
    const session = await answer(api.session.$get()).catch(() => null);
    if (session) queries.setQueryData(sessionQuery.queryKey, session);
    else void queries.resetQueries({ queryKey: sessionQuery.queryKey });
    besides();
  };
  return {
    /** Somebody has signed in; what was refused before is asked anew. */
    signedIn: (to?: string): Promise<void> =>
      change(() => {
        void queries.invalidateQueries(others);
        if (to !== undefined) go(to, { replace: true });
      }),
    /** Nobody is signed in any more; what was read till then is forgotten. */
    signedOut: (to?: string): Promise<void> =>
      change(() => {
        queries.removeQueries(others);
        if (to !== undefined) go(to);
      }),
  };
}

const others = {
  predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean =>
    queryKey[0] !== sessionQuery.queryKey[0],
};
