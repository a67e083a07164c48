import type { ChangeAuthor } from "@plenary/server/api";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../api/client.ts";
import { answer } from "../../api/refusal.ts";

/** How long the changes must stay the same before their authors are asked for, in milliseconds. */
const QUIET = 600;

/** The authors of each change by its id. */
export type AuthorsById = Readonly<Record<string, readonly ChangeAuthor[]>>;

const none: AuthorsById = {};

/** Who made the changes with these ids: asked of the server again whenever they are others and all is saved. */
export function useAuthors(draft: string, changes: readonly string[], saved: boolean): AuthorsById {
  const [settled, setSettled] = useState("");
  const now = changes.join("\n");
  useEffect(() => {
    if (!saved || now === settled) return undefined;
    const timer = setTimeout(() => setSettled(now), QUIET);
    return () => clearTimeout(timer);
  }, [now, settled, saved]);
  const { data } = useQuery({
    queryKey: ["drafts", draft, "authors", settled],
    queryFn: () => answer(api.drafts[":id"].authors.$get({ param: { id: draft } })),
    enabled: settled !== "",
    placeholderData: keepPreviousData,
  });
  return data ?? none;
}
