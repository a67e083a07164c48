import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { openWindows } from "./openWindows.ts";
import { slowDown } from "./slowDown.ts";

const root = join(import.meta.dirname, "../..");

/** The whole product: the built page, the real server on an empty store of its own, and a browser. */
export interface Plenary {
  readonly address: string;
  readonly browser: Browser;
  /** A window of its own, signed in as that person of the sample conference. */
  readonly windowOf: (person: string, options?: WindowOptions) => Promise<Page>;
  /** A window of its own, signed in as nobody. */
  readonly window: (options?: WindowOptions) => Promise<Page>;
  /** The link for the first of the secretariat, that a server with accounts prints at its first start; "" in the demo. */
  readonly setUp: string;
  /** Ends the server as a power cut would; {@link restart} takes it up again on the same store and port. */
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Ends all; throws what no page caught in any window. */
  readonly stop: () => Promise<void>;
}

/** How a window looks. */
export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly language?: string;
}

/** Starts everything; needs the page to be built (`pnpm test` does it). Without the demo people sign in with accounts. */
export async function startPlenary({ demo = true }: { readonly demo?: boolean } = {}): Promise<Plenary> {
  if (!existsSync(join(root, "apps/web/dist/index.html"))) throw new Error("Build the page first: vite build apps/web");
  const data = mkdtempSync(join(tmpdir(), "plenary-journey-"));
  let server = await startServer(data, 0, demo);
  const browser = await launchBrowser();
  const port = Number(new URL(server.address).port);
  const uncaught: Error[] = [];
  const kill = async (): Promise<void> => {
    const gone = new Promise((resolve) => server.process.once("exit", resolve));
    server.process.kill("SIGKILL");
    await gone;
  };
  const window = async ({ width = 1366, height = 860, dark = false, language = "en" }: WindowOptions = {}) => {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? "dark" : "light",
      locale: language,
      acceptDownloads: true,
    });
    context.on("weberror", (thrown) => uncaught.push(thrown.error()));
    await slowDown(context);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    openWindows.add(page);
    page.once("close", () => openWindows.delete(page));
    return page;
  };
  return {
    address: server.address,
    setUp: server.setUp,
    browser,
    window,
    async windowOf(person, options) {
      const page = await window(options);
      await page.goto(server.address);
      await page.getByTestId(`person-${person}`).click();
      await page.getByTestId(`person-${person}`).waitFor({ state: "detached" });
      return page;
    },
    kill,
    async restart() {
      server = await startServer(data, port, demo);
    },
    async stop() {
      await browser.close();
      await kill();
      rmSync(data, { recursive: true, force: true });
      if (uncaught.length > 0) throw new AggregateError(uncaught, `Not caught in a page: ${uncaught.join("; ")}`);
    },
  };
}

async function startServer(
  data: string,
  port: number,
  demo: boolean,
): Promise<{ process: ChildProcess; address: string; setUp: string }> {
  const environment = {
    ...process.env,
    DEMO: demo ? "1" : "0",
    LOG_FORMAT: "text",
    DATA: data,
    PORT: String(port),
    HOST: "127.0.0.1",
  };
  const child = spawn("node", ["packages/server/src/main.ts"], { cwd: root, env: environment, stdio: "pipe" });
  const { address, setUp } = await new Promise<{ address: string; setUp: string }>((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /Plenary is at (http:\S+)/.exec(said);
      const first = /open once: (http:\S+)/.exec(said);
      if (found?.[1] && (demo || first)) resolve({ address: found[1], setUp: first?.[1] ?? "" });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => reject(new Error(`the server ended before it was ready: ${said}`)));
  });
  return { process: child, address, setUp };
}
