import { expect, it } from "vitest";
import { draftViews, isPaper, otherViews, viewNamed, viewPath } from "./draftViews.ts";

it("every view has an address that names it, and an unknown one is the marked-up paper", () => {
  for (const view of draftViews) expect(viewNamed(viewPath("d", view).split("/")[3])).toBe(view);
  expect(viewPath("d", "marked")).toBe("/drafts/d");
  expect(viewPath("d", "compare", { from: "1", to: "a&b" })).toBe("/drafts/d/compare?from=1&to=a%26b");
  expect([viewNamed("nothing"), viewNamed(undefined)]).toEqual(["marked", "marked"]);
});

it("a view is the paper, or one of the others", () => {
  expect(draftViews.filter((view) => !isPaper(view))).toEqual(otherViews);
});
