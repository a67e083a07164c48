import type { TextRow } from "../texts/textRows.ts";
import type { Stand } from "./following.ts";

/**
 * The row at which somebody stands: that of the change, or of the clause when the change is not there (any more); of a
 * moved clause its new place. Null when neither is there.
 */
export function rowOfStand(rows: readonly TextRow[], { change, clause }: Stand): TextRow | null {
  const at = change === null ? undefined : rows.find(({ changes }) => changes.includes(change));
  const own = ({ entry }: TextRow): boolean => entry.base?.id === clause || entry.current?.id === clause;
  return at ?? rows.find((row) => row.current && own(row)) ?? rows.find(own) ?? null;
}
