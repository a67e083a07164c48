import { escapeXml } from "./xml.ts";

/** How Word names the tracking of an insertion, a deletion and the two ends of a move. */
export type Tracking = "ins" | "del" | "moveFrom" | "moveTo";

/** Who signs a revision, and when: a date as Word writes dates, null to say none. */
export interface Signature {
  readonly author: string;
  readonly date: string | null;
}

/** Gives out the tracked changes of one document: their author and date, and ids that are unique over all parts. */
export interface Revisions {
  /** A number that no other revision, move range or bookmark of the document has. */
  id(): number;
  /** The attributes of a new revision. */
  attributes(): string;
  /** The runs inside the trackings given, the first one outermost; the runs as they are when none is given. */
  wrap(runs: string, ...trackings: readonly Tracking[]): string;
  /** The same revisions, signed by another. */
  by(signature: Signature): Revisions;
}

/** Revisions signed so, with ids after `last`. */
export function createRevisions(signature: Signature, last = 0): Revisions {
  let given = last;
  const id = (): number => (given += 1);
  const by = ({ author, date }: Signature): Revisions => {
    const signed = `w:author="${escapeXml(author)}"${date === null ? "" : ` w:date="${escapeXml(date)}"`}`;
    const attributes = (): string => `w:id="${id()}" ${signed}`;
    return {
      id,
      attributes,
      by,
      wrap(runs, ...trackings) {
        if (runs === "") return "";
        const opening = trackings.map((tracking) => `<w:${tracking} ${attributes()}>`).join("");
        const closing = trackings.toReversed().map((tracking) => `</w:${tracking}>`);
        return opening + runs + closing.join("");
      },
    };
  };
  return by(signature);
}

/**
 * An ISO date as Word writes dates: seconds, and `Z`. One that Word wrote stays as it is, whatever zone it means. Throws
 * when it is no date.
 */
export function wordDate(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.valueOf())) {
    throw new Error(`"${iso}" is no date: give the date of the changes in ISO form, for example 2026-03-01T12:00:00Z`);
  }
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?$/.test(iso)) return iso;
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
