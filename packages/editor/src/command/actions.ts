import { type StructureCommand, newId, readText, runCommand, takeOutParts } from "@plenary/collab";
import { type Text, flatten } from "@plenary/document";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import type { DraftState } from "../draftState.ts";
import { readCaret } from "../caret/readCaret.ts";
import { redlineKey } from "../redline/redlinePlugin.ts";
import { enterCell } from "../structure/cells.ts";
import { indent } from "../structure/indent.ts";
import { type Insertable, insertBlock } from "../structure/insertBlock.ts";
import { type TableExtent, partAround, tableAround } from "../structure/suppressPart.ts";
import { neighbours } from "./neighbours.ts";
import { type TablePart, insertTablePart } from "../structure/tableParts.ts";
import { splitAt } from "./undoOrder.ts";

/** What can be done with the structure at the caret. Nothing happens where it makes no sense. */
export interface StructureActions {
  /** Inserts a block below the caret, or makes the empty added clause at the caret into it. */
  insert(what: Insertable): void;
  /** Inserts a row or column into the table at the caret. */
  insertPart(part: TablePart): void;
  /** Suppresses the row or the column at the caret, or the table around it. */
  suppressPart(extent: TableExtent): void;
  /** Gives the published table around the caret its published rows, columns and words back. */
  restoreTable(): void;
  /** Sets the clause a level deeper (1) or less deep (-1). */
  indent(step: 1 | -1): void;
  /** Splits the clause at the caret; the caret goes to the start of the new one. */
  split(): void;
  /** Joins the clause at the caret to the one above it. */
  join(): void;
  /** Moves the clause at the caret by one place; in a table the table. */
  move(direction: "up" | "down"): void;
  /** Moves a clause before another, to the end for null. */
  moveTo(clause: string, before: string | null): void;
  /** Puts the caret at the start of a clause, as soon as it is on the paper. */
  enter(clause: string): void;
}

/** What the actions work on. */
export interface ActionParts {
  readonly view: EditorView;
  readonly base: ReadonlySet<string>;
  readonly published: Text;
  /** Does what edits the paper's copy of the live draft, as one step of one's own; nothing where one may only read. */
  readonly edit: (edit: (doc: Y.Doc) => void) => void;
  /** Has the server carry out a command. */
  readonly run: (command: StructureCommand) => Promise<string | null>;
  /** The clause to enter when it arrives; null for none any more. */
  readonly await: (clause: string | null) => void;
}

/** The actions on the paper in the view. */
export function structureActions(parts: ActionParts): StructureActions {
  const { view, base, published, edit, run, await: awaited } = parts;
  const { language } = published;
  const draft = (): DraftState | undefined => redlineKey.getState(view.state)?.draft;
  const current = (): Text => draft()?.current ?? { language, clauses: [] };
  /** A command that was refused has been told of; the paper is as it was. */
  const send = (command: StructureCommand, then: (made: string | null) => void = () => undefined) => {
    run(command).then(then, () => undefined);
  };
  const enter = (clause: string): void => {
    awaited(enterClause(view, clause) ? null : clause);
  };

  return {
    insert: (what) => {
      readCaret(view);
      insertBlock(view, what, base, language);
      view.focus();
    },
    insertPart: (part) => {
      readCaret(view);
      const tr = insertTablePart(view.state, part);
      if (tr) view.dispatch(tr);
      view.focus();
    },
    suppressPart: (extent) => {
      readCaret(view);
      const clause = draft()?.clause ?? null;
      edit((doc) => {
        const part = clause === null ? null : partAround(readText(doc, published), published, clause, extent);
        if (!part) return;
        doc.transact(() => takeOutParts(doc, published, part.gone), ySyncPluginKey);
        const { beside } = part;
        if (beside && "cell" in beside) enterCell(view, beside.cell);
        else if (beside) enterClause(view, beside.clause);
      });
      view.focus();
    },
    restoreTable: () => {
      readCaret(view);
      const clause = draft()?.clause ?? null;
      const here = clause === null ? null : (tableAround(current(), clause) ?? tableAround(published, clause));
      const restore = { command: "restore", clause: here?.id ?? "" } as const;
      if (here) edit((doc) => doc.transact(() => runCommand(doc, published, restore, newId()), ySyncPluginKey));
      view.focus();
    },
    indent: (step) => {
      readCaret(view);
      const tr = indent(view.state, step, language);
      if (tr) view.dispatch(tr.scrollIntoView());
      view.focus();
    },
    split: () => {
      readCaret(view);
      const clause = draft()?.clause;
      const { $head } = view.state.selection;
      const found = current().clauses.find(({ id }) => id === clause);
      if (!found || found.kind === "table" || found.kind === "footnote") return;
      const said = flatten(found.content);
      const at = $head.parentOffset;
      if (said.slice(0, at).trim() === "" || said.slice(at).trim() === "") return;
      view.focus();
      send(splitAt(found.id, at, said.slice(0, at), said.slice(at)), (made) => made !== null && enter(made));
    },
    join: () => {
      readCaret(view);
      const { clauses } = current();
      const at = clauses.findIndex(({ id }) => id === draft()?.clause);
      const [first, next] = [clauses[at - 1], clauses[at]];
      const joins = [first, next].every((each) => each && each.kind !== "table" && each.kind !== "footnote");
      if (!first || !next || !joins) return;
      const end = flatten(first.content).length;
      view.focus();
      send({ command: "merge", clause: first.id, next: next.id }, () => enterClause(view, first.id, end));
    },
    move: (direction) => {
      readCaret(view);
      const clause = draft()?.clause ?? null;
      const moving = clause === null ? null : (tableAround(current(), clause)?.id ?? clause);
      const step = neighbours(current(), moving)?.[direction];
      view.focus();
      if (clause !== null && moving !== null && step)
        send({ command: "move", clause: moving, before: step.before }, () => enter(clause));
    },
    moveTo: (clause, before) => {
      view.focus();
      send({ command: "move", clause, before });
    },
    enter,
  };
}

/** Puts the caret into a clause that stands in the current text; false while it is not on the paper. */
export function enterClause(view: EditorView, clause: string, offset = 0): boolean {
  const drawings = redlineKey.getState(view.state)?.reading.alignment.drawings ?? [];
  const found = drawings.find(({ entry, gone }) => !gone && entry?.current?.id === clause);
  if (!found) return false;
  const { pos, node } = found.block;
  const at = pos + 1 + Math.min(offset, node.content.size);
  if (node.type.name === "clause")
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)).scrollIntoView());
  return true;
}
