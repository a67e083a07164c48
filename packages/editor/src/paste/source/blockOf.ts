import { labelOf } from "./leadingLabel.ts";

/** What a paragraph of a source becomes. */
export interface BlockAttrs {
  readonly kind: string;
  readonly level: number;
  readonly label: string | null;
}

/** The list that a paragraph stands in. */
export interface ListPlace {
  /** 0 for the outermost. */
  readonly level: number;
  readonly label: string | null;
}

/** The styles of conference documents, as Word calls them on the clipboard. */
const styles: Readonly<Record<string, BlockAttrs>> = {
  call: { kind: "call", level: 0, label: null },
  resno: { kind: "number", level: 0, label: null },
  restitle: { kind: "title", level: 0, label: null },
  annexno: { kind: "annexNumber", level: 0, label: null },
  annextitle: { kind: "annexTitle", level: 0, label: null },
  headingb: { kind: "heading", level: 0, label: null },
  msotitle: { kind: "heading", level: 0, label: null },
};

const deepest = 3;
const paragraph: BlockAttrs = { kind: "paragraph", level: 0, label: null };

/** What an element is as a block: by what this editor wrote, a heading's tag, Word's style or list, the list around. */
export function blockOf(element: Element, list: ListPlace | null): BlockAttrs {
  const own = element.classList.contains("clause") ? element.getAttribute("data-kind") : null;
  if (own !== null) return { kind: own, level: within(Number(element.getAttribute("data-level"))), label: null };
  const heading = /^H([1-6])$/.exec(element.tagName);
  if (heading) return { kind: "heading", level: within(Number(heading[1]) - 1), label: null };
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(element.getAttribute("style") ?? "");
  if (level) return { kind: "item", level: within(Number(level[1]) - 1), label: wordLabel(element) };
  const style = Array.from(element.classList, (name) => styles[name.toLowerCase()]).find((known) => known);
  if (style) return style;
  return list ? { kind: "item", level: within(list.level), label: list.label } : paragraph;
}

/** The list that the items of an `ol` or `ul` stand in. */
export function listIn(element: Element, around: ListPlace | null): ListPlace {
  const level = around ? around.level + 1 : 0;
  const item = element.querySelector(":scope > li");
  const type = `${element.getAttribute("type") ?? ""} ${element.getAttribute("style") ?? ""} ${item?.getAttribute("style") ?? ""}`;
  if (element.tagName === "UL") return { level, label: "–" };
  if (/upper-roman|^I /.test(type)) return { level, label: "I" };
  if (/lower-roman|^i /.test(type)) return { level, label: "i)" };
  if (/upper-(?:alpha|latin)|^A /.test(type)) return { level, label: "A" };
  return { level, label: /lower-(?:alpha|latin)|^a /.test(type) ? "a)" : "1" };
}

/** The label that Word printed before an item, which is taken out of it; null for none that can be read. */
function wordLabel(element: Element): string | null {
  const printed = Array.from(element.querySelectorAll("[style]")).find((part) =>
    /mso-list:\s*ignore/i.test(part.getAttribute("style") ?? ""),
  );
  const label = printed ? labelOf(printed.textContent) : null;
  printed?.remove();
  return label;
}

function within(level: number): number {
  return Number.isInteger(level) ? Math.min(Math.max(level, 0), deepest) : 0;
}
