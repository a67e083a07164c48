/** A person signed in at a server in its demo mode. */
export interface SignedIn {
  /** What the browser would send again. */
  readonly cookie: string;
  /** The JSON that a GET answers. */
  get<T>(path: string): Promise<T>;
  /** The JSON that a POST answers. */
  post<T>(path: string, json: unknown): Promise<T>;
  /** A ticket to the rooms of a draft. */
  ticket(draft: string): Promise<string>;
}

/** Signs a person in. Every answer that is no success rejects, with what the server said. */
export async function signIn(origin: string, person: string): Promise<SignedIn> {
  // A connection that waits while this process is busy is closed at the other end.
  const json = { "content-type": "application/json", connection: "close" };
  const answer = await fetch(`${origin}/api/session`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ person }),
  });
  if (!answer.ok) throw new Error(`${person} can't sign in: ${await answer.text()}`);
  // The answer names everybody there is: left unread, it would hold the connection up.
  await answer.arrayBuffer();
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return resume(origin, cookie);
}

/** The person whose cookie it is, at a server that knows the session. */
export function resume(origin: string, cookie: string): SignedIn {
  // A connection that waits while this process is busy is closed at the other end.
  const json = { "content-type": "application/json", connection: "close" };

  async function read<T>(method: string, path: string, sent?: unknown): Promise<T> {
    const body = sent === undefined ? null : JSON.stringify(sent);
    const response = await fetch(`${origin}${path}`, { method, headers: { ...json, cookie }, body });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    const value: unknown = await response.json();
    return value as T;
  }
  return {
    cookie,
    get: (path) => read("GET", path),
    post: (path, sent) => read("POST", path, sent),
    ticket: async (draft) => (await read<{ ticket: string }>("POST", `/api/drafts/${draft}/ticket`)).ticket,
  };
}
