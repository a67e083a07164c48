import type { Text } from "@plenary/document";
import { type Seal, firstDifference, firstOtherKind, textHash } from "../proof/seal.ts";
import { framed } from "../frame/frame.ts";
import type { FileReading } from "./readFile.ts";

/**
 * What is wrong with one side of a file, or with the lines around its text.
 * - `unsealed`: the file carries no hash of it
 * - `words`: what the marked words give is not what was sealed; `clause` is the first line that differs
 * - `kinds`: the words are, but a clause is of another kind or level
 * - `text`: the whole text beside the marked words is not what was sealed
 * - `other`: it is sealed, but the base given is another text
 */
export interface Fault {
  readonly side: "base" | "current" | "frame";
  readonly kind: "unsealed" | "words" | "kinds" | "text" | "other";
  /** What the first differing line says in the file, "" where a line is missing at the end. */
  readonly clause: string;
}

/**
 * Whether a file still says what it was sealed with: then there are no faults. A marked-up file must give its base when
 * all is rejected, and every file its current text when all is accepted. `base`, if given, must be the text that the
 * file marks up or, if it is clean, amends.
 */
export function verify(reading: FileReading, base?: Text): Fault[] {
  const { seals, texts } = reading;
  const faults: Fault[] = [];
  const hold = (side: Fault["side"], kind: Fault["kind"], text: Text, seal: Seal | null): void => {
    if (!seal) faults.push({ side, kind: "unsealed", clause: "" });
    else if (textHash(text) !== seal.hash) faults.push({ side, kind, clause: firstDifference(text, seal) });
    else if (kind !== "other") {
      const clause = firstOtherKind(text, seal);
      if (clause !== null) faults.push({ side, kind: "kinds", clause });
    }
  };
  hold("current", "words", reading.current, seals.current);
  if (texts) hold("current", "text", texts.current, seals.current);
  const isClean = seals.base === null && textHash(reading.base) === textHash(reading.current) && !texts?.base;
  if (!isClean) hold("base", "words", reading.base, seals.base);
  if (texts?.base) hold("base", "text", texts.base, seals.base);
  const { frame = [] } = reading;
  if (frame.length > 0 || seals.frame) hold("frame", "words", framed(frame), seals.frame);
  if (base) hold("base", "other", base, seals.base ?? seals.amends);
  return faults;
}
