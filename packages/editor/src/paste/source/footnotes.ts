/** The footnotes of a source: the element that holds each, by the key that its mark in the text got. */
export type SourceNotes = ReadonlyMap<string, Element>;

/** The attribute by which a footnote's mark is known. */
export const noteKey = "data-note-key";

/**
 * Finds footnotes by links that lead to each other, as Word, Google Docs and web pages write them. Each mark in the
 * text gets its key, the back links go, and the notes leave the text.
 */
export function takeFootnotes(root: HTMLElement): SourceNotes {
  const notes = new Map<string, Element>();
  for (const element of root.querySelectorAll(`[${noteKey}]`)) element.removeAttribute(noteKey);
  const byName = new Map<string, Element>();
  for (const element of root.querySelectorAll("[id], a[name]"))
    for (const name of [element.id, element.getAttribute("name") ?? ""]) if (name !== "") byName.set(name, element);
  for (const link of root.querySelectorAll("a[href]")) {
    const target = byName.get(fragment(link));
    const note = target?.closest("[style*='mso-element']") ?? target?.closest("li, p, aside, div");
    // The back links of notes that were found are gone.
    if (!note || note === root || !root.contains(link) || note.contains(link) || link.closest(`[${noteKey}]`)) continue;
    const back = Array.from(note.querySelectorAll("a[href]")).find((one) => isMark(byName.get(fragment(one)), link));
    if (!back || [...notes.values()].includes(note)) continue;
    const key = String(notes.size + 1);
    notes.set(key, note);
    link.setAttribute(noteKey, key);
    (back.closest("sup") ?? back).remove();
  }
  for (const note of notes.values()) note.remove();
  return notes;
}

/** Whether an element that a back link leads to is the mark, or just around it. */
function isMark(element: Element | undefined, link: Element): boolean {
  if (!element) return false;
  return element === link || (element.contains(link) && element.textContent.length < 16) || link.contains(element);
}

/** The name behind `#` of a link within the source; "" for one that leads elsewhere. */
function fragment(link: Element): string {
  const href = link.getAttribute("href") ?? "";
  const at = href.lastIndexOf("#");
  return at === -1 || /^\s*(?:javascript|data):/i.test(href) ? "" : href.slice(at + 1);
}
