/**
 * The address of who asks: that of the connection or, behind a proxy, the last of X-Forwarded-For, which the proxy itself
 * wrote. "unknown" when there is none.
 */
export function clientAddress(behindProxy: boolean, forwarded: string | undefined, remote: string | undefined): string {
  const last = behindProxy ? forwarded?.split(",").at(-1)?.trim() : undefined;
  return last ?? remote ?? "unknown";
}
