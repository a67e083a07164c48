export { type DraftEditor, createDraftEditor } from "./createDraftEditor.ts";
export type { DraftEditorOptions } from "./draftEditorOptions.ts";
export type { DisplayMode, DraftState, EditorStrings } from "./draftState.ts";
export type { Presence } from "./presence.ts";
export type { ChangeState } from "./redline/states.ts";
export type { StructureHost } from "./command/host.ts";
export { neighbours } from "./command/neighbours.ts";
export { type Insertable, insertables } from "./structure/insertBlock.ts";
export type { TablePart } from "./structure/tableParts.ts";
