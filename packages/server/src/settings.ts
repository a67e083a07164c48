import { join, resolve } from "node:path";

/** How the server is to run, from the environment. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** The database's file. */
  readonly database: string;
  readonly demo: boolean;
  /** Who has it may read the metrics from anywhere. */
  readonly metricsToken?: string;
  /** How the log is written: one JSON object a line, or words for people. */
  readonly logFormat: "json" | "text";
}

/** The environment says something that can't be; the message names the setting. */
export class SettingsError extends Error {}

/**
 * Reads PORT (4321), HOST (127.0.0.1), DATA (the folder `data`), DEMO (on; 0 is off), METRICS_TOKEN (none) and
 * LOG_FORMAT (text in the demo, else json), with their defaults. Throws a
 * {@link SettingsError} for a value that can't be, and for the demo on an address that others reach.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const { PORT = "4321", HOST = "127.0.0.1", DATA = "data", DEMO = "1" } = environment;
  const { METRICS_TOKEN = "", LOG_FORMAT = DEMO === "0" ? "json" : "text" } = environment;
  const port = Number(PORT);
  if (!/^\d+$/.test(PORT) || port > 65_535) throw new SettingsError(`PORT is ${PORT}: give a number from 0 to 65535.`);
  if (DEMO !== "0" && DEMO !== "1") throw new SettingsError(`DEMO is ${DEMO}: give 1 (on) or 0 (off).`);
  const demo = DEMO === "1";
  if (demo && !isLoopback(HOST))
    throw new SettingsError(
      `HOST is ${HOST}, but in the demo anybody can be anybody, so it is for this machine alone: ` +
        "leave HOST away (127.0.0.1), or turn the demo off with DEMO=0.",
    );
  if (METRICS_TOKEN !== "" && METRICS_TOKEN.length < 16)
    throw new SettingsError("METRICS_TOKEN is too short: give at least 16 characters, or leave it away.");
  if (LOG_FORMAT !== "json" && LOG_FORMAT !== "text")
    throw new SettingsError(`LOG_FORMAT is ${LOG_FORMAT}: give json or text.`);
  return {
    port,
    host: HOST,
    database: join(resolve(DATA), "plenary.db"),
    demo,
    ...(METRICS_TOKEN === "" ? {} : { metricsToken: METRICS_TOKEN }),
    logFormat: LOG_FORMAT,
  };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
