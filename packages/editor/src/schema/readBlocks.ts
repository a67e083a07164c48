import { type Clause, type Content, type Inline, type Row, levelOf, marks, normalise, run } from "@plenary/document";
import type { Node } from "@tiptap/pm/model";
import { kindOf } from "./blocks.ts";
import type { Block, Blocks } from "./pageBlocks.ts";
import { type Reading, rereadBlocks } from "./rereadBlocks.ts";

/** Reads a page; a node read before gives the same clause object again. */
export type BlockReader = (doc: Node) => Blocks;

/**
 * A reader that remembers clauses by node and, since every remote edit makes new nodes for the
 * whole page, by id: a clause that says what it said keeps its object. While only the words of
 * clauses of the top level change, those alone are read.
 */
export function blockReader(): BlockReader {
  const byNode = new WeakMap<Node, Clause>();
  let byId = new Map<string, Clause>();
  let last: Reading | null = null;

  const readAll = (doc: Node): Blocks => {
    const seen = new Map<string, Clause>();
    const blocks: Block[] = [];
    const remember = (node: Node, made: Clause): Clause => {
      const known = seen.has(made.id) ? undefined : byId.get(made.id);
      const kept = known !== undefined && sameClause(known, made) ? known : made;
      byNode.set(node, kept);
      return kept;
    };
    const read = (node: Node, pos: number): Clause => {
      const place = blocks.length;
      const isTable = node.type.name === "table";
      const rows = isTable ? readRows(node, pos, read) : [];
      const known = byNode.get(node);
      const usable = known !== undefined && seen.get(known.id) !== known && (!isTable || sameRows(known.rows, rows));
      const clause = usable ? known : remember(node, toClause(node, rows));
      if (!seen.has(clause.id)) seen.set(clause.id, clause);
      blocks.splice(place, 0, { node, pos, clause });
      return clause;
    };
    const clauses: Clause[] = [];
    doc.forEach((node, pos) => {
      clauses.push(read(node, pos));
    });
    byId = seen;
    return { clauses, blocks };
  };

  const reread = (node: Node, was: Clause): Clause | null => {
    const made = node.type.name === "clause" ? toClause(node, []) : null;
    // Of a doubled id the first place alone is known by it.
    if (!made || made.id !== was.id || byId.get(made.id) !== was) return null;
    return sameClause(was, made) ? was : made;
  };

  return (doc) => {
    const edited = last && rereadBlocks(last, doc, reread);
    const now = edited ?? readAll(doc);
    for (const { node, clause } of edited?.read ?? []) {
      byNode.set(node, clause);
      byId.set(clause.id, clause);
    }
    last = { doc, clauses: now.clauses, blocks: now.blocks };
    return last;
  };
}

/** The content of a clause node in normal form. */
export function readContent(node: Node): Content {
  const pieces: Inline[] = [];
  node.forEach((child) => {
    if (child.type.name === "hardBreak") pieces.push({ type: "break" });
    else if (child.type.name === "footnoteAnchor")
      pieces.push({ type: "anchor", footnote: String(child.attrs["footnote"]) });
    else if (child.isText)
      pieces.push(run(child.text ?? "", ...marks.filter((mark) => child.marks.some(({ type }) => type.name === mark))));
  });
  return normalise(pieces);
}

function toClause(node: Node, rows: readonly Row[]): Clause {
  const { id, kind, level, label } = node.attrs;
  const isTable = node.type.name === "table";
  return {
    id: String(id),
    kind: isTable ? "table" : kindOf(kind),
    level: levelOf(level),
    label: !isTable && typeof label === "string" ? label : null,
    content: isTable ? [] : readContent(node),
    rows,
  };
}

function readRows(table: Node, pos: number, read: (node: Node, pos: number) => Clause): readonly Row[] {
  const rows: Row[] = [];
  table.forEach((row, rowOffset) => {
    const rowPos = pos + 1 + rowOffset;
    const cells: Row["cells"][number][] = [];
    row.forEach((cell, cellOffset) => {
      const inside: Clause[] = [];
      cell.forEach((clause, offset) => {
        inside.push(read(clause, rowPos + 1 + cellOffset + 1 + offset));
      });
      cells.push({ id: String(cell.attrs["id"]), clauses: inside });
    });
    rows.push({ id: String(row.attrs["id"]), cells });
  });
  return rows;
}

function sameClause(one: Clause, other: Clause): boolean {
  return (
    one.kind === other.kind &&
    one.level === other.level &&
    one.label === other.label &&
    samePieces(one.content, other.content) &&
    sameRows(one.rows, other.rows)
  );
}

/** Contents in normal form compared piece by piece. */
function samePieces(one: Content, other: Content): boolean {
  return one.length === other.length && one.every((piece, i) => samePiece(piece, other[i]));
}

function samePiece(one: Inline, other: Inline | undefined): boolean {
  if (one.type === "text")
    return other?.type === "text" && one.text === other.text && (one.marks ?? []).join() === (other.marks ?? []).join();
  if (one.type === "anchor") return other?.type === "anchor" && one.footnote === other.footnote;
  return other?.type === "break";
}

function sameRows(one: readonly Row[], other: readonly Row[]): boolean {
  return (
    one.length === other.length &&
    one.every((row, r) => {
      const twin = other[r]!;
      return (
        row.id === twin.id &&
        row.cells.length === twin.cells.length &&
        row.cells.every((cell, c) => {
          const like = twin.cells[c]!;
          return (
            cell.id === like.id &&
            cell.clauses.length === like.clauses.length &&
            cell.clauses.every((clause, i) => clause === like.clauses[i])
          );
        })
      );
    })
  );
}
