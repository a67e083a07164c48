export { readSettings } from "../settings.ts";
export { type BackupFile, backUp } from "./backUp.ts";
export { restore } from "./restore.ts";
