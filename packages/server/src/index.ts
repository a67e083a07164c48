export { type SeedConference, seed } from "./conference/seed.ts";
export type { Authorship } from "./ledger/authorsOf.ts";
export { type ClauseEdit, type Ledger, type LedgerState, createLedger } from "./ledger/createLedger.ts";
export { rebuildLedger } from "./ledger/rebuildLedger.ts";
export { watchClauses } from "./ledger/watchClauses.ts";
export { type Server, type ServerParts, createServer } from "./server.ts";
export { openSqliteStore } from "./store/sqliteStore.ts";
export type { LogEntry, LogStore } from "./store/logStore.ts";
export type { Store } from "./store/store.ts";
