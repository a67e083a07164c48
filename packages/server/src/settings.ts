import { join, resolve } from "node:path";

/** How the server is to run, from the environment. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** The database's file. */
  readonly database: string;
  readonly demo: boolean;
}

/** The environment says something that can't be; the message names the setting. */
export class SettingsError extends Error {}

/**
 * Reads PORT (4321), HOST (127.0.0.1), DATA (the folder `data`) and DEMO (on; 0 is off), with their defaults. Throws a
 * {@link SettingsError} for a value that can't be, and for the demo on an address that others reach.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const { PORT = "4321", HOST = "127.0.0.1", DATA = "data", DEMO = "1" } = environment;
  const port = Number(PORT);
  if (!/^\d+$/.test(PORT) || port > 65_535) throw new SettingsError(`PORT is ${PORT}: give a number from 0 to 65535.`);
  if (DEMO !== "0" && DEMO !== "1") throw new SettingsError(`DEMO is ${DEMO}: give 1 (on) or 0 (off).`);
  const demo = DEMO === "1";
  if (demo && !isLoopback(HOST))
    throw new SettingsError(
      `HOST is ${HOST}, but in the demo anybody can be anybody, so it is for this machine alone: ` +
        "leave HOST away (127.0.0.1), or turn the demo off with DEMO=0.",
    );
  return { port, host: HOST, database: join(resolve(DATA), "plenary.db"), demo };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
