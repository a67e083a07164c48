const names = ["127.0.0.1", "localhost"] as const;

/**
 * This machine's other name for the page that is open, null when it was not opened by one of the two: a browser keeps
 * what it stores for each name apart, so one can be two people in it.
 */
export function secondAddress({ href, hostname }: Pick<Location, "href" | "hostname">): string | null {
  const other = names.find((name) => name !== hostname);
  if (!names.some((name) => name === hostname) || other === undefined) return null;
  const address = new URL(href);
  address.hostname = other;
  return address.href;
}
