import { type AuditFault, verifyAudit } from "@plenary/formats/audit";
import type { Place } from "./compareCommand.ts";

/**
 * `plenary verify AUDIT.jsonl`: whether an exported audit log is as the server wrote it. Gives 0 when it is, else 1 and
 * names the first line that is not. With `head`, a hash noted before, that entry must be in it.
 */
export function verifyAuditLog(path: string, source: string, head: string | undefined, place: Place): number {
  const fault = verifyAudit(source, head);
  if (fault) {
    place.write(`${path}:${fault.line}: ${faultText(fault)}\n`);
    return 1;
  }
  const end: unknown = JSON.parse(source.trimEnd().split("\n").at(-1) ?? "");
  place.write(`${path}: ${String(Reflect.get(Object(end), "entries"))} acts, none changed, left out or moved\n`);
  place.write(`${path}: the last is sha256:${String(Reflect.get(Object(end), "head"))}; note it for --head\n`);
  return 0;
}

function faultText({ why }: AuditFault): string {
  switch (why) {
    case "unreadable":
      return "this is no entry of an audit log.";
    case "changed":
      return "this entry was changed: its hash is another.";
    case "missing":
      return "this entry does not follow the one before: something was left out, added or moved.";
    case "cut":
      return "entries are missing at the end.";
    case "other head":
      return "the log does not hold the entry given with --head: it was written anew.";
  }
}
