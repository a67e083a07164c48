export { type DraftEditor, type DraftEditorOptions, createDraftEditor } from "./createDraftEditor.ts";
export type { DisplayMode, DraftState, EditorStrings } from "./draftState.ts";
export type { Presence } from "./presence.ts";
export type { ChangeState } from "./redline/states.ts";
