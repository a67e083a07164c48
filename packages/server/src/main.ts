import { existsSync } from "node:fs";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { holdsAccounts } from "./access/setUp.ts";
import { createLogger } from "./monitoring/logger.ts";
import { seed } from "./conference/seed.ts";
import { sampleConference } from "./sample/index.ts";
import { createServer } from "./server.ts";
import { SettingsError, readSettings } from "./settings.ts";
import { checkLog } from "./store/checkLog.ts";
import { openStore } from "./store/openStore.ts";

const built = join(import.meta.dirname, "../../../apps/web/dist");

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const { port, host, demo, signIn, behindProxy, webhooksToPrivate, metricsToken, logFormat } = settings;
  const clock = (): Date => new Date();
  const logger = createLogger({ format: logFormat, clock, write: (line) => void process.stdout.write(line) });
  const report = (error: unknown): void => logger.error(error);
  const store = await openStore(settings, report);
  if (settings.databaseUrl !== undefined) {
    const { checkDurable } = await import("./store/postgres/checkDurable.ts");
    const unsafe = await checkDurable(store.db, settings.allowedOff);
    if (unsafe.length > 0) throw new SettingsError(unsafe.join("\n"));
    for (const name of settings.allowedOff)
      report(new Error(`PostgreSQL's ${name} may be off, as DATABASE_ALLOW_OFF says: what is saved may be lost.`));
  }
  const damaged = await checkLog(store.db);
  if (damaged.length > 0)
    report(
      new Error(
        `The log has holes in: ${damaged.join(", ")}. These can't be opened; all others can. Keep a copy of the database ` +
          "as it is, and restore it from the last backup.",
      ),
    );
  if (demo && (await holdsAccounts(store.db)))
    throw new SettingsError(
      "DEMO is 1, but the store holds people's own accounts, and in the demo anybody could be any of them: " +
        "start with DEMO=0, or give the demo another DATA.",
    );
  if (demo) await seed(store, sampleConference, { clock, ids: randomUUID });
  // What it needs is not loaded where it is not used.
  const telemetry =
    settings.telemetry && (await import("./monitoring/openTelemetry.ts")).openTelemetry(settings.telemetry);
  const server = await createServer({
    ...(telemetry ? { telemetry } : {}),
    store,
    clock,
    ids: randomUUID,
    demo,
    signIn,
    behindProxy,
    webhooksToPrivate,
    ...(existsSync(built) ? { webRoot: built } : {}),
    ...(metricsToken === undefined ? {} : { metricsToken }),
    report,
    logger,
  });
  const address = await server.listen(port, host);
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  const origin = signIn.publicUrl ?? `http://${name}:${address.port}`;
  logger.info(`Plenary is at ${origin}/`);
  const setUp = await server.setUpPath();
  // Not for the log: whoever has the link is the first of the secretariat.
  if (setUp !== null)
    console.log(`Nobody of the secretariat can sign in yet. To be the first, open once: ${origin}${setUp}`);

  const stop = async (): Promise<void> => {
    await server.close();
    await telemetry?.close();
    await store.close();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      stop().catch((error: unknown) => {
        report(error);
        process.exitCode = 1;
      });
    });
}

start().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(1);
});
