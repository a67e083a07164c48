import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Text } from "@plenary/document";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { launchBrowser } from "../journeys/browser.ts";
import type { PeerEdit } from "./page.ts";

const entry = new URL("./page.ts", import.meta.url).pathname;
const css = join(import.meta.dirname, "../../packages/editor/src/paper.css");

/** A browser with the paper alone on its page, no server. */
export interface RealPaper {
  readonly page: Page;
  open(published: Text, before?: readonly PeerEdit[]): Promise<void>;
  /** Puts the browser's own selection into a clause, in units of its text on the page, labels and struck words aside. */
  select(clause: string, from: number, to?: number): Promise<void>;
  said(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Starts a browser and loads the paper into it. */
export async function startPaper(): Promise<RealPaper> {
  const browser: Browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent("<!doctype html><title>Paper</title><body></body>");
  await page.addStyleTag({ content: readFileSync(css, "utf8") });
  await page.addScriptTag({ content: await bundle() });
  return {
    page,
    open: (published, before = []) =>
      page.evaluate(([text, edits]) => window.bench.open(text, edits), [published, before] as const),
    select: (clause, from, to = from) =>
      page.evaluate(
        ([id, start, end]) => {
          const line = document.querySelector(`.ProseMirror [data-id="${id}"]`);
          if (!(line instanceof HTMLElement)) throw new Error(`no clause ${id}`);
          line.closest<HTMLElement>(".ProseMirror")?.focus();
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT, (node) =>
            node.parentElement?.closest("[contenteditable=false]")
              ? NodeFilter.FILTER_REJECT
              : NodeFilter.FILTER_ACCEPT,
          );
          const place = (offset: number): [Node, number] => {
            let left = offset;
            walker.currentNode = line;
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              const { length } = node.textContent ?? "";
              if (left <= length) return [node, left];
              left -= length;
            }
            return [line, line.childNodes.length];
          };
          getSelection()?.setBaseAndExtent(...place(start), ...place(end));
        },
        [clause, from, to] as const,
      ),
    said: () => page.evaluate(() => window.bench.said()),
    stop: () => browser.close(),
  };
}

async function bundle(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, rolldownOptions: { input: entry, output: { format: "iife" } } },
  });
  const output = Array.isArray(made) ? made[0] : made;
  const chunk = output && "output" in output ? output.output[0] : null;
  if (!chunk) throw new Error("the page could not be put together");
  return chunk.code;
}
