/**
 * What the reader of Akoma Ntoso did or could not do beside reading; `text` is the number or name of the text.
 *
 * - `label`: a label that stood in the words was read as one
 * - `call`, `item`, `annex`: what was glued to the end of another clause became a clause of its own
 * - `unread`: something has no sure place or was not understood; its words are still in the text
 */
export interface AknNote {
  readonly text: string;
  readonly kind: "label" | "call" | "item" | "annex" | "unread";
  readonly message: string;
}
