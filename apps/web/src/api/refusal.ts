/** A refusal of the server: `message` says to the person what happened and what to do. */
class Refusal extends Error {
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

/** The answer's JSON; throws a `Refusal` with the server's words when it refused. */
export async function answer<T>(response: Promise<{ ok: boolean; status: number; json(): Promise<T> }>): Promise<T> {
  const got = await response;
  if (got.ok) return got.json();
  const problem: unknown = await got.json().catch(() => null);
  const detail: unknown = Reflect.get(Object(problem), "detail");
  throw new Refusal(got.status, typeof detail === "string" ? detail : `HTTP ${got.status}`);
}
