import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { browserLibraries } from "./browserLibraries.ts";
import { type Browser, chromium as playwright } from "playwright-core";

/** Where a browser that a person or the system installed usually is. */
const installed = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A headless browser: the system's own where there is one, else the one that comes with the workspace's packages; `further` are arguments of its own. */
export async function launchBrowser(further: readonly string[] = []): Promise<Browser> {
  const own = installed.find((path) => existsSync(path));
  const executablePath = own ?? (await chromium.executablePath());
  return playwright.launch({
    executablePath,
    env: own ? process.env : { ...process.env, ...browserLibraries(executablePath) },
    // The package's own arguments put every page into one process, where windows of two people share their cookies.
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      ...further,
    ],
    headless: true,
  });
}
