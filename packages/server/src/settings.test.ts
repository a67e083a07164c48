import { expect, it } from "vitest";
import { readSettings } from "./settings.ts";

it("has a default for everything", () => {
  expect(readSettings({})).toMatchObject({ port: 4321, host: "127.0.0.1", demo: true });
  expect(readSettings({}).database).toMatch(/[\\/]data[\\/]plenary\.db$/);
});

it("names the setting that can't be", () => {
  expect(() => readSettings({ PORT: "http" })).toThrow("PORT is http");
  expect(() => readSettings({ PORT: "70000" })).toThrow("PORT is 70000");
  expect(() => readSettings({ DEMO: "yes" })).toThrow("DEMO is yes");
  expect(() => readSettings({ LOG_FORMAT: "xml" })).toThrow("LOG_FORMAT is xml");
  expect(() => readSettings({ METRICS_TOKEN: "hidden" })).toThrow("METRICS_TOKEN is too short");
  expect(() => readSettings({ METRICS_TOKEN: "hidden" })).toThrow(/^(?!.*hidden)/);
});

it("writes its log for people in the demo, else for programs", () => {
  expect(readSettings({}).logFormat).toBe("text");
  expect(readSettings({ DEMO: "0" }).logFormat).toBe("json");
  expect(readSettings({ DEMO: "0", LOG_FORMAT: "text" }).logFormat).toBe("text");
  expect(readSettings({ METRICS_TOKEN: "x".repeat(16) }).metricsToken).toBe("x".repeat(16));
});

it("reads how people sign in, and refuses half of an identity provider", () => {
  expect(readSettings({})).toMatchObject({ signIn: { publicUrl: null, oidc: null }, behindProxy: false });
  const OIDC = { OIDC_ISSUER: "https://id.example/realm", OIDC_CLIENT_ID: "plenary", OIDC_CLIENT_SECRET: "s" };
  const { signIn } = readSettings({ ...OIDC, PUBLIC_URL: "https://plenary.example/" });
  expect(signIn).toEqual({
    publicUrl: "https://plenary.example",
    oidc: { issuer: "https://id.example/realm", clientId: "plenary", clientSecret: "s", name: "id.example" },
  });
  expect(() => readSettings({ ...OIDC, OIDC_CLIENT_SECRET: "" })).toThrow("OIDC_CLIENT_SECRET belong together");
  expect(() => readSettings({ ...OIDC, OIDC_ISSUER: "id.example" })).toThrow("OIDC_ISSUER is id.example");
  expect(() => readSettings({ PUBLIC_URL: "ftp://x" })).toThrow("PUBLIC_URL is ftp://x");
  expect(() => readSettings({ TRUST_PROXY: "yes" })).toThrow("TRUST_PROXY is yes");
});

it.each(["0.0.0.0", "::", "192.168.1.4", "example.org", "127.0.0.1.example.org"])("keeps the demo from %s", (HOST) => {
  expect(() => readSettings({ HOST })).toThrow(`HOST is ${HOST}, but in the demo`);
  expect(readSettings({ HOST, DEMO: "0" }).host).toBe(HOST);
});

it.each(["localhost", "127.0.0.1", "127.0.3.9", "::1"])("lets the demo listen on %s", (HOST) => {
  expect(readSettings({ HOST }).host).toBe(HOST);
});

it("takes a PostgreSQL database and a Redis", () => {
  const [databaseUrl, redisUrl] = ["postgres://me:secret@db/plenary", "redis://cache:6379"];
  expect(readSettings({ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl })).toMatchObject({ databaseUrl, redisUrl });
  expect(readSettings({ DATABASE_URL: "", REDIS_URL: "" })).not.toHaveProperty("databaseUrl");
});

it("names an address that can't be, without the password in it", () => {
  expect(() => readSettings({ DATABASE_URL: "mysql://me:secret@db/plenary" })).toThrow(/^DATABASE_URL (?!.*secret)/);
  expect(() => readSettings({ DATABASE_URL: "db" })).toThrow("DATABASE_URL");
  expect(() => readSettings({ DATABASE_URL: "postgres://db/p", REDIS_URL: "cache" })).toThrow("REDIS_URL");
  expect(() => readSettings({ REDIS_URL: "redis://cache" })).toThrow("DATABASE_URL");
});

it("takes a collector of telemetry, and a name for it", () => {
  const endpoint = "http://collector:4318";
  expect(readSettings({})).not.toHaveProperty("telemetry");
  expect(readSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }).telemetry).toEqual({
    endpoint,
    serviceName: "plenary",
  });
  expect(() => readSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318" })).toThrow("OTEL_EXPORTER_OTLP_ENDPOINT");
  expect(() => readSettings({ WEBHOOKS_TO_PRIVATE: "yes" })).toThrow("WEBHOOKS_TO_PRIVATE is yes");
});

it("takes what of PostgreSQL may be off, and nothing else", () => {
  expect(readSettings({}).allowedOff).toEqual([]);
  expect(readSettings({ DATABASE_ALLOW_OFF: "full_page_writes, fsync" }).allowedOff).toEqual([
    "full_page_writes",
    "fsync",
  ]);
  expect(() => readSettings({ DATABASE_ALLOW_OFF: "fsync,everything" })).toThrow("DATABASE_ALLOW_OFF names everything");
});
