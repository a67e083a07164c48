export { type JsonReading, isExport, readMarkedJson } from "./readMarkedJson.ts";
export { writeJson, writeMarkedJson } from "./writeJson.ts";
