import { useCallback, useEffect, useRef, useState } from "react";
import type { Beginning } from "./panel/ThreadsPanel.tsx";

/** Which thread is looked at, and what is being begun. */
export interface ThreadChoice {
  /** The id of the thread that is lit up, null for none. */
  readonly active: string | null;
  readonly beginning: Beginning | null;
  /** Which panel stands beside the paper. */
  readonly beside: { readonly shown: string; readonly onShow: (shown: string) => void };
  /** Shows a panel, also where the panels were closed. */
  readonly show: (panel: string) => void;
  /** Lights up the first of these threads, or the next of them when one is lit already, and shows the threads. */
  readonly choose: (ids: readonly string[]) => void;
  /** Shows where a comment is written. */
  readonly begin: (beginning: Beginning) => void;
  /** The comment is written, as that thread, or given up. */
  readonly done: (thread: string | null) => void;
}

/** The choice of this screen; begins with the thread that the address names. `onShow` opens the panels beside the paper. */
export function useThreadChoice(onShow: () => void): ThreadChoice {
  const [active, setActive] = useState(() => new URLSearchParams(location.search).get("thread"));
  const [beginning, setBeginning] = useState<Beginning | null>(null);
  const [shown, setShown] = useState(active === null ? "changes" : "talk");
  const open = useRef(onShow);
  useEffect(() => {
    open.current = onShow;
  });
  const show = useCallback((panel: string) => {
    setShown(panel);
    open.current();
  }, []);
  const choose = useCallback((ids: readonly string[]) => {
    setActive((now) => ids[(now === null ? -1 : ids.indexOf(now)) + 1] ?? ids[0] ?? null);
    setShown("talk");
    open.current();
  }, []);
  const begin = useCallback((given: Beginning) => {
    setBeginning(given);
    setShown("talk");
    open.current();
  }, []);
  const done = useCallback((thread: string | null) => {
    setBeginning(null);
    if (thread !== null) setActive(thread);
  }, []);
  return { active, beginning, beside: { shown, onShow: setShown }, show, choose, begin, done };
}
