import {
  Virtualizer,
  type VirtualizerOptions,
  elementScroll,
  observeElementOffset,
  observeElementRect,
} from "@tanstack/react-virtual";
import { useLayoutEffect, useReducer, useState } from "react";
import { flushSync } from "react-dom";

/** What a column needs to know of what it holds. */
type ColumnOptions = Pick<
  VirtualizerOptions<HTMLElement, HTMLElement>,
  "count" | "getScrollElement" | "estimateSize" | "getItemKey" | "overscan" | "gap" | "rangeExtractor"
>;

/** A column of things of which only those in view are rendered; it renders anew while it is scrolled. */
export function useColumn(given: ColumnOptions): Virtualizer<HTMLElement, HTMLElement> {
  const [, render] = useReducer((times: number) => times + 1, 0);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    ...given,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: (_column, scrolling) => {
      // While scrolling the cards are there with the frame that shows their place.
      if (scrolling) flushSync(render);
      else render();
    },
  };
  const [column] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  column.setOptions(options);
  const { _didMount: mounted, _willUpdate: updating } = column;
  useLayoutEffect(() => mounted(), [mounted]);
  useLayoutEffect(() => updating());
  return column;
}
