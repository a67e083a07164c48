import type { Mark } from "@plenary/document";
import type { BlockAttrs } from "./blockOf.ts";

/** Writes clean markup: paragraphs with what they are, marked words, tables. */
export interface Writer {
  /** Begins a block; words that come without one are a paragraph. `note` is the key of a footnote. */
  begin(block: BlockAttrs, note: string | null): void;
  /** Begins a further part of the block that is open. */
  part(): void;
  end(): void;
  words(said: string, marks: ReadonlySet<Mark>): void;
  lineBreak(): void;
  /** The mark of the footnote with that key. */
  anchor(key: string): void;
  /** Writes a table of cells, each by a writer of its own. */
  table(rows: readonly (readonly ((inner: Writer) => void)[])[]): void;
  /** Whether tables may stand here: a cell holds none. */
  mayHoldTable(): boolean;
  html(): string;
}

const tags: Readonly<Record<Mark, string>> = {
  bold: "strong",
  italic: "em",
  underline: "u",
  subscript: "sub",
  superscript: "sup",
};
const order: readonly Mark[] = ["bold", "italic", "underline", "subscript", "superscript"];
/** What all words of a kind look like here anyway. */
const usual: Readonly<Record<string, Mark>> = { heading: "bold", title: "bold", annexTitle: "bold", call: "italic" };
const paragraph: BlockAttrs = { kind: "paragraph", level: 0, label: null };

/** A writer of a page, or of a cell. */
export function writer(inCell = false): Writer {
  const done: string[] = [];
  let block = paragraph;
  let note: string | null = null;
  let open = "";
  /** Spaces and breaks wait for words behind them. */
  let waiting = "";

  const end = () => {
    if (open.trim() !== "") done.push(`<p${attributes(block, note)}>${open}</p>`);
    [open, waiting, block, note] = ["", "", paragraph, null];
  };
  const add = (markup: string) => {
    open += (open === "" ? "" : waiting) + markup;
    waiting = "";
  };
  return {
    begin(next, key) {
      end();
      [block, note] = [next, key];
    },
    part: () => {
      if (open !== "") waiting = "<br>";
    },
    end,
    words(said, marks) {
      const trimmed = said.replace(/^[ \u00a0]+/, "");
      if (trimmed !== said && !/[ >]$/.test(waiting)) waiting += " ";
      const words = trimmed.replace(/[ \u00a0]+$/, "");
      if (words === "") return;
      const marked = order.filter((mark) => marks.has(mark) && mark !== usual[block.kind]).map((mark) => tags[mark]);
      const [before, after] = [marked.map((tag) => `<${tag}>`), marked.toReversed().map((tag) => `</${tag}>`)];
      add(`${before.join("")}${escaped(words)}${after.join("")}`);
      if (words !== trimmed) waiting = " ";
    },
    lineBreak: () => {
      if (open === "") return;
      // An empty line parts paragraphs.
      if (waiting.includes("<br>") && note === null) {
        const like = block;
        end();
        block = like.kind === "heading" ? paragraph : like;
      } else waiting = "<br>";
    },
    anchor: (key) => add(`<sup class="anchor" data-note-key="${escaped(key)}"></sup>`),
    table(rows) {
      end();
      const written = rows.map((cells) => {
        const inner = cells.map((cell) => {
          const own = writer(true);
          cell(own);
          return `<td>${own.html()}</td>`;
        });
        return `<tr>${inner.join("")}</tr>`;
      });
      done.push(`<table><tbody>${written.join("")}</tbody></table>`);
    },
    mayHoldTable: () => !inCell,
    html: () => {
      end();
      return done.join("");
    },
  };
}

function attributes({ kind, level, label }: BlockAttrs, note: string | null): string {
  const given = { "data-kind": kind, "data-level": String(level), "data-label": note ?? label };
  return Object.entries(given)
    .map(([name, value]) => (value === null ? "" : ` ${name}="${escaped(value)}"`))
    .join("");
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
