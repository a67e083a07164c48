import type { Context } from "hono";
import type { ActFacts } from "../audit/audit.ts";
import type { Statement } from "../store/logStore.ts";

/** An act of a request; by whom is said where it is not the person who was signed in before. */
export type RequestAct = Omit<ActFacts, "person"> & { readonly person?: string };

/** What of a request is kept: its row of the audit log, and its answer where it has an idempotency key. */
export class Acting {
  readonly #keep: (facts: RequestAct, answer: object) => Statement[];
  #kept = false;

  constructor(keep: (facts: RequestAct, answer: object) => Statement[]) {
    this.#keep = keep;
  }

  /** What keeps the act and its answer, to be run in the transaction of the act itself. */
  statements(facts: RequestAct, answer: object): Statement[] {
    this.#kept = true;
    return this.#keep(facts, answer);
  }

  /** Whether the act was kept in its own transaction. */
  get kept(): boolean {
    return this.#kept;
  }
}

/** What of this request is kept; to be called behind the middleware of acts. */
export function acting(c: Context): Acting {
  const found: unknown = c.get("acting");
  if (found instanceof Acting) return found;
  throw new Error("There is no middleware of acts before this route.");
}
