import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { launchBrowser } from "@plenary/tests/browser";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");

/** A window of a browser. */
export type Window = Awaited<ReturnType<Awaited<ReturnType<typeof launchBrowser>>["newPage"]>>;

/** Pages with the paper alone, in one browser that paints as soon as there is something to paint. */
export interface Windows {
  open(): Promise<Window>;
  close(): Promise<void>;
}

/** Starts a browser for the pages of this bench. */
export async function startWindows(): Promise<Windows> {
  const { script, style } = await bundle();
  const browser = await launchBrowser(["--disable-frame-rate-limit", "--disable-gpu-vsync"]);
  return {
    async open() {
      const page = await browser.newPage();
      await page.setContent("<!doctype html><html lang='en'><title>Typing</title><body></body></html>");
      await page.addStyleTag({ content: style });
      await page.addScriptTag({ type: "module", content: script });
      await page.waitForFunction(() => "typing" in window);
      return page;
    },
    close: () => browser.close(),
  };
}

async function bundle(): Promise<{ readonly script: string; readonly style: string }> {
  const out = mkdtempSync(join(tmpdir(), "plenary-typing-"));
  try {
    const vite = join(root, "node_modules/vite/bin/vite.js");
    const page = join(import.meta.dirname, "page");
    await run(process.execPath, [vite, "build", page, "--outDir", out, "--logLevel", "error"]);
    const assets = readdirSync(join(out, "assets"));
    const read = (ending: string) =>
      assets.filter((name) => name.endsWith(ending)).map((name) => readFileSync(join(out, "assets", name), "utf8"));
    return { script: read(".js").join("\n"), style: read(".css").join("\n") };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
