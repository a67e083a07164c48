/** A refusal of the server: `message` says to the person what happened and what to do. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

/** An answer as far as it is looked at here. */
interface Answer<T> {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<T>;
}

/** The answer's JSON; throws a `Refusal` with the server's words when it refused. */
export async function answer<T>(response: Promise<Answer<T>>): Promise<T> {
  const got = await response;
  if (got.ok) return got.json();
  throw await refuse(got);
}

/** The error that a refused answer is: the server's words, else its status. */
export async function refuse(got: Answer<unknown>): Promise<Error> {
  const problem: unknown = await got.json().catch(() => null);
  const detail: unknown = Reflect.get(Object(problem), "detail");
  return new Refusal(got.status, typeof detail === "string" ? detail : `HTTP ${got.status}`);
}
