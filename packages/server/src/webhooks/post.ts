import { lookup as resolve } from "node:dns";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { type LookupFunction, isIP } from "node:net";
import { isPublicAddress } from "./publicAddress.ts";

/** Sends a body; resolves with the status of the answer, rejects with words when there was none. */
export type Post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
) => Promise<number>;

const INSIDE = "The address is not one of the public internet.";

/**
 * Posts to addresses of the public internet alone, whatever the name resolves to at that moment, or with `toPrivate` to
 * any. Redirects are answers like others: they are not followed.
 */
export function createPost(toPrivate: boolean): Post {
  const allowed = (address: string): boolean => toPrivate || isPublicAddress(address);

  const lookup: LookupFunction = (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, "");
      const [first] = found;
      if (!first || !found.every(({ address }) => allowed(address))) return done(new Error(INSIDE), "");
      if (options.all === true) done(null, found);
      else done(null, first.address, first.family);
    });
  };

  return async (url, headers, body, signal) => {
    const to = new URL(url);
    const host = to.hostname.replace(/^\[|\]$/g, "");
    // An address that stands in the URL itself is not looked up.
    if (isIP(host) !== 0 && !allowed(host)) throw new Error(INSIDE);
    const { promise, resolve: answered, reject } = Promise.withResolvers<number>();
    const ask = to.protocol === "https:" ? httpsRequest : httpRequest;
    const sent = ask(to, { method: "POST", headers, lookup, agent: false, signal }, (answer) => {
      // Nothing in the answer is of interest, and it may be without end.
      answer.on("error", () => {});
      answer.destroy();
      answered(answer.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end(body);
    return promise;
  };
}
