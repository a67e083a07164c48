export { type Typesetter, createTypesetter } from "./createTypesetter.ts";
