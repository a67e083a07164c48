import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { paperKeys } from "../command/paperKeys.ts";
import { redlineKey } from "../redline/redlinePlugin.ts";
import { type Box, type Drop, dropAt } from "./places.ts";

/** How near to the edge of the window dragging scrolls, and by how much at a time, in pixels. */
const edge = 48;
const step = 14;

/**
 * A handle in the margin of the clause under the pointer, by which it is dragged to another place; a line shows where.
 * Escape gives up. By keyboard a clause is moved with keys, so the handle is hidden from screen readers.
 */
export function dragPlugin(moveTo: (clause: string, before: string | null) => void): Plugin {
  return new Plugin({ view: (view) => dragView(view, moveTo) });
}

function dragView(view: EditorView, moveTo: (clause: string, before: string | null) => void) {
  const paper = view.dom.parentElement;
  const document = view.dom.ownerDocument;
  const handle = mark("drag-handle");
  const line = mark("drop-line");
  paper?.append(handle, line);
  let over: HTMLElement | null = null;
  let dragged: { readonly id: string; readonly element: HTMLElement; readonly pointer: number } | null = null;
  let drop: Drop | null = null;

  const place = (element: HTMLElement, y: number) => {
    if (paper) element.style.insetBlockStart = `${y - paper.getBoundingClientRect().top}px`;
  };

  const showHandle = (clause: HTMLElement | null) => {
    over = clause;
    handle.hidden = !clause || !view.editable;
    if (clause) place(handle, clause.getBoundingClientRect().top);
  };

  const hovered = (event: PointerEvent) => {
    if (dragged || event.pointerType === "touch" || !paper) return;
    if (event.target === handle) return;
    showHandle(movableAt(view, event.clientY));
  };
  const left = () => {
    if (!dragged) showHandle(null);
  };

  const pressed = (event: PointerEvent) => {
    const id = movable(view).find(({ element }) => element === over)?.id;
    if (!over || id === undefined || event.button !== 0 || !view.editable) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    dragged = { id, element: over, pointer: event.pointerId };
    over.classList.add("dragged");
    document.addEventListener("keydown", keyed, true);
  };
  const dragging = (event: PointerEvent) => {
    if (!dragged) return;
    scrollNear(view.dom, event.clientY);
    drop = dropAt(movable(view), dragged.id, event.clientY, endOf(view));
    line.hidden = drop === null;
    if (drop) place(line, drop.y);
  };
  const stop = () => {
    dragged?.element.classList.remove("dragged");
    dragged = null;
    drop = null;
    line.hidden = true;
    showHandle(null);
    document.removeEventListener("keydown", keyed, true);
  };
  const released = () => {
    const [what, where] = [dragged, drop];
    stop();
    if (what && where) moveTo(what.id, where.before);
  };
  function keyed(event: KeyboardEvent): void {
    if (!paperKeys.stopDrag.some((key) => key === event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    stop();
  }

  paper?.addEventListener("pointermove", hovered);
  paper?.addEventListener("pointerleave", left);
  handle.addEventListener("pointerdown", pressed);
  handle.addEventListener("pointermove", dragging);
  handle.addEventListener("pointerup", released);
  handle.addEventListener("pointercancel", stop);
  return {
    update: () => {
      if (over && !over.isConnected) showHandle(null);
      // The clause may be drawn anew, or be gone, while it is dragged.
      if (dragged && !movable(view).some(({ id }) => id === dragged?.id)) stop();
    },
    destroy: () => {
      stop();
      paper?.removeEventListener("pointermove", hovered);
      paper?.removeEventListener("pointerleave", left);
      handle.remove();
      line.remove();
    },
  };
}

function mark(name: string): HTMLElement {
  const made = document.createElement("div");
  made.className = name;
  made.hidden = true;
  made.ariaHidden = "true";
  made.contentEditable = "false";
  return made;
}

/** The clause or table at a height of the window that may be moved; null for none. The pointer may be in the margin. */
function movableAt(view: EditorView, y: number): HTMLElement | null {
  const { left, width } = view.dom.getBoundingClientRect();
  let element = view.dom.ownerDocument.elementFromPoint(left + width / 2, y);
  while (element && element.parentElement !== view.dom) element = element.parentElement;
  if (!(element instanceof HTMLElement)) return null;
  const drawings = redlineKey.getState(view.state)?.reading.alignment.drawings ?? [];
  const { id } = element.dataset;
  const found = drawings.find(({ block, gone }) => !gone && block.clause.id === id);
  return found?.entry?.current && found.entry.current.kind !== "footnote" ? element : null;
}

/** The clauses and tables of the current text that stand on the outer level of the page, but for footnotes. */
function movable(view: EditorView): (Box & { readonly element: HTMLElement })[] {
  const drawings = redlineKey.getState(view.state)?.reading.alignment.drawings ?? [];
  return drawings.flatMap(({ block, entry, gone }) => {
    const current = gone ? null : (entry?.current ?? null);
    const element = view.nodeDOM(block.pos);
    if (!current || current.kind === "footnote" || !(element instanceof HTMLElement)) return [];
    if (element.parentElement !== view.dom) return [];
    const { top, bottom } = element.getBoundingClientRect();
    return [{ id: current.id, top, bottom, element }];
  });
}

/** The first footnote, before which the last clause stands; null for none. */
function endOf(view: EditorView): string | null {
  const clauses = redlineKey.getState(view.state)?.draft.current.clauses ?? [];
  return clauses.find(({ kind }) => kind === "footnote")?.id ?? null;
}

function scrollNear(dom: HTMLElement, y: number): void {
  let frame = dom.parentElement;
  while (frame && frame.scrollHeight <= frame.clientHeight) frame = frame.parentElement;
  const height = dom.ownerDocument.documentElement.clientHeight;
  if (y < edge) frame?.scrollBy(0, -step);
  else if (y > height - edge) frame?.scrollBy(0, step);
}
