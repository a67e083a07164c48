import { type Text, flatten } from "@plenary/document";
import { deep } from "../draft/isEmpty.ts";

/** What each clause of a text says, flat, by its id, in reading order; those in tables included. */
export function flatClauses({ clauses }: Text): ReadonlyMap<string, string> {
  return new Map(deep(clauses).map(({ id, content }) => [id, flatten(content)]));
}
