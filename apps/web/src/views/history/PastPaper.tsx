import type { Redline } from "@plenary/diff";
import type { Text } from "@plenary/document";
import { useEffect, useMemo, useRef, useState } from "react";
import { PaperShape } from "../../draft/PaperShape.tsx";
import { redlineMaker } from "../redlineMaker.ts";
import { RedlinePaper } from "../texts/RedlinePaper.tsx";
import { freshClauses } from "./pastTexts.ts";
import type { PastTexts } from "./usePastTexts.ts";

/** What {@link PastPaper} shows; `stop` is the number of the stop whose texts are wanted. */
export interface PastPaperProps {
  readonly published: Text;
  readonly texts: PastTexts;
  readonly label: string;
  readonly stop: number;
}

const none: ReadonlySet<string> = new Set();

/** The text of a moment as a redline against the base, with what came then lit; the one before stays until it is there. */
export function PastPaper({ published, texts: { text, before }, label, stop }: PastPaperProps) {
  const paper = useRef<HTMLDivElement>(null);
  const redlineOf = useMemo(() => redlineMaker(), []);
  const [shown, setShown] = useState<Redline | null>(null);
  const now = useMemo(() => (text ? redlineOf(published, text) : null), [redlineOf, published, text]);
  if (now && now !== shown) setShown(now);
  const fresh = useMemo(() => (text && before ? freshClauses(before, text) : none), [text, before]);

  useEffect(() => {
    if (fresh.size > 0) paper.current?.querySelector("[data-fresh]")?.scrollIntoView({ block: "center" });
  }, [fresh]);

  const redline = now ?? shown;
  return (
    <div aria-busy={!now} data-testid="past" data-stop={now ? stop : undefined}>
      {redline ? <RedlinePaper redline={redline} label={label} fresh={fresh} paper={paper} /> : <PaperShape />}
    </div>
  );
}
