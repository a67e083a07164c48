import type { Text } from "@plenary/document";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { answer } from "../../api/refusal.ts";
import type { ViewProps } from "../viewProps.ts";

/** A text of a draft; null while it is on its way, or when it could not be had. */
export interface NamedText {
  readonly text: Text | null;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * A text of the draft by what the API calls it: `published`, `agreed`, `current`, the number of an update or the id of
 * a version. The first three are here already and follow what is written and decided; the others never change.
 */
export function useTextNamed(
  { draft, record, state }: Pick<ViewProps, "draft" | "record" | "state">,
  which: string,
): NamedText {
  const live = which === "published" || which === "agreed" || which === "current";
  const { data, error, refetch } = useQuery({
    queryKey: ["drafts", draft.id, "at", which],
    queryFn: () => answer(api.drafts[":id"].at[":which"].$get({ param: { id: draft.id, which } })),
    enabled: !live,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  const here = {
    published: draft.published,
    agreed: record.agreed ?? draft.published,
    current: state.current,
  };
  return { text: live ? here[which] : (data ?? null), error: live ? null : error, retry: () => void refetch() };
}
