import { createMiddleware } from "hono/factory";
import type { ZodType } from "zod";

/** What a route says of itself, beside the schemas of what it takes. */
export interface Doing {
  readonly summary: string;
  /** The JSON that it answers. */
  readonly answer?: ZodType;
  /** The media type of the file that it answers. */
  readonly file?: string;
  /** How the act is called in the audit log; null for what is none (reading, tickets). */
  readonly act?: string | null;
  /** Whether the answer holds a secret, so that it is not kept for an `Idempotency-Key`. */
  readonly secret?: boolean;
}

/** What a handler adds to the description of its route. */
export interface Described {
  readonly doing?: Doing;
  readonly body?: ZodType;
  readonly query?: ZodType;
}

const described = Symbol("described");

/** The handler, with what it adds to the description of its route. */
export function describe<H extends object>(handler: H, what: Described): H {
  return Object.assign(handler, { [described]: what });
}

/** What a handler adds to the description of its route; nothing for most. */
export function descriptionOf(handler: object): Described {
  const what: unknown = Reflect.get(handler, described);
  return isDescribed(what) ? what : {};
}

/** Middleware that does nothing but say what its route does. */
export function does(summary: string, rest: Omit<Doing, "summary"> = {}) {
  return describe(
    createMiddleware((_c, next) => next()),
    { doing: { summary, ...rest } },
  );
}

function isDescribed(what: unknown): what is Described {
  return what !== null && typeof what === "object";
}
