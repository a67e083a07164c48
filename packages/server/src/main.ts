import { existsSync } from "node:fs";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { holdsAccounts } from "./access/setUp.ts";
import { seed } from "./conference/seed.ts";
import { sampleConference } from "./sample/index.ts";
import { createServer } from "./server.ts";
import { SettingsError, readSettings } from "./settings.ts";
import { openSqliteStore } from "./store/sqliteStore.ts";

const built = join(import.meta.dirname, "../../../apps/web/dist");

async function start(): Promise<void> {
  const { port, host, database, demo, signIn, behindProxy } = readSettings(process.env);
  const clock = (): Date => new Date();
  const store = await openSqliteStore(database);
  if (demo && (await holdsAccounts(store.db)))
    throw new SettingsError(
      "DEMO is 1, but the store holds people's own accounts, and in the demo anybody could be any of them: " +
        "start with DEMO=0, or give the demo another DATA.",
    );
  if (demo) await seed(store, sampleConference, { clock, ids: randomUUID });
  const server = await createServer({
    store,
    clock,
    ids: randomUUID,
    demo,
    signIn,
    behindProxy,
    ...(existsSync(built) ? { webRoot: built } : {}),
    report: (error) => console.error(error),
  });
  const address = await server.listen(port, host);
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  const origin = signIn.publicUrl ?? `http://${name}:${address.port}`;
  console.log(`Plenary is at ${origin}/`);
  const setUp = await server.setUpPath();
  if (setUp !== null)
    console.log(`Nobody of the secretariat can sign in yet. To be the first, open once: ${origin}${setUp}`);

  const stop = async (): Promise<void> => {
    await server.close();
    await store.close();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      stop().catch((error: unknown) => {
        console.error(error);
        process.exitCode = 1;
      });
    });
}

start().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(1);
});
