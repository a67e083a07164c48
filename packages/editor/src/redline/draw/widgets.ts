import type { ClauseRedline } from "@plenary/diff";
import type { Content } from "@plenary/document";
import { Decoration } from "@tiptap/pm/view";
import { contentDom, element } from "./pieces.ts";
import { rowWords, struckRow } from "./struckRow.ts";

/** The look of one change on the paper; without a change its identity and state are "". */
export interface Look {
  readonly identity: string;
  readonly state: string;
  readonly active: boolean;
}

/**
 * Words that are gone, struck, before the position. The factory runs again only when the key is
 * new, so the key says all that is drawn and no position of the page.
 */
export function deletion(pos: number, clause: string, from: number, content: Content, look: Look): Decoration {
  const words = JSON.stringify(content);
  const key = `del:${clause}:${from}:${hash(words)}:${lookKey(look)}`;
  const draw = () => {
    const del = element("del", look.active ? "del active" : "del");
    del.contentEditable = "false";
    stamp(del, look);
    del.append(contentDom(content));
    return del;
  };
  return Decoration.widget(pos, draw, { key, side: -1, marks: [], ignoreSelection: true });
}

/** A clause's label before its words; a changed one struck beside the new one. */
export function label(pos: number, clause: string, entry: ClauseRedline, marked: boolean, look: Look): Decoration[] {
  const old = marked && entry.joint !== "split" ? (entry.base?.label ?? null) : null;
  const now = entry.current ? entry.current.label : marked ? null : (entry.base?.label ?? null);
  if (old === null && now === null) return [];
  const kept = old === now || !marked;
  const key = `label:${clause}:${old ?? ""}>${now ?? ""}:${marked ? 1 : 0}:${lookKey(look)}`;
  const draw = () => {
    const span = element("span", look.active ? "label active" : "label", kept ? (now ?? "") : undefined);
    span.contentEditable = "false";
    if (kept) return span;
    stamp(span, look);
    if (old !== null) span.append(element("del", "del", old));
    if (now !== null) span.append(element("ins", "ins", now));
    return span;
  };
  return [Decoration.widget(pos, draw, { key, side: -2, marks: [], ignoreSelection: true })];
}

/**
 * The paragraph mark that a split inserted at the end of a clause, or that a merge deleted inside one
 * together with the label that followed it.
 */
export function jointMark(pos: number, clause: string, op: "ins" | "del", old: string | null, look: Look): Decoration {
  const draw = () => {
    const mark = element(op, `${op} joint${look.active ? " active" : ""}`, old === null ? "¶" : `¶ ${old}`);
    mark.contentEditable = "false";
    stamp(mark, look);
    return mark;
  };
  const key = `joint:${clause}:${op}:${old ?? ""}:${lookKey(look)}`;
  return Decoration.widget(pos, draw, { key, side: op === "ins" ? 1 : -1, marks: [], ignoreSelection: true });
}

/** A whole clause that is gone and has no node of its own, as a struck line between the others. */
export function strayClause(pos: number, entry: ClauseRedline, note: string | null, look: Look): Decoration {
  const { base } = entry;
  const id = base?.id ?? "";
  const words = base?.kind === "table" ? entry.rows.map(rowWords).join("\n") : JSON.stringify(base?.content ?? []);
  const draw = () => {
    if (base?.kind === "table") return strayTable(entry, look);
    const kind = note === null ? "clause-suppressed" : "clause-ghost";
    const line = element("p", `clause clause-${base?.kind ?? "paragraph"} ${kind}${look.active ? " active" : ""}`);
    line.contentEditable = "false";
    line.dataset["ghost"] = id;
    if (note === null) line.dataset["symbol"] = "SUP";
    else line.dataset["note"] = note;
    stamp(line, look);
    if (base && base.label !== null) {
      const span = element("span", "label");
      span.append(element("del", "del", base.label));
      line.append(span);
    }
    const del = element("del", "del");
    del.append(contentDom(base?.content ?? []));
    line.append(del);
    return line;
  };
  const key = `stray:${id}:${hash(words)}:${note ?? ""}:${lookKey(look)}`;
  return Decoration.widget(pos, draw, { key, side: -1, stray: true, ignoreSelection: true });
}

function strayTable(entry: ClauseRedline, look: Look): HTMLElement {
  const table = element("table", look.active ? "table clause-suppressed active" : "table clause-suppressed");
  table.contentEditable = "false";
  table.dataset["ghost"] = entry.base?.id ?? "";
  table.dataset["symbol"] = "SUP";
  stamp(table, look);
  const body = element("tbody", "");
  body.append(...entry.rows.map(struckRow));
  table.append(body);
  return table;
}

/** The attributes by which a drawn change is found: its identity and its state. */
export function changeAttributes(look: Look): Record<string, string> {
  return look.identity === "" ? {} : { "data-change": look.identity, "data-state": look.state };
}

function stamp(node: HTMLElement, look: Look): void {
  for (const [name, value] of Object.entries(changeAttributes(look))) node.setAttribute(name, value);
}

/** What of a look a drawing's key must say. */
export function lookKey(look: Look): string {
  return `${look.identity}:${look.state}:${look.active ? 1 : 0}`;
}

/** A short number for words, to tell one widget from another (FNV-1a). */
export function hash(words: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) value = Math.imul(value ^ words.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}
