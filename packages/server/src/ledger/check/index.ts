export { readSettings } from "../../settings.ts";
export { openStore } from "../../store/openStore.ts";
export { checkLedgers } from "./checkLedgers.ts";
