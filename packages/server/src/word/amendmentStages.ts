import { merge } from "@plenary/diff";
import type { Clause, Text } from "@plenary/document";
import type { WordComment, WordReading } from "@plenary/formats/docx";
import { ontoBase } from "./ontoBase.ts";

/** What becomes of edits that a Word file makes without tracking them. */
export type SilentChoice = "take" | "leave";

/** A step from the published text to the amendment. `author` null: whoever imports the file; `date` null: now. */
export interface AmendmentStage {
  readonly author: { readonly name: string | null } | null;
  readonly date: string | null;
  readonly text: Text;
}

/** A Word file seen as an amendment to a published text, in that text's ids. */
export interface WordAmendment {
  /** The file's own base; equal to the published text where nothing was edited without tracking. */
  readonly base: Text;
  readonly current: Text;
  readonly comments: readonly WordComment[];
  /**
   * The steps to the amendment, the oldest first. Taken silent edits are the importing person's and come first; edits
   * that are left stay only in clauses where a tracked change overlaps them.
   */
  stages(silent: SilentChoice): AmendmentStage[];
}

/** Reads the file as an amendment; one that tracks nothing is one step of the importing person. */
export function wordAmendment(published: Text, reading: WordReading): WordAmendment {
  const { textOf: renamed, nameOf } = ontoBase(published, reading.base);
  const base = renamed(reading.base);
  const current = renamed(reading.current);
  const tracked = reading.stages.map(({ author, date, text }) => ({
    author: { name: author },
    date,
    text: renamed(text),
  }));
  const own = (text: Text): AmendmentStage => ({ author: null, date: null, text });
  return {
    base,
    current,
    comments: reading.comments.map((comment) => ({
      ...comment,
      clause: comment.clause === null ? null : nameOf(comment.clause),
    })),
    stages(silent) {
      if (tracked.length === 0) return [own(current)];
      if (silent === "take") return [own(base), ...tracked];
      return tracked.map((stage) => ({ ...stage, text: withoutSilent(published, base, stage.text) }));
    },
  };
}

/** The text with what the file's base changes of the published text undone, but for clauses where both changed the same. */
function withoutSilent(published: Text, base: Text, text: Text): Text {
  const merged = merge(base, [text, published]);
  const disputed = new Set(
    merged.collisions.flatMap(({ alternatives }) =>
      alternatives.flatMap(({ changes }) => changes.map(({ clause }) => clause)),
    ),
  );
  if (disputed.size === 0) return merged.text;
  const wanted = new Map(text.clauses.map((clause) => [clause.id, clause]));
  const clauses = merged.text.clauses.flatMap((clause): Clause[] => {
    const holds = disputed.has(clause.id) || clause.rows.some((row) => concerns(row.id, row.cells, disputed));
    if (!holds) return [clause];
    const one = wanted.get(clause.id);
    return one ? [{ ...one, label: clause.label }] : [];
  });
  return { ...merged.text, clauses };
}

function concerns(
  row: string,
  cells: readonly { readonly id: string; readonly clauses: readonly Clause[] }[],
  disputed: ReadonlySet<string>,
): boolean {
  return (
    disputed.has(row) ||
    cells.some(({ id, clauses }) => disputed.has(id) || clauses.some((one) => disputed.has(one.id)))
  );
}
