import { type Redline, type Session, createSession } from "@plenary/diff";
import type { Text } from "@plenary/document";

/**
 * Compares texts of one draft one after the other: equal to `compare`, but while the base stays the same only clauses
 * that changed are compared again, and entries that say the same are the same objects.
 */
export function redlineMaker(): (base: Text, current: Text) => Redline {
  let last: { readonly base: Text; readonly session: Session } | null = null;
  return (base, current) => {
    if (last?.base === base) return last.session.update(current);
    last = { base, session: createSession(base, current, { ids: "trusted" }) };
    return last.session.redline;
  };
}
