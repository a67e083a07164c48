import type { Text } from "@plenary/document";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { StructureHost } from "./command/host.ts";
import type { DisplayMode, DraftState, EditorStrings } from "./draftState.ts";
import type { Presence } from "./presence.ts";

/** What a paper is made of. */
export interface DraftEditorOptions {
  /** An empty element; the paper fills it. */
  readonly element: HTMLElement;
  /** The live draft; its content should have arrived, for the first paint. */
  readonly doc: Y.Doc;
  /** Who is here; null draws and shares no carets. */
  readonly awareness: Awareness | null;
  readonly user: Presence;
  readonly published: Text;
  readonly editable: boolean;
  readonly mode: DisplayMode;
  readonly strings: EditorStrings;
  /** Called with the first state and after every edit, decision or move of the caret that changes it. */
  onState(state: DraftState): void;
  readonly structure: StructureHost;
  /** Called with the identity of a change when the pointer goes over it, with null when it leaves. */
  readonly onHover?: (identity: string | null) => void;
  /** Called with the threads whose words, or whose mark in the margin, were clicked. */
  readonly onThread?: (ids: readonly string[]) => void;
}
