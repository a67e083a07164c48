import type { ChangeAuthor } from "@plenary/server/api";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "../../api/client.ts";
import { answer } from "../../api/refusal.ts";

/** How long the changes must stay the same before their authors are asked for, in milliseconds. */
const QUIET = 600;

/** The authors of each change by its id. */
export type AuthorsById = Readonly<Record<string, readonly ChangeAuthor[]>>;

const none: AuthorsById = {};

/**
 * Who made the changes with these ids: asked of the server again whenever they have been others and all is saved. Changes
 * that come back are asked for anew: an answer from before may have been given after they went, or somebody else may have
 * made them this time.
 */
export function useAuthors(draft: string, changes: readonly string[], saved: boolean): AuthorsById {
  const [asked, setAsked] = useState({ changes: "", times: 0 });
  const outdated = useRef(false);
  const now = changes.join("\n");
  useEffect(() => {
    outdated.current ||= now !== asked.changes;
    if (!saved || !outdated.current) return undefined;
    const timer = setTimeout(() => {
      outdated.current = false;
      setAsked(({ times }) => ({ changes: now, times: times + 1 }));
    }, QUIET);
    return () => clearTimeout(timer);
  }, [now, asked, saved]);
  const { data } = useQuery({
    queryKey: ["drafts", draft, "authors", asked.times],
    queryFn: () => answer(api.drafts[":id"].authors.$get({ param: { id: draft } })),
    enabled: asked.changes !== "",
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return data ?? none;
}
