import { type Clause, type Text, relabel } from "@plenary/document";

/** Labels by clause id. */
type Labels = ReadonlyMap<string, string | null>;

/** For each clause of the current text the labels that follow from its structure, under either scheme. */
export function followingLabels(base: Text, current: Text): ReadonlyMap<string, ReadonlySet<string | null>> {
  const clauses = withLabels(current.clauses, labelsOf(base.clauses));
  const out = new Map<string, Set<string | null>>();
  for (const scheme of ["renumber", "keep"] as const)
    for (const [id, label] of labelsOf(relabel(base, clauses, scheme))) {
      const known = out.get(id);
      if (known) known.add(label);
      else out.set(id, new Set([label]));
    }
  return out;
}

/** The labels of all clauses, those in tables included. */
export function labelsOf(
  clauses: readonly Clause[],
  out = new Map<string, string | null>(),
): Map<string, string | null> {
  for (const { id, label, rows } of clauses) {
    out.set(id, label);
    for (const { cells } of rows) for (const cell of cells) labelsOf(cell.clauses, out);
  }
  return out;
}

/** The clauses with these labels, the others with their own; clauses that stay as they are are the same objects. */
export function withLabels(clauses: readonly Clause[], labels: Labels): readonly Clause[] {
  return each(clauses, (clause) => {
    const label = labels.get(clause.id);
    const named = label === undefined || label === clause.label ? clause : { ...clause, label };
    const rows = each(clause.rows, (row) => {
      const cells = each(row.cells, (cell) => {
        const inside = withLabels(cell.clauses, labels);
        return inside === cell.clauses ? cell : { ...cell, clauses: inside };
      });
      return cells === row.cells ? row : { ...row, cells };
    });
    return rows === clause.rows ? named : { ...named, rows };
  });
}

function each<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const out = items.map(change);
  return out.every((item, i) => item === items[i]) ? items : out;
}
