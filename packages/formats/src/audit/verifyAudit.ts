import type { Json } from "./canonical.ts";
import { type AuditAct, type AuditEntry, auditStart, sealAct } from "./entry.ts";

/** The last line of an exported audit log: how many entries there are, and the hash of the last. */
export interface AuditEnd {
  readonly entries: number;
  readonly head: string;
}

/** What is wrong with an exported audit log: the line, from 1, and why. */
export interface AuditFault {
  readonly line: number;
  readonly why: "unreadable" | "changed" | "missing" | "cut" | "other head";
}

/** The last line of an export that ends with that entry. */
export function auditEnd(last: Pick<AuditEntry, "number" | "hash">): AuditEnd {
  return { entries: last.number, head: last.hash };
}

/** Whether the words are those of an exported audit log, whole or tampered with. */
export function isAudit(source: string): boolean {
  const first = parse(source.split("\n", 1)[0] ?? "");
  return typeof first?.["hash"] === "string" || typeof first?.["head"] === "string";
}

/**
 * Holds an exported audit log to its chain: the first entry that was changed, left out, put elsewhere or cut off at the
 * end, null when there is none. With `head`, a hash that was noted before, that entry must be in it too; this alone finds
 * a log that was written anew as a whole.
 */
export function verifyAudit(source: string, head?: string): AuditFault | null {
  const lines = source.split("\n").filter((line) => line !== "");
  let before = auditStart;
  let known = head === undefined || head === before.hash;
  for (const [i, line] of lines.entries()) {
    const read = parse(line);
    if (!read) return { line: i + 1, why: "unreadable" };
    if (i === lines.length - 1 && "entries" in read) {
      if (read["entries"] !== before.number || read["head"] !== before.hash) return { line: i + 1, why: "cut" };
      return known ? null : { line: i + 1, why: "other head" };
    }
    const act = actOf(read);
    if (!act) return { line: i + 1, why: "unreadable" };
    const sealed = sealAct(act, before);
    if (read["number"] !== sealed.number || read["previous"] !== sealed.previous)
      return { line: i + 1, why: "missing" };
    if (read["hash"] !== sealed.hash || Object.keys(read).length !== Object.keys(sealed).length)
      return { line: i + 1, why: "changed" };
    before = sealed;
    known ||= sealed.hash === head;
  }
  return { line: lines.length, why: "cut" };
}

type Fields = Readonly<Record<string, Json>>;

function parse(line: string): Fields | null {
  try {
    const value: unknown = JSON.parse(line);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function actOf({ id, at, person, act, draft, detail }: Fields): AuditAct | null {
  if (typeof id !== "string" || typeof at !== "string" || typeof act !== "string" || !isFields(detail)) return null;
  if (!isName(person) || !isName(draft)) return null;
  return { id, at, person, act, draft, detail };
}

function isName(value: Json | undefined): value is string | null {
  return value === null || typeof value === "string";
}
