import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Text } from "@plenary/document";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../journeys/browser.ts";
import type { PeerEdit } from "./page/page.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const css = join(root, "packages/editor/src/paper.css");

/** A browser with the paper alone on its page, no server. */
export interface RealPaper {
  readonly page: Page;
  open(published: Text, before?: readonly PeerEdit[]): Promise<void>;
  /** Puts the browser's own selection into a clause, in units of its text on the page, labels and struck words aside. */
  select(clause: string, from: number, to?: number): Promise<void>;
  /** The same from a place in one clause to a place in another. */
  selectAcross(from: Place, to: Place): Promise<void>;
  said(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Starts a browser and loads the paper into it. */
export async function startPaper(): Promise<RealPaper> {
  const browser: Browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent("<!doctype html><title>Paper</title><body></body>");
  await page.addStyleTag({ content: readFileSync(css, "utf8") });
  await page.addScriptTag({ type: "module", content: await bundle() });
  await page.waitForFunction(() => "bench" in window);
  return {
    page,
    open: (published, before = []) =>
      page.evaluate(([text, edits]) => window.bench.open(text, edits), [published, before] as const),
    select: (clause, from, to = from) => select(page, [clause, from], [clause, to]),
    selectAcross: (from, to) => select(page, from, to),
    said: () => page.evaluate(() => window.bench.said()),
    stop: () => browser.close(),
  };
}

/** A place in the words of a clause. */
type Place = readonly [clause: string, offset: number];

function select(page: Page, from: Place, to: Place): Promise<void> {
  return page.evaluate(
    ([start, end]) => {
      const place = ([id, offset]: Place): [Node, number] => {
        const line = document.querySelector(`.ProseMirror [data-id="${id}"]`);
        if (!(line instanceof HTMLElement)) throw new Error(`no clause ${id}`);
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT, (node) =>
          node.parentElement?.closest("[contenteditable=false]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
        );
        let left = offset;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const { length } = node.textContent ?? "";
          if (left <= length) return [node, left];
          left -= length;
        }
        return [line, line.childNodes.length];
      };
      document.querySelector<HTMLElement>(".ProseMirror")?.focus();
      getSelection()?.setBaseAndExtent(...place(start), ...place(end));
    },
    [from, to] as const,
  );
}

/** The page's code as one module. */
async function bundle(): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), "plenary-paper-"));
  try {
    const vite = join(root, "node_modules/vite/bin/vite.js");
    const page = join(import.meta.dirname, "page");
    await run(process.execPath, [vite, "build", page, "--outDir", out, "--minify", "false", "--logLevel", "error"]);
    const [code] = readdirSync(join(out, "assets")).filter((name) => name.endsWith(".js"));
    if (code === undefined) throw new Error("the page could not be put together");
    return readFileSync(join(out, "assets", code), "utf8");
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
