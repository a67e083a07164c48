import { Fragment, type Node } from "@tiptap/pm/model";

/** What the source said of a clause. */
export interface PieceAttrs {
  readonly kind: unknown;
  readonly level: unknown;
  readonly label: unknown;
}

/** One clause's worth of pasted words, or a table; `attrs` when the source said what it is. */
export type Piece =
  | { readonly type: "words"; readonly content: Fragment; readonly attrs: PieceAttrs | null }
  | { readonly type: "table"; readonly rows: readonly (readonly (readonly Piece[])[])[] };

/** The pieces of a slice: loose words together, every clause by itself, tables by their cells. */
export function pieces(content: Fragment): Piece[] {
  const out: Piece[] = [];
  let loose: Node[] = [];
  const flush = () => {
    if (loose.length > 0) out.push({ type: "words", content: clean(Fragment.from(loose)), attrs: null });
    loose = [];
  };
  content.forEach((node) => {
    if (node.isInline) {
      loose.push(node);
      return;
    }
    flush();
    if (node.type.name === "clause") {
      const { kind, level, label } = node.attrs;
      const plain = kind === "paragraph" && level === 0 && label === null;
      out.push({ type: "words", content: clean(node.content), attrs: plain ? null : { kind, level, label } });
    } else if (node.type.name === "table") out.push(tableOf(node));
    else out.push(...pieces(node.content));
  });
  flush();
  return out;
}

/** The same with the words of tables alone, one clause after the other. */
export function withoutTables(given: readonly Piece[]): (Piece & { readonly type: "words" })[] {
  return given.flatMap((piece) => (piece.type === "words" ? [piece] : withoutTables(piece.rows.flat(2))));
}

function tableOf(table: Node): Piece {
  const rows = children(table).map((row) => children(row).map((cell) => withoutTables(pieces(cell.content))));
  const width = Math.max(0, ...rows.map((row) => row.length));
  return {
    type: "table",
    rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => [])]),
  };
}

function children(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, i) => node.child(i));
}

/** Without the characters that stand for breaks and anchors in a flat text, and without control characters. */
function clean(content: Fragment): Fragment {
  const out: Node[] = [];
  content.forEach((node) => {
    if (!node.isText) {
      if (node.type.name === "hardBreak" || node.type.name === "footnoteAnchor") out.push(node);
      return;
    }
    const text = (node.text ?? "").replaceAll(/[\p{Cc}\u2028\u2029\ufffc]/gu, " ");
    if (text !== "") out.push(node.type.schema.text(text, node.marks));
  });
  return Fragment.from(out);
}
