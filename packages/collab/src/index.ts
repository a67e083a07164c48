export { currentText, readText } from "./draft/currentText.ts";
export { readClauses } from "./draft/readClauses.ts";
export { replaceText } from "./draft/replaceText.ts";
export { moveClause, restoreClause, suppressClause } from "./draft/structure.ts";
export { writeText } from "./draft/writeText.ts";
export type { DecidedChange, Decision, Role } from "./record/decision.ts";
export { type DraftRecord, readRecord, writeRecord } from "./record/record.ts";
export { type RoomName, parseRoom, recordRoom, textRoom } from "./room.ts";
export { SAVED, closeCodes } from "./wire.ts";
