import { validator } from "hono/validator";
import { type ZodType, prettifyError } from "zod";
import { describe } from "./openapi/does.ts";
import { problem } from "./problem.ts";

/** Middleware that reads the JSON body by a schema; a body that does not fit is refused with what is wrong in it. */
export function body<T>(schema: ZodType<T>) {
  return describe(
    validator("json", (value: unknown) => parse(schema, value)),
    { body: schema },
  );
}

/** Middleware that reads the query by a schema; a query that does not fit is refused with what is wrong in it. */
export function query<T extends Record<string, string | undefined>>(schema: ZodType<T>) {
  return describe(
    validator("query", (value: unknown) => parse(schema, value)),
    { query: schema },
  );
}

function parse<T>(schema: ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw problem("not-understood", { detail: prettifyError(result.error) });
}
