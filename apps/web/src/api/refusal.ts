import type { Change } from "@plenary/diff";
import type { ProblemBody } from "@plenary/server/api";
import i18next from "i18next";
import { isolated } from "../language/isolated.ts";

/** A refusal of the server: `message` says to the person what happened and what to do. */
export class Refusal extends Error {
  readonly status: number;
  /** Of a decision that came too late: the change that is open at that place now. */
  readonly pending: Change | null;

  constructor(status: number, detail: string, pending: Change | null = null) {
    super(detail);
    this.status = status;
    this.pending = pending;
  }
}

/** The change that is open now at the place of a decision that came too late; null for any other error. */
export function pendingOf(error: Error): Change | null {
  return error instanceof Refusal ? error.pending : null;
}

/** An answer as far as it is looked at here. */
interface Answer<T> {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<T>;
}

/** The answer's JSON; throws a `Refusal` with the refusal's words when it refused. */
export async function answer<T>(response: Promise<Answer<T>>): Promise<T> {
  const got = await response;
  if (got.ok) return got.json();
  throw await refuse(got);
}

/** The error that a refused answer is: the server's words, else its status. */
export async function refuse(got: Answer<unknown>): Promise<Error> {
  const problem: unknown = await got.json().catch(() => null);
  if (!isProblem(problem)) return new Refusal(got.status, `HTTP ${got.status}`);
  return new Refusal(got.status, wordsOf(problem), problem.pending);
}

/** What a refusal says, in the language of the page; in English where a newer server says what the page does not know. */
function wordsOf({ code, blanks = {}, detail }: Problem): string {
  const filled = Object.fromEntries(
    Object.entries(blanks).map(([blank, value]) => [blank, typeof value === "number" ? value : isolated(value)]),
  );
  return code === undefined ? detail : i18next.t(`refusal.${code}`, { ...filled, defaultValue: detail });
}

/** A problem, of the server or of what stands between: a proxy names no code. */
type Problem = Pick<ProblemBody, "detail"> & Partial<ProblemBody>;

function isProblem(said: unknown): said is Problem {
  return typeof Reflect.get(Object(said), "detail") === "string";
}
