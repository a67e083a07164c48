import { type SignedIn, signedInWith } from "../collaboration/testServer.ts";

/** A browser that keeps cookies, in front of a server with accounts. */
export interface Browser {
  /** Sends a request with the cookies; a body is sent as JSON. Redirects are not followed. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The JSON that a GET answers. */
  get<T>(path: string): Promise<T>;
  /** The same browser as a person signed in. */
  person(): SignedIn;
}

/** The password of everybody in these tests. */
export const PASSWORD = "a bridge over still water";

/** A browser without cookies. */
export function openBrowser(origin: string): Browser {
  const jar = new Map<string, string>();
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const given = { "content-type": "application/json", cookie: cookies(), origin, ...headers };
    const answer = await fetch(new URL(path, origin), { method, headers: given, redirect: "manual", ...sent });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }
  return {
    send,
    async get<T>(path: string) {
      const value: unknown = await (await send("GET", path)).json();
      return value as T;
    },
    person: () => signedInWith(origin, cookies()),
  };
}

/** Takes an invitation up with a new account. */
export async function join(browser: Browser, path: string, name: string): Promise<Response> {
  const account = { name, email: `${name.toLowerCase().replaceAll(" ", ".")}@example.org`, password: PASSWORD };
  return browser.send("POST", `/api/invitations/${path.split("/").at(-1)}`, { account });
}

/** A link made by the secretariat. */
export async function invited(
  secretariat: Browser,
  invitation: { readonly name?: string; readonly role: string; readonly group: string | null },
): Promise<string> {
  const answer = await secretariat.send("POST", "/api/people/invitations", { name: "", ...invitation });
  const value: unknown = await answer.json();
  return String(Reflect.get(Object(value), "path"));
}
