export { readSettings } from "../settings.ts";
export { backUp } from "./backUp.ts";
export { backUpPostgres } from "./backUpPostgres.ts";
export { restore } from "./restore.ts";
export { restorePostgres } from "./restorePostgres.ts";
