import type * as Y from "yjs";

/** An update that harms a document without a guard, and how it is refused where there is one. */
export interface Attack {
  readonly reason: string;
  readonly code: number;
  /** Makes it from the draft as the victim has it: `draft` is the victim's own document. */
  readonly make: (draft: Y.Doc) => Uint8Array;
  /** Shows on a document without a guard what the update does; `victim` is the victim's own document. */
  readonly works: (plain: Y.Doc, update: Uint8Array, victim: Y.Doc) => void;
}
