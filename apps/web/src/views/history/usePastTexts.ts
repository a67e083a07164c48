import type { Text } from "@plenary/document";
import { useDebouncedValue } from "@mantine/hooks";
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../../api/client.ts";
import { answer } from "../../api/refusal.ts";
import type { ViewProps } from "../viewProps.ts";
import { TOGETHER, chunkOf, textReader } from "./pastTexts.ts";
import type { Stop } from "./stops.ts";

/** For how long the slider must stand still before texts are asked for, in milliseconds. */
const STILL = 80;

/** The texts of a stop of the timeline and of the one before it; null while they are on their way. */
export interface PastTexts {
  readonly text: Text | null;
  readonly before: Text | null;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * The texts of a stop, the `at`-th. Texts come several at once and stay, so that moving along asks the server seldom;
 * those ahead and behind are asked for before they are needed.
 */
export function usePastTexts({ draft }: Pick<ViewProps, "draft">, stops: readonly Stop[], at: number): PastTexts {
  const { id, published } = draft;
  const read = useMemo(() => textReader(published.language), [published.language]);
  const seqs = useMemo(() => [...new Set(stops.map(({ seq }) => seq))], [stops]);
  const here = stops[at]?.seq ?? 1;
  const [settled] = useDebouncedValue(here, STILL);
  const place = seqs.indexOf(settled);
  const around =
    seqs.length === 0
      ? []
      : [settled, seqs[place - 1], seqs[place - TOGETHER], seqs[place + TOGETHER]].flatMap((seq) => seq ?? []);
  const chunks = [...new Map(around.map((seq) => [chunkOf(seqs, seq).join(), chunkOf(seqs, seq)])).values()];
  const answers = useQueries({
    queries: chunks.map((chunk) => ({
      queryKey: ["drafts", id, "moments", chunk.join()],
      queryFn: async () => {
        const query = { at: chunk.join() };
        const texts = read(await answer(api.drafts[":id"].moments.$get({ param: { id }, query })));
        return new Map(chunk.map((seq, i) => [seq, texts[i]] as const));
      },
      staleTime: Number.POSITIVE_INFINITY,
      structuralSharing: false,
    })),
  });
  const textAt = (seq: number | undefined): Text | null => {
    for (const { data } of answers) {
      const text = seq === undefined ? undefined : data?.get(seq);
      if (text) return text;
    }
    return null;
  };
  const failed = answers.find(({ error }) => error !== null);
  return {
    text: textAt(here),
    before: textAt(seqs[seqs.indexOf(here) - 1]),
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
}
