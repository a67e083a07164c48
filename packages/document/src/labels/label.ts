/**
 * How the ordinal of a label is written: Latin letters, Cyrillic letters, figures (also decimal paths `2.3.4`),
 * Roman figures, Arabic abjad letters, Chinese figures; a bullet has no ordinal.
 */
export type Family =
  | "letter"
  | "LETTER"
  | "cyrillic"
  | "CYRILLIC"
  | "digit"
  | "roman"
  | "ROMAN"
  | "abjad"
  | "han"
  | "bullet";

/** The ways to derive a label from another: `bis, ter`, `A, B`, `مكرراً`, `之二`. */
export type Series = "latin" | "capital" | "arabic" | "han";

/**
 * What makes `b)bis` of `b)`: `nth` 1 is bis (A, مكرراً, 之二). `inside` says whether it stands before the
 * closing bracket (`bbis)`), `gap` what is printed in front of it.
 */
export interface Derived {
  readonly series: Series;
  readonly nth: number;
  readonly inside: boolean;
  readonly gap: string;
}

/**
 * A label read: `path` holds its ordinals from 1 on, several for a decimal path, none for a bullet (which stands in
 * `open`). `open`, `gap` and `close` are printed around the ordinal as they stood: `(`, a space, `)`.
 */
export interface Label {
  readonly family: Family;
  readonly path: readonly number[];
  readonly derived: Derived | null;
  readonly open: string;
  readonly gap: string;
  readonly close: string;
}

/** What two labels of one list have in common, as a key: family, depth of the path, brackets. */
export function styleKey(label: Label): string {
  const bullet = label.family === "bullet" ? label.open : plain(label.open);
  return `${label.family} ${label.path.length} ${bullet} ${plain(label.close)}`;
}

/** The last ordinal of the path; 0 for a bullet. */
export function ordinal(label: Label): number {
  return label.path.at(-1) ?? 0;
}

/** Whether two paths are equal but for their last ordinal. */
export function samePrefix(one: Label, other: Label): boolean {
  return (
    one.path.length === other.path.length && one.path.slice(0, -1).every((ordinal, i) => ordinal === other.path[i])
  );
}

function plain(bracket: string): string {
  return bracket.normalize("NFKC").replace(/\s/g, "");
}
