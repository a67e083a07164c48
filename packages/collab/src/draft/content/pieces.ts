import { type Content, type Inline, type Mark, anchor, lineBreak, marks, run } from "@plenary/document";
import * as Y from "yjs";

/** One insertion of a text's delta. */
export interface Insertion {
  readonly insert: string | object;
  readonly attributes: Readonly<Record<string, object>>;
}

/**
 * A content as the insertions of a text: words, and between them the pieces that are none, each as long as one
 * character. Those are formatted like the words before them, so that bold words around a break stay one stretch.
 */
export function insertions(content: Content, before: readonly Mark[] = []): Insertion[] {
  let given = before;
  return content.map((piece) => {
    given = piece.type === "text" ? (piece.marks ?? []) : given;
    return { insert: piece.type === "text" ? piece.text : { ...piece }, attributes: formatting(given) };
  });
}

/** A new text that says the content. */
export function textOf(content: Content): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(insertions(content));
  return text;
}

/** The pieces of a text; what no version of this has written is passed over. */
export function piecesOf(text: Y.XmlText): Inline[] {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  return delta.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert === "string") return [run(insert, ...marks.filter((mark) => attributes[mark]))];
    return pieceOf(insert) ?? [];
  });
}

/** The line break or mark of a footnote that stands in a text as this; null for anything else. */
export function pieceOf(embedded: unknown): Inline | null {
  if (typeof embedded !== "object" || embedded === null || !("type" in embedded)) return null;
  if (embedded.type === "break") return lineBreak();
  if (embedded.type !== "anchor" || !("footnote" in embedded) || typeof embedded.footnote !== "string") return null;
  return anchor(embedded.footnote);
}

function formatting(given: readonly Mark[]): Record<string, object> {
  return Object.fromEntries(given.map((mark) => [mark, {}]));
}
