import { useCallback, useEffect, useRef } from "react";
import { useLocation, useParams } from "wouter";
import { type DraftViewName, isPaper, viewNamed, viewPath } from "./draftViews.ts";

/** How a draft is looked at, by the address of the page. */
export interface DraftView {
  readonly view: DraftViewName;
  /** Goes to a view; `then` is done once it is there. */
  readonly open: (view: DraftViewName, then?: () => void) => void;
}

/** The view of the draft that the address names, and going to another. */
export function useDraftView(draft: string): DraftView {
  const { view: said } = useParams<{ readonly view?: string }>();
  const view = viewNamed(said);
  const [, go] = useLocation();
  const after = useRef<{ readonly view: DraftViewName; readonly act: () => void } | null>(null);

  const open = useCallback(
    (wanted: DraftViewName, then?: () => void): void => {
      if (wanted === view) return then?.();
      after.current = then ? { view: wanted, act: then } : null;
      // From one look of the paper to another is no step back.
      go(viewPath(draft, wanted), { replace: isPaper(view) && isPaper(wanted) });
    },
    [draft, view, go],
  );
  useEffect(() => {
    const waiting = after.current;
    after.current = null;
    if (waiting?.view === view) waiting.act();
  }, [view]);

  return { view, open };
}
