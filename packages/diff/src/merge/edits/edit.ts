import type { Cell, Clause, Content, Row } from "@plenary/document";
import type { CellRedline, Change } from "../../redline.ts";

/** A place between two siblings of the base; `after` and `before` are their ids, "" where there is none. */
export interface Gap {
  /** The list of siblings: the body, the footnotes, a cell, the rows or columns of a table, or the cells of a row. */
  readonly scope: string;
  readonly after: string;
  readonly before: string;
}

/** A clause that begins anew with `clause`, at its change's stretch of the base; `first` is the amendment's id of the piece before all splits. */
export interface Split {
  readonly type: "split";
  readonly clause: Clause;
  readonly first: string;
}

/** What a change does to the base; words include formatting. */
export type Effect =
  | { readonly type: "words"; readonly content: Content }
  | Split
  | {
      readonly type: "label";
      readonly label: string | null;
      readonly follows: boolean;
      /** The amendment's id of the clause: another than the base's where a later piece of a split kept that. */
      readonly of: string;
    }
  | { readonly type: "kind"; readonly clause: Clause }
  | { readonly type: "move"; readonly gap: Gap }
  | { readonly type: "suppress"; readonly clause: string }
  | { readonly type: "add"; readonly gap: Gap; readonly clause: Clause }
  | { readonly type: "suppressRow"; readonly row: string }
  | { readonly type: "addRow"; readonly gap: Gap; readonly row: Row; readonly cells: readonly CellRedline[] }
  | {
      readonly type: "suppressColumn";
      readonly table: string;
      /** Its index in the base, and how many cells the rows there have that follow the columns. */
      readonly at: number;
      readonly width: number;
      /** The ids of the cells that go. */
      readonly cells: readonly string[];
    }
  | {
      readonly type: "addColumn";
      readonly gap: Gap;
      readonly table: string;
      readonly width: number;
      /** The cells that come, by the ids of the base's rows, and the rows of the base that get none. */
      readonly cells: ReadonlyMap<string, Cell>;
      readonly without: readonly string[];
    }
  | { readonly type: "suppressCell"; readonly cell: string }
  | { readonly type: "addCell"; readonly gap: Gap; readonly cell: Cell };

/** One change of one amendment, anchored in the base. */
export interface Edit {
  /** The amendment's index. */
  readonly input: number;
  /** Its place in the reading order of the amendment's redline. */
  readonly place: number;
  readonly change: Change;
  readonly effect: Effect;
  /** Edits of different amendments that do the same have the same key. */
  readonly key: string;
  /** Ids of the base's clauses, rows and cells that hold what is changed, outermost first. */
  readonly within: readonly string[];
  /** The amendment's ids of the footnotes that it adds, suppresses or anchors. */
  readonly footnotes: readonly string[];
}

/** A name for a gap as a map key. */
export function gapKey({ scope, after }: Gap): string {
  return `${scope}\0${after}`;
}
