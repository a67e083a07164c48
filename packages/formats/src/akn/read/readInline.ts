import { type Content, type Inline, type Mark, anchor, lineBreak, normalise, run } from "@plenary/document";
import { type Element, collapsed } from "./element.ts";

/** What reading mixed content needs. */
export interface InlineReader {
  /** Whether white space stands for itself. */
  readonly exact: boolean;
  /** The clause id of the footnote that an authorialNote is or a noteRef refers to; null when there is none. */
  footnote(element: Element): string | null;
}

const marks: Readonly<Record<string, Mark>> = {
  b: "bold",
  i: "italic",
  u: "underline",
  sub: "subscript",
  sup: "superscript",
};

/** Mixed content as it stands when all changes are accepted: `del` is left out. */
export function readInline(element: Element, reader: InlineReader): Content {
  const pieces: Inline[] = [];
  visit(element, []);
  const said = normalise(pieces);
  return reader.exact ? said : trimmed(said);

  function visit(inside: Element, given: readonly Mark[]): void {
    for (const child of inside.children) {
      if (typeof child === "string") {
        const text = reader.exact ? child : collapsed(child);
        pieces.push(run(text, ...given));
        continue;
      }
      const mark = child.own.get("look") === "true" ? undefined : marks[child.name];
      if (child.name === "del") continue;
      if (child.name === "br" || child.name === "eol") pieces.push(lineBreak());
      else if (child.name === "noteRef" || child.name === "authorialNote") {
        const id = reader.footnote(child);
        if (id !== null) pieces.push(anchor(id));
        else visit(child, given);
      } else visit(child, mark ? [...given, mark] : given);
    }
  }
}

// Spaces at both ends, around breaks and doubled between pieces come from the layout of the file.
function trimmed(said: Content): Content {
  const out: Inline[] = [];
  let open = true;
  for (const piece of said) {
    if (piece.type === "text") {
      const text: string = open ? piece.text.replace(/^ /, "") : piece.text;
      if (text === "") continue;
      out.push({ ...piece, text });
      open = text.endsWith(" ");
    } else {
      if (piece.type === "break") trimEnd(out);
      out.push(piece);
      open = piece.type === "break";
    }
  }
  trimEnd(out);
  return normalise(out);
}

function trimEnd(out: Inline[]): void {
  const last = out.at(-1);
  if (last?.type !== "text") return;
  const text = last.text.replace(/ $/, "");
  if (text === "") {
    out.pop();
    trimEnd(out);
  } else out[out.length - 1] = { ...last, text };
}
