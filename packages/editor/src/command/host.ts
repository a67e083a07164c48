import type { StructureCommand } from "@plenary/collab";

/** What the paper asks of the page around it when the structure is worked on. */
export interface StructureHost {
  /**
   * Has the server carry out a command; gives the clause that it made, if any. Rejects when it could not be done, and
   * has told the person so then.
   */
  run(command: StructureCommand): Promise<string | null>;
  /** Somebody wants to choose what to insert: by `/` in an empty clause, or by the key. */
  onInsert(): void;
  /** Somebody pressed Backspace at the start of a clause, or Delete at its end, where nothing is joined. */
  onEdge(edge: "start" | "end"): void;
  /** Somebody pasted more than any text has, and nothing was done. */
  onPasteRefused(): void;
}
