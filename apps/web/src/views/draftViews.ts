import type { DisplayMode } from "@plenary/editor";

/** The ways to look at a draft, in the order of their keys, 1 to 8. The first three are the paper itself. */
export const draftViews = ["base", "marked", "clean", "sides", "compare", "history", "table", "projector"] as const;

/** A way to look at a draft. */
export type DraftViewName = (typeof draftViews)[number];

/** A way to look at a draft that is not its paper. */
export type OtherView = Exclude<DraftViewName, DisplayMode>;

/** The ways to look at a draft that are not its paper. */
export const otherViews = ["sides", "compare", "history", "table", "projector"] as const satisfies readonly OtherView[];

/** Which view an address names; the marked-up paper when it names none. */
export function viewNamed(said: string | undefined): DraftViewName {
  return draftViews.find((view) => view === said) ?? "marked";
}

/** Whether the view is the paper, in one of its display modes. */
export function isPaper(view: DraftViewName): view is DisplayMode {
  return view === "base" || view === "marked" || view === "clean";
}

/** The address of a view of a draft; `asked` is what it shows, if it can show several things. */
export function viewPath(draft: string, view: DraftViewName, asked: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(asked).toString();
  return `/drafts/${draft}${view === "marked" ? "" : `/${view}`}${query === "" ? "" : `?${query}`}`;
}
