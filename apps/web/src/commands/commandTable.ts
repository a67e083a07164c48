import { type Insertable, type TablePart, paperKeys, paperSigns } from "@plenary/editor";
import type { ParseKeys } from "i18next";
import type { Chord } from "./chords.ts";

/** The key of a message. */
export type MessageKey = ParseKeys;

/** What commands are grouped by, in the order in which they are listed. */
export const areas = [
  "review",
  "view",
  "clause",
  "insert",
  "words",
  "talk",
  "hall",
  "export",
  "go",
  "general",
] as const;

/** A group of commands. */
export type CommandArea = (typeof areas)[number];

/** A command that is known by name: what it is called, and the keys that do it. */
export interface KnownCommand {
  readonly title: MessageKey;
  readonly area: CommandArea;
  readonly keys: readonly Chord[];
  /**
   * Who hears the keys: the page as a whole; or what has the focus: the paper, a card or line of the table, a comment
   * that is written, a list to pick from, a panel over the paper.
   */
  readonly heard: "page" | "paper" | "card" | "comment" | "list" | "panel";
}

const page = (area: CommandArea, title: MessageKey, ...keys: Chord[]) => known("page", area, title, keys);
const card = (title: MessageKey, ...keys: Chord[]) => known("card", "review", title, keys);
const list = (title: MessageKey, ...keys: Chord[]) => known("list", "general", title, keys);
const paper = (area: CommandArea, title: MessageKey, keys: readonly Chord[]) => known("paper", area, title, keys);

function known(heard: KnownCommand["heard"], area: CommandArea, title: MessageKey, keys: readonly Chord[]) {
  return { title, area, keys, heard } satisfies KnownCommand;
}

const inserts = {
  "insert.item": page("insert", "insert.item"),
  "insert.subitem": page("insert", "insert.subitem"),
  "insert.paragraph": page("insert", "insert.paragraph"),
  "insert.call": page("insert", "insert.call"),
  "insert.heading": page("insert", "insert.heading"),
  "insert.table": page("insert", "insert.table"),
  "insert.footnote": page("insert", "insert.footnote"),
  "insert.annex": page("insert", "insert.annex"),
  "insert.reasons": page("insert", "insert.reasons"),
  "insert.rowAbove": page("insert", "insert.rowAbove"),
  "insert.rowBelow": page("insert", "insert.rowBelow"),
  "insert.columnBefore": page("insert", "insert.columnBefore"),
  "insert.columnAfter": page("insert", "insert.columnAfter"),
} satisfies Readonly<Record<`insert.${Insertable | TablePart}`, KnownCommand>>;

/**
 * Every command that has a name of its own. Menus, the palette, the keys and the sheet of keys all read this table, so
 * that they can't disagree. What is there only with what it acts on, such as a language or a clause to go to, has none.
 */
