import { join, resolve } from "node:path";
import type { OidcSettings, SignInSettings } from "./access/accounts.ts";

/** How the server is to run, from the environment. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** The database's file, when there is no `databaseUrl`. */
  readonly database: string;
  /** The PostgreSQL database, for one or several nodes. */
  readonly databaseUrl?: string;
  /** What of PostgreSQL's `fsync`, `full_page_writes` and `synchronous_commit` may be off. */
  readonly allowedOff: readonly string[];
  /** The Redis through which nodes tell each other what is new; without it they use PostgreSQL. */
  readonly redisUrl?: string;
  readonly demo: boolean;
  readonly signIn: SignInSettings;
  /** Whether a proxy in front of the server writes who asks into X-Forwarded-For. */
  readonly behindProxy: boolean;
  /** Who has it may read the metrics from anywhere. */
  readonly metricsToken?: string;
  /** Whether webhooks may be told at addresses that are not of the public internet, and without TLS. */
  readonly webhooksToPrivate: boolean;
  /** Where to tell traces and metrics by OTLP; nowhere when it is left out. */
  readonly telemetry?: { readonly endpoint: string; readonly serviceName: string };
  /** How the log is written: one JSON object a line, or words for people. */
  readonly logFormat: "json" | "text";
}

/** What of PostgreSQL has to be on unless it is allowed to be off. */
const mayBeOff = ["fsync", "full_page_writes", "synchronous_commit"];

/** The environment says something that can't be; the message names the setting. */
export class SettingsError extends Error {}

/**
 * Reads PORT (4321), HOST (127.0.0.1), DATA (the folder `data`), DEMO (on; 0 is off), TRUST_PROXY (off), WEBHOOKS_TO_PRIVATE (off) and LOG_FORMAT
 * (text in the demo, else json), with their defaults, and DATABASE_URL, DATABASE_ALLOW_OFF, REDIS_URL, METRICS_TOKEN, OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME, PUBLIC_URL and OIDC_ISSUER, OIDC_CLIENT_ID,
 * OIDC_CLIENT_SECRET, OIDC_NAME, which may be left away. Throws a {@link SettingsError} for a value that can't be, and for
 * the demo on an address that others reach.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const { PORT = "4321", HOST = "127.0.0.1", DATA = "data", DEMO = "1" } = environment;
  const { DATABASE_URL = "", REDIS_URL = "" } = environment;
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint = "", OTEL_SERVICE_NAME: serviceName = "plenary" } = environment;
  const { METRICS_TOKEN = "", LOG_FORMAT = DEMO === "0" ? "json" : "text" } = environment;
  const port = Number(PORT);
  if (!/^\d+$/.test(PORT) || port > 65_535) throw new SettingsError(`PORT is ${PORT}: give a number from 0 to 65535.`);
  const demo = readSwitch("DEMO", DEMO);
  if (demo && !isLoopback(HOST))
    throw new SettingsError(
      `HOST is ${HOST}, but in the demo anybody can be anybody, so it is for this machine alone: ` +
        "leave HOST away (127.0.0.1), or turn the demo off with DEMO=0.",
    );
  if (METRICS_TOKEN !== "" && METRICS_TOKEN.length < 16)
    throw new SettingsError("METRICS_TOKEN is too short: give at least 16 characters, or leave it away.");
  if (LOG_FORMAT !== "json" && LOG_FORMAT !== "text")
    throw new SettingsError(`LOG_FORMAT is ${LOG_FORMAT}: give json or text.`);
  checkUrl("DATABASE_URL", DATABASE_URL, ["postgres:", "postgresql:"], "postgres://user:password@host:5432/plenary");
  checkUrl("REDIS_URL", REDIS_URL, ["redis:", "rediss:"], "redis://host:6379");
  checkUrl("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint, ["http:", "https:"], "http://collector:4318");
  if (REDIS_URL !== "" && DATABASE_URL === "")
    throw new SettingsError("REDIS_URL is for several nodes, which need DATABASE_URL too: give both, or neither.");
  return {
    port,
    host: HOST,
    database: join(resolve(DATA), "plenary.db"),
    ...(DATABASE_URL === "" ? {} : { databaseUrl: DATABASE_URL }),
    allowedOff: readAllowedOff(environment["DATABASE_ALLOW_OFF"] ?? ""),
    ...(REDIS_URL === "" ? {} : { redisUrl: REDIS_URL }),
    demo,
    signIn: { publicUrl: readAddress("PUBLIC_URL", environment["PUBLIC_URL"]), oidc: readOidc(environment) },
    behindProxy: readSwitch("TRUST_PROXY", environment["TRUST_PROXY"] ?? "0"),
    webhooksToPrivate: readSwitch("WEBHOOKS_TO_PRIVATE", environment["WEBHOOKS_TO_PRIVATE"] ?? "0"),
    ...(endpoint === "" ? {} : { telemetry: { endpoint, serviceName } }),
    ...(METRICS_TOKEN === "" ? {} : { metricsToken: METRICS_TOKEN }),
    logFormat: LOG_FORMAT,
  };
}

/** The value is not repeated in the message: it may hold a password. */
function checkUrl(name: string, value: string, protocols: readonly string[], example: string): void {
  if (value === "" || protocols.includes(URL.parse(value)?.protocol ?? "")) return;
  throw new SettingsError(`${name} is not an address like ${example}: give one, or leave it away.`);
}

function readAllowedOff(value: string): string[] {
  const names = value.split(",").flatMap((name) => name.trim() || []);
  const unknown = names.find((name) => !mayBeOff.includes(name));
  if (unknown === undefined) return names;
  throw new SettingsError(`DATABASE_ALLOW_OFF names ${unknown}: give some of ${mayBeOff.join()}, or leave it away.`);
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

function readSwitch(name: string, value: string): boolean {
  if (value !== "0" && value !== "1") throw new SettingsError(`${name} is ${value}: give 1 (on) or 0 (off).`);
  return value === "1";
}

/** The origin of an http or https address; null when it is left away. */
function readAddress(name: string, value: string | undefined): string | null {
  if (value === undefined || value === "") return null;
  const url = URL.parse(value);
  if (url?.protocol !== "http:" && url?.protocol !== "https:")
    throw new SettingsError(`${name} is ${value}: give an address that begins with https:// or http://.`);
  return url.pathname === "/" ? url.origin : url.href;
}

function readOidc(environment: Readonly<Record<string, string | undefined>>): OidcSettings | null {
  const issuer = readAddress("OIDC_ISSUER", environment["OIDC_ISSUER"]);
  const { OIDC_CLIENT_ID: clientId = "", OIDC_CLIENT_SECRET: clientSecret = "" } = environment;
  if (issuer === null && clientId === "" && clientSecret === "") return null;
  if (issuer === null || clientId === "" || clientSecret === "")
    throw new SettingsError(
      "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: give all three, or none.",
    );
  return { issuer, clientId, clientSecret, name: environment["OIDC_NAME"] ?? new URL(issuer).host };
}
