import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { answer } from "../../api/refusal.ts";

/** How often the server hears that the person is still here, in milliseconds. */
const SIGN = 5 * 60_000;

/** When the person was last at this draft before this visit, ISO 8601; null at the first visit, or while it is not known. */
export function useVisit(draft: string): string | null {
  const { data } = useQuery({
    queryKey: ["drafts", draft, "visit"],
    queryFn: () => answer(api.drafts[":id"].visit.$post({ param: { id: draft } })),
    refetchInterval: SIGN,
    staleTime: SIGN,
  });
  return data?.before ?? null;
}
