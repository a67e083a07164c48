import { resolve } from "node:path";
import { checkLedgers, openStore, readSettings } from "@plenary/server/ledgers";
import type { Place } from "../compareCommand.ts";
import { UsageError } from "../usage.ts";

/** `plenary ledger`: whether who wrote what is kept as the log gives it; `rebuild` keeps it so. The answer is 1 when it is not. */
export async function ledgerCommand(files: readonly string[], rebuild: boolean, place: Place): Promise<number> {
  if (files.length > 0) throw new UsageError("ledger takes no file: DATA or DATABASE_URL says where the database is.");
  const { DATA = "data", ...environment } = process.env;
  const settings = readSettings({ ...environment, DATA: resolve(place.cwd, DATA) });
  const store = await openStore(settings, (error) => place.warn(`${String(error)}\n`));
  try {
    const { kept, different } = await checkLedgers(store, rebuild);
    for (const number of different) place.write(`${number}: ${rebuild ? "rebuilt" : "not as the log gives it"}\n`);
    place.write(`${kept} ledgers, ${different.length} not as the log ${rebuild ? "gave it" : "gives it"}\n`);
    return different.length > 0 && !rebuild ? 1 : 0;
  } finally {
    await store.close();
  }
}
