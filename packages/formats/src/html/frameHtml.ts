import type { Frame } from "../frame/frame.ts";
import { escapeHtml } from "./escapeHtml.ts";

/** The head of a proposal's page: whose meeting and which document, who submits what, then symbol and number. */
export function frameHtml({ meeting, sitting, facts, source, about, symbol, number }: Frame): string {
  const lines = (said: readonly (string | null)[], name: string): string =>
    said.map((line) => (line ? `<p class="${name}" dir="auto">${escapeHtml(line)}</p>\n` : "")).join("");
  return (
    `<header class="frame">\n<div class="top"><div>\n${lines([meeting, sitting], "head")}</div><div>\n` +
    `${lines(facts, "head")}</div></div>\n${lines([source], "source")}${lines(about, "about")}` +
    `<p class="proposal"><span>${escapeHtml(symbol)}</span>\t<span dir="ltr">${escapeHtml(number)}</span></p>\n</header>\n`
  );
}
