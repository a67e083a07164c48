import type { Context, TypedResponse } from "hono";

/** An answer whose type for the client is the type of the value itself. */
export type Answer<T> = Response & TypedResponse<T, 200, "json">;

/**
 * Answers with a value that is JSON as it stands (no dates, nothing undefined). Hono's own `c.json` describes what
 * JSON would make of a type and loses optional fields on the way.
 */
export function answer<T extends object>(c: Context, value: T): Answer<T> {
  const response: Response = c.json(value);
  return response as Answer<T>;
}
