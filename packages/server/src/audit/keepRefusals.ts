import { parseRoom } from "@plenary/collab";
import type { RecordedRefusal } from "../guard/refusals.ts";
import type { Audit } from "./audit.ts";

/** For how long a refusal of the same person, in the same room, for the same reason is not kept again. */
const SAME_MS = 60_000;

/** What keeps refused updates in the audit log; who is refused over and over again does not fill it. */
export function keepRefusals(parts: {
  readonly audit: Pick<Audit, "record">;
  readonly report: (error: unknown) => void;
}): (refusal: RecordedRefusal) => void {
  const { audit, report } = parts;
  const kept = new Map<string, number>();
  return ({ reason, room, person, at: now }) => {
    for (const [key, at] of kept) if (at <= now - SAME_MS) kept.delete(key);
    const key = JSON.stringify([reason, room, person]);
    if (kept.has(key)) return;
    kept.set(key, now);
    const draft = parseRoom(room)?.draft ?? null;
    audit.record({ act: "refused update", person, draft, detail: { reason } }).catch(report);
  };
}
