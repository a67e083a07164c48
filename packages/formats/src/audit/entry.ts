import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Json, canonical } from "./canonical.ts";

/** One act: `at` is an ISO 8601 time in UTC; person and draft are ids, null where there is none. */
export interface AuditAct {
  readonly id: string;
  readonly at: string;
  readonly person: string | null;
  readonly act: string;
  readonly draft: string | null;
  readonly detail: { readonly [key: string]: Json };
}

/**
 * An act in the chain: its number from 1, the hash of the entry before it (of the first: 64 noughts), and its own, the
 * SHA-256 of that hash, a line break and the canonical JSON of all else.
 */
export interface AuditEntry extends AuditAct {
  readonly number: number;
  readonly previous: string;
  readonly hash: string;
}

/** What stands before the first entry. */
export const auditStart: Pick<AuditEntry, "number" | "hash"> = { number: 0, hash: "0".repeat(64) };

/** The act as the entry behind another. */
export function sealAct(act: AuditAct, before: Pick<AuditEntry, "number" | "hash">): AuditEntry {
  const { id, at, person, draft, detail } = act;
  const number = before.number + 1;
  const said = canonical({ id, at, person, act: act.act, draft, detail, number });
  const hash = bytesToHex(sha256(utf8ToBytes(`${before.hash}\n${said}`)));
  return { number, id, at, person, act: act.act, draft, detail, previous: before.hash, hash };
}