export const commandTable = {
  "change.next": page("review", "chair.next", "Alt-j", "j"),
  "change.previous": page("review", "chair.previous", "Alt-k", "k"),
  "change.accept": page("review", "command.accept", "Alt-a"),
  "change.reject": page("review", "command.reject", "Alt-r"),
  "collision.next": page("review", "proposals.next", "Alt-j", "j"),
  "collision.previous": page("review", "proposals.previous", "Alt-k", "k"),
  "card.next": card("command.cardNext", "ArrowDown"),
  "card.previous": card("command.cardPrevious", "ArrowUp"),
  "card.accept": card("command.cardAccept", "a"),
  "card.reject": card("command.cardReject", "r"),
  "card.again": card("command.cardAgain", "."),
  "card.choose": card("command.cardChoose", "x"),
  "card.chooseUpTo": card("command.cardChooseUpTo", "Shift-x"),
  "card.acceptChosen": card("command.cardAcceptChosen", "Shift-a"),
  "card.rejectChosen": card("command.cardRejectChosen", "Shift-r"),
  "card.leave": card("command.cardLeave", "Escape"),
  "mode.base": page("view", "mode.base", "Alt-1", "1"),
  "mode.marked": page("view", "mode.marked", "Alt-2", "2"),
  "mode.clean": page("view", "mode.clean", "Alt-3", "3"),
  "view.sides": page("view", "view.sides", "Alt-4", "4"),
  "view.compare": page("view", "view.compare", "Alt-5", "5"),
  "view.history": page("view", "view.history", "Alt-6", "6"),
  "view.table": page("view", "view.table", "Alt-7", "7"),
  "view.projector": page("view", "view.projector", "Alt-8", "8"),
  "moment.later": page("view", "history.later", "Alt-j", "j"),
  "moment.earlier": page("view", "history.earlier", "Alt-k", "k"),
  "view.outline": page("view", "command.outline"),
  "view.panels": page("view", "command.panels"),
  "view.formatting": page("view", "command.formatting"),
  "panel.changes": page("view", "changes.title"),
  "panel.talk": page("view", "talk.title"),
  "panel.checks": page("view", "checks.title"),
  "panel.decisions": page("view", "decided.title"),
  "clause.insert": paper("clause", "clause.insert", paperKeys.insert),
  "clause.insertEmpty": paper("clause", "command.insertEmpty", paperSigns.insert),
  "clause.new": paper("clause", "command.newClause", paperKeys.newClause),
  "clause.lineBreak": paper("clause", "command.lineBreak", paperKeys.lineBreak),
  "clause.split": paper("clause", "clause.split", paperKeys.split),
  "clause.join": paper("clause", "clause.join", paperKeys.join),
  "clause.moveUp": paper("clause", "clause.moveUp", paperKeys.moveUp),
  "clause.moveDown": paper("clause", "clause.moveDown", paperKeys.moveDown),
  "clause.indent": paper("clause", "clause.indent", paperKeys.indent),
  "clause.outdent": paper("clause", "clause.outdent", paperKeys.outdent),
  "clause.suppress": paper("clause", "clause.suppress", paperKeys.suppress),
  "clause.restore": paper("clause", "clause.restore", paperKeys.restore),
  "clause.suppressRow": page("clause", "clause.suppressRow"),
  "clause.suppressColumn": page("clause", "clause.suppressColumn"),
  "clause.suppressTable": page("clause", "clause.suppressTable"),
  "clause.restoreTable": page("clause", "clause.restoreTable"),
  "clause.stopDrag": paper("clause", "command.stopDrag", paperKeys.stopDrag),
  ...inserts,
  "cell.next": paper("words", "command.nextCell", paperKeys.nextCell),
  "cell.previous": paper("words", "command.previousCell", paperKeys.previousCell),
  undo: paper("words", "command.undo", paperKeys.undo),
  redo: paper("words", "command.redo", paperKeys.redo),
  bold: paper("words", "command.bold", paperKeys.bold),
  italic: paper("words", "command.italic", paperKeys.italic),
  underline: paper("words", "command.underline", paperKeys.underline),
  subscript: paper("words", "command.subscript", paperKeys.subscript),
  superscript: paper("words", "command.superscript", paperKeys.superscript),
  "talk.new": page("talk", "talk.new", "Mod-Alt-m"),
  "talk.send": known("comment", "talk", "talk.send", ["Mod-Enter"]),
  "talk.cancel": known("comment", "talk", "command.commentLeave", ["Escape"]),
  "projector.larger": page("hall", "projector.larger", "+", "="),
  "projector.smaller": page("hall", "projector.smaller", "-"),
  "projector.full": page("hall", "projector.full", "f"),
  "projector.leave": page("hall", "projector.leave", "Escape"),
  palette: page("general", "command.palette", "Mod-k"),
  keys: page("general", "command.keys", "?", "F1"),
  "panel.close": known("panel", "general", "command.panelClose", ["Escape"]),
  "list.next": list("command.listNext", "ArrowDown"),
  "list.previous": list("command.listPrevious", "ArrowUp"),
  "list.down": list("command.listDown", "PageDown"),
  "list.up": list("command.listUp", "PageUp"),
  "list.pick": list("command.listPick", "Enter"),
  "list.leave": list("command.listLeave", "Escape", "Tab"),
  "list.erase": list("command.listErase", "Backspace"),
  home: page("general", "drafts.title"),
  people: page("general", "people.link"),
  signOut: page("general", "account.switch"),
} satisfies Readonly<Record<string, KnownCommand>>;

/** The name of a command of the table. */
export type CommandId = keyof typeof commandTable;
