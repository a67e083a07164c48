export { type SeedConference, seed } from "./conference/seed.ts";
export { type Server, type ServerParts, createServer } from "./server.ts";
export { openSqliteStore } from "./store/sqliteStore.ts";
export type { LogEntry, LogStore } from "./store/logStore.ts";
export type { Store } from "./store/store.ts";
