import type { TFunction } from "i18next";

const kinds = [
  ["webhooks.failed.status", /^HTTP (\d+)$/],
  ["webhooks.failed.inside", /not one of the public internet/],
  ["webhooks.failed.name", /ENOTFOUND|EAI_AGAIN|ENODATA/],
  ["webhooks.failed.refused", /ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|socket hang up/],
  ["webhooks.failed.late", /timeout|ETIMEDOUT/],
  ["webhooks.failed.certificate", /certificate|SSL|TLS/i],
] as const;

/** Why a delivery failed, in the language of the page; null for what only the system's own words tell. */
export function failureWords(t: TFunction, failure: string): string | null {
  const found = kinds.find(([, sign]) => sign.test(failure));
  if (!found) return null;
  const [key, sign] = found;
  return t(key, { status: sign.exec(failure)?.[1] ?? "" });
}
