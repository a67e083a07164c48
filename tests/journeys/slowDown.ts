import { setTimeout as later } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";

/** How many times slower than it is the browser computes. */
const slower = Number(process.env.JOURNEYS_SLOWER ?? 1);

/** How long everything is on its way, each way, in milliseconds. */
const distance = Number(process.env.JOURNEYS_DISTANCE ?? 0);

/**
 * Makes a window as slow as the environment asks, to find what a journey does not wait for: a journey that waits
 * for what it needs holds at any pace. By default nothing is slowed.
 */
export async function slowDown(context: BrowserContext): Promise<void> {
  if (slower > 1)
    context.on("page", async (page) => {
      const devtools = await context.newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
    });
  if (distance === 0) return;
  await context.route("**/api/**", async (route) => {
    await later(2 * distance);
    await route.continue();
  });
  await context.routeWebSocket("**/rooms/**", (page) => {
    const server = page.connectToServer();
    page.onMessage((message) => void later(distance).then(() => server.send(message)));
    server.onMessage((message) => void later(distance).then(() => page.send(message)));
  });
}
