/** Scrolls the paper to a clause, where it is on the paper that is shown. */
export function showClause(id: string, block: "start" | "center"): void {
  const places = document.querySelectorAll<HTMLElement>(`.paper [data-id="${CSS.escape(id)}"]`);
  // The paper of the base stands beside the hidden one of the draft.
  const seen = [...places].find((place) => place.getClientRects().length > 0);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  seen?.scrollIntoView({ block, behavior: calm || block === "center" ? "auto" : "smooth" });
}
