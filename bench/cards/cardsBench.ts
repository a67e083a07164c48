import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchBrowser } from "@plenary/tests/browser";
import { startPlenary } from "../server/process.ts";
import { amendedDraft } from "./amendedDraft.ts";

/** What scrolling through all cards cost. */
export interface CardsRow {
  readonly cards: number;
  /** Pixels in each frame: how quickly it was scrolled. */
  readonly pixelsAFrame: number;
  readonly frames: number;
  readonly framesASecond: number;
  /** Milliseconds from one frame to the next. */
  readonly p95: number;
  readonly longest: number;
  /** Milliseconds of the page's own processor time in each frame; below 16.7 leaves room for 60 frames a second. */
  readonly busy: number;
  /** Tasks of more than 50 ms. */
  readonly longTasks: number;
}

const FRAMES = 300;

/** Opens a draft with 2,000 changes in a browser and scrolls through its cards, quickly and at a glance. */
export async function cardsBench(): Promise<CardsRow[]> {
  const data = mkdtempSync(join(tmpdir(), "plenary-cards-"));
  const server = await startPlenary({ DATA: data }, join(data, "cache"));
  const browser = await launchBrowser();
  try {
    const draft = await amendedDraft(server.origin);
    const page = await browser.newPage({ viewport: { width: 1366, height: 860 } });
    await page.goto(server.origin);
    await page.getByTestId("person-helene-faure").click();
    await page.getByTestId("person-helene-faure").waitFor({ state: "detached" });
    await page.goto(`${server.origin}/drafts/${draft}`);
    await page.getByTestId("change-card").first().waitFor({ timeout: 180_000 });
    await page.locator(".card-authors span").first().waitFor();
    const rows: CardsRow[] = [];
    const session = await page.context().newCDPSession(page);
    // Counted by the thread, so that it says the same on a busy machine.
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const seconds = async (): Promise<number> => {
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
    };
    for (const pixels of [40, 400]) {
      const before = await seconds();
      const scrolled = await page.evaluate(scroll, { frames: FRAMES, pixels });
      const busy = Math.round((10_000 * ((await seconds()) - before)) / FRAMES) / 10;
      rows.push({ ...scrolled, busy });
    }
    return rows;
  } finally {
    await browser.close();
    await server.kill();
    rmSync(data, { recursive: true, force: true });
  }
}

/** In the page: scrolls by so many pixels in each frame, and counts. */
async function scroll({ frames, pixels }: { frames: number; pixels: number }): Promise<Omit<CardsRow, "busy">> {
  const scroller = document.querySelector('[data-testid="card-scroller"]');
  const cards = Number(document.querySelector("[aria-setsize]")?.getAttribute("aria-setsize"));
  if (!scroller) throw new Error("there are no cards");
  let longTasks = 0;
  const observer = new PerformanceObserver((list) => (longTasks += list.getEntries().length));
  observer.observe({ type: "longtask" });
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  scroller.scrollTop = 0;
  await frame();
  let last = await frame();
  const began = last;
  const took: number[] = [];
  let down = true;
  for (let i = 0; i < frames; i++) {
    const before = scroller.scrollTop;
    scroller.scrollTop += down ? pixels : -pixels;
    if (scroller.scrollTop === before) down = !down;
    const now = await frame();
    took.push(now - last);
    last = now;
    // Where there is nothing to see, nothing was scrolled.
    const { left, top, height } = scroller.getBoundingClientRect();
    if (!document.elementFromPoint(left + 40, top + height / 2)?.closest(".cards, .card-scroller"))
      throw new Error("the cards are not in view");
  }
  observer.disconnect();
  took.sort((a, b) => a - b);
  const rounded = (value: number): number => Math.round(value * 10) / 10;
  return {
    cards,
    pixelsAFrame: pixels,
    frames,
    framesASecond: rounded((1000 * frames) / (last - began)),
    p95: rounded(took[Math.floor(frames * 0.95)] ?? 0),
    longest: rounded(took.at(-1) ?? 0),
    longTasks,
  };
}
