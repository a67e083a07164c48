import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { problem } from "./problem.ts";

/** The largest file that is taken, in bytes. */
const MOST = 20 * 1024 * 1024;

/** Middleware that refuses a file that is too large before it is read. */
export const fileLimit = bodyLimit({
  maxSize: MOST,
  onError: () => {
    throw problem("file-too-large");
  },
});

/** The bytes of the file that is the body of the request. Refused with 400 when there are none. */
export async function fileBytes(c: Context): Promise<Uint8Array> {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (bytes.length === 0) throw problem("file-empty");
  return bytes;
}
