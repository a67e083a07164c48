import { type Extensions, Extension } from "@tiptap/core";
import type { Plugin } from "@tiptap/pm/state";
import { type CommandKeys, commandKeysPlugin } from "./command/commandKeys.ts";
import { dragPlugin } from "./drag/dragPlugin.ts";
import type { DraftEditorOptions } from "./draftEditorOptions.ts";
import { atHandPlugin } from "./caret/atHandPlugin.ts";
import { clickBesidePlugin } from "./caret/clickBesidePlugin.ts";
import { compositionPlugin } from "./live/compositionPlugin.ts";
import { exactEdits } from "./live/exactEdits.ts";
import { liveBinding } from "./live/liveBinding.ts";
import { narrowEdits } from "./live/narrowEdits.ts";
import type { PaperDoc } from "./live/paperDoc.ts";
import { typingPlugin } from "./live/typingPlugin.ts";
import { undoPlugin } from "./live/undo/undoPlugin.ts";
import { notesPlugin } from "./notesPlugin.ts";
import { presence } from "./presence.ts";
import {
  AnchorNode,
  BreakNode,
  Characters,
  ClauseNode,
  Root,
  TableCellNode,
  TableNode,
  TableRowNode,
  blockNames,
} from "./schema/blocks.ts";
import { markExtensions } from "./schema/marks.ts";
import { baseIds } from "./structure/baseIds.ts";
import { cellsPlugin } from "./structure/cells.ts";
import { guardPlugin } from "./structure/guard.ts";
import { keysPlugin } from "./structure/keys.ts";
import { pastePlugin } from "./paste/pastePlugin.ts";
import { threadsPlugin } from "./threads/threadsPlugin.ts";

/** How long what others write waits for an input method, in milliseconds. */
const longestHold = 3000;

/** What the paper is put together from: its nodes, the live draft, and the plugins in their order. */
export function extensions(
  options: DraftEditorOptions,
  paper: PaperDoc,
  redline: Plugin,
  keys: CommandKeys,
): Extensions {
  const { published, awareness } = options;
  const language = published.language;
  const ids = baseIds(published);
  const fragment = paper.doc.getXmlFragment("text");
  return [
    Root,
    Characters,
    ClauseNode.configure({ language }),
    TableNode.configure({ language }),
    TableRowNode,
    TableCellNode,
    BreakNode,
    AnchorNode,
    ...markExtensions,
    liveBinding.configure({
      fragment,
      ySyncOptions: { mapping: paper.nodes },
      yUndoOptions: { protectedNodes: new Set(blockNames) },
    }),
    exactEdits.configure({ fragment, nodes: paper.nodes }),
    narrowEdits,
    ...(awareness ? [presence(awareness)] : []),
    // Before the live draft's own keys, whose undo knows no commands.
    wrap("structureCommands", 1200, () => [commandKeysPlugin(keys)]),
    wrap("structure", 800, () => [
      keysPlugin(ids, (edge) => options.structure.onEdge(edge)),
      cellsPlugin(),
      pastePlugin(ids, () => options.structure.onPasteRefused()),
      guardPlugin(ids),
      dragPlugin((clause, before) => keys.actions()?.moveTo(clause, before)),
    ]),
    wrap("composition", 750, () => [
      compositionPlugin({
        begin: () => {
          paper.hold(longestHold);
          awareness?.setLocalStateField("composing", true);
        },
        end: () => {
          paper.release();
          awareness?.setLocalStateField("composing", false);
        },
      }),
    ]),
    // After all that may take a key for something else.
    wrap("typing", 600, () => [typingPlugin()]),
    wrap("caret", 745, () => [atHandPlugin(), clickBesidePlugin()]),
    wrap("undo", 740, () => [undoPlugin()]),
    wrap("notes", 690, () => [notesPlugin()]),
    wrap("redline", 700, () => [redline]),
    // After the redline, whose reading of the page it uses.
    wrap("threads", 690, () => [threadsPlugin((ids) => options.onThread?.(ids))]),
  ];
}

function wrap(name: string, priority: number, plugins: () => Plugin[]): Extension {
  return Extension.create({ name, priority, addProseMirrorPlugins: plugins });
}
