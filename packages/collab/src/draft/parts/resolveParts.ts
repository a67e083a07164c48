import type { Cell, Clause, Row } from "@plenary/document";
import { isGone, presentId } from "../gone.ts";
import { freshId } from "../resolveIds.ts";
import { standingRows } from "./standingParts.ts";

/**
 * Which rows and cells of a raw reading belong to the current text, and under which id, from what `resolveIds` says of
 * its clauses. Of several with one id the first keeps it; what was taken out and is back has the id that it had before,
 * unless another has it now.
 */
export function resolveParts(raw: readonly Clause[], ids: ReadonlyMap<Clause, string>): Map<Row | Cell, string> {
  const parts = standing(raw, ids);
  const taken = new Set(ids.values());
  const named = new Map<Row | Cell, string>();
  for (const part of parts) if (!isGone(part.id)) named.set(part, freshId(part.id, taken));
  for (const part of parts) if (isGone(part.id)) named.set(part, freshId(presentId(part.id), taken));
  return named;
}

function standing(raw: readonly Clause[], ids: ReadonlyMap<Clause, string>): (Row | Cell)[] {
  return raw.flatMap((clause) => {
    const stand = clause.rows.length > 0 && ids.has(clause) ? standingRows(clause) : [];
    return stand.flatMap(({ stands, cells }, r) => {
      const row = clause.rows[r]!;
      const inside = row.cells.filter((_, c) => cells[c]);
      return stands ? [row, ...inside.flatMap((cell) => [cell, ...standing(cell.clauses, ids)])] : [];
    });
  });
}
