export { type JsonReading, readMarkedJson } from "./readMarkedJson.ts";
export { writeJson, writeMarkedJson } from "./writeJson.ts";
