import { ANCHOR, type Clause, type Content, flatPiece, flatten } from "@plenary/document";

/** Writes a content as a string of the length of its flat form in which two anchors are alike only if their footnotes are one. */
export interface AnchorKeys {
  base(content: Content): string;
  current(content: Content): string;
}

/** The ids of the clauses of two texts. */
export interface OwnIds {
  readonly base: ReadonlySet<string>;
  readonly current: ReadonlySet<string>;
}

/**
 * Keys for the anchors of two texts whose footnotes are paired: the paired share a private
 * character, every other footnote has its own. Characters that the texts use are left out. For
 * some clauses of two texts alone, `own` are the ids of all clauses of both.
 */
export function anchorKeys(
  base: readonly Clause[],
  current: readonly Clause[],
  pairs: readonly (readonly [Clause, Clause])[],
  own: OwnIds | null = null,
): AnchorKeys {
  if (!hasAnchor(base) && !hasAnchor(current)) return { base: flatten, current: flatten };
  const used = new Set<string>();
  for (const clause of [...base, ...current]) for (const unit of privates(clause)) used.add(unit);
  let next = 0xe000;
  const fresh = () => {
    while (used.has(String.fromCharCode(next))) next++;
    return next <= 0xf8ff ? String.fromCharCode(next++) : ANCHOR;
  };
  const inBase = new Map<string, string>();
  const inCurrent = new Map<string, string>();
  for (const [one, other] of pairs) {
    const key = fresh();
    inBase.set(one.id, key);
    inCurrent.set(other.id, key);
  }
  // An anchor whose footnote is nowhere is known by the name that it carries.
  const nameless = new Map<string, string>();
  const write =
    (keys: ReadonlyMap<string, string>, own: ReadonlySet<string>, lost: Map<string, string>) => (content: Content) =>
      content
        .map((piece) => {
          if (piece.type !== "anchor") return flatPiece(piece);
          const known = keys.get(piece.footnote);
          if (known !== undefined) return known;
          const names = own.has(piece.footnote) ? lost : nameless;
          let key = names.get(piece.footnote);
          if (key === undefined) names.set(piece.footnote, (key = fresh()));
          return key;
        })
        .join("");
  return {
    base: write(inBase, own?.base ?? idsOf(base), new Map()),
    current: write(inCurrent, own?.current ?? idsOf(current), new Map()),
  };
}

function idsOf(clauses: readonly Clause[]): Set<string> {
  return new Set(clauses.map(({ id }) => id));
}

/** Whether one of the clauses, or a clause in its cells, refers to a footnote. */
export function hasAnchor(clauses: readonly Clause[]): boolean {
  for (const { content, rows } of clauses) {
    for (const { type } of content) if (type === "anchor") return true;
    for (const { cells } of rows) if (cells.some((cell) => hasAnchor(cell.clauses))) return true;
  }
  return false;
}

function privates(clause: Clause): string[] {
  return [
    ...(flatten(clause.content).match(/[\uE000-\uF8FF]/g) ?? []),
    ...clause.rows.flatMap((row) => row.cells.flatMap((cell) => cell.clauses.flatMap(privates))),
  ];
}
