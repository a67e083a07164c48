import type { Text } from "@plenary/document";
import { type DraftEditor, type DraftState, neighbours, tableAround } from "@plenary/editor";
import type { TFunction } from "i18next";
import { type Command, command } from "../../commands/command.ts";
import { insertableHere, isInTable, isTablePart } from "./insertItems.ts";

/** What structure commands act on. */
export interface StructureParts {
  readonly t: TFunction;
  readonly published: Text;
  readonly editor: DraftEditor;
  readonly state: DraftState;
  /** Shows the list of what can be inserted. */
  readonly onInsert: () => void;
}

/** What can be done with the clause or the table at the caret, in the order of its menu. */
export function structureCommands({ t, published, editor, state, onInsert }: StructureParts): readonly Command[] {
  const { clause, current } = state;
  const place = neighbours(current, clause);
  const isPublished = clause !== null && published.clauses.some(({ id }) => id === clause);
  const table = clause === null ? null : tableAround(current, clause);
  const base = clause === null ? null : tableAround(published, clause);
  const moves = table ? neighbours(current, table.id) : place;
  return [
    command(t, "clause.insert", onInsert),
    command(t, "clause.split", place && (() => editor.split())),
    command(t, "clause.join", place?.up ? () => editor.join() : null),
    command(t, "clause.moveUp", moves?.up ? () => editor.move("up") : null),
    command(t, "clause.moveDown", moves?.down ? () => editor.move("down") : null),
    command(t, "clause.indent", place && (() => editor.indent(1))),
    command(t, "clause.outdent", place && (() => editor.indent(-1))),
    command(t, "clause.suppress", clause !== null ? () => editor.suppress(clause) : null),
    command(t, "clause.restore", isPublished ? () => editor.restore(clause) : null),
    ...(table || base ? tableCommands() : []),
  ];

  function tableCommands(): readonly Command[] {
    return [
      command(t, "clause.suppressRow", table && (() => editor.suppressPart("row"))),
      command(t, "clause.suppressColumn", table && (() => editor.suppressPart("column"))),
      command(t, "clause.suppressTable", table && (() => editor.suppressPart("table"))),
      command(t, "clause.restoreTable", base && (() => editor.restoreTable())),
    ];
  }
}

/** What else can be done by who writes: inserting each thing by its name, marks, undoing. */
export function writingCommands({ t, editor, state }: StructureParts): readonly Command[] {
  const marks = ["bold", "italic", "underline", "subscript", "superscript"] as const;
  return [
    ...insertableHere(isInTable(state)).map((id) =>
      command(t, `insert.${id}`, () => (isTablePart(id) ? editor.insertPart(id) : editor.insert(id))),
    ),
    ...marks.map((mark) => command(t, mark, () => editor.toggleMark(mark))),
    command(t, "undo", () => editor.undo()),
    command(t, "redo", () => editor.redo()),
  ];
}
