import { escapeXml } from "./xml.ts";

/** How Word names the tracking of an insertion, a deletion and the two ends of a move. */
export type Tracking = "ins" | "del" | "moveFrom" | "moveTo";

/** Gives out the tracked changes of one document: their author and date, and ids that are unique over all parts. */
export interface Revisions {
  /** A number that no other revision, move range or bookmark of the document has. */
  id(): number;
  /** The attributes of a new revision. */
  attributes(): string;
  /** The runs inside the trackings given, the first one outermost; the runs as they are when none is given. */
  wrap(runs: string, ...trackings: readonly Tracking[]): string;
}

/** Revisions by one author at one time; `date` has the form of the W3C's, see {@link wordDate}. */
export function createRevisions(author: string, date: string): Revisions {
  let last = 0;
  const id = (): number => (last += 1);
  const signed = `w:author="${escapeXml(author)}" w:date="${date}"`;
  const attributes = (): string => `w:id="${id()}" ${signed}`;
  return {
    id,
    attributes,
    wrap(runs, ...trackings) {
      if (runs === "") return "";
      const opening = trackings.map((tracking) => `<w:${tracking} ${attributes()}>`).join("");
      const closing = trackings.toReversed().map((tracking) => `</w:${tracking}>`);
      return opening + runs + closing.join("");
    },
  };
}

/** An ISO date as Word writes dates: seconds, and `Z`. Throws when it is no date. */
export function wordDate(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.valueOf())) {
    throw new Error(`"${iso}" is no date: give the date of the changes in ISO form, for example 2026-03-01T12:00:00Z`);
  }
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
