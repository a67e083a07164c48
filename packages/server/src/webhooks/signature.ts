import { createHmac, randomBytes } from "node:crypto";

/** A new secret of a webhook, as the Standard Webhooks specification writes it. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

/**
 * The headers that a delivery carries (Standard Webhooks): its id, the time in seconds since 1970, and the HMAC-SHA-256
 * over id, time and body with the webhook's secret.
 */
export function signedHeaders(secret: string, id: string, at: Date, body: string): Readonly<Record<string, string>> {
  const time = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${time}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": time, "webhook-signature": `v1,${signature}` };
}
