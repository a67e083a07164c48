import type { Text } from "@plenary/document";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Frame, frameLines, framed } from "../frame/frame.ts";
import { type Saying, sayings } from "./sayings.ts";

/**
 * What a file carries of a text to prove that it still says it: the SHA-256 of what is said, in hex, and four hex
 * digits for each line, by which the first line that differs is found; and two characters for each line that tell its
 * kind and level, null where these are not proved.
 */
export interface Seal {
  readonly hash: string;
  readonly lines: string;
  readonly shapes: string | null;
}

/**
 * Whose seals a file carries: of a marked-up one the base and the current text, of a clean one what it amends; and of
 * the lines that stand around the text.
 */
export const sealed = ["base", "amends", "current", "frame"] as const;

/** The seals that a file carries; null where it has none. */
export type Seals = Readonly<Record<(typeof sealed)[number], Seal | null>>;

/** The SHA-256, in hex, of what the text says; see `sayings` for what that is. */
export function textHash(text: Text): string {
  return hashOf(sayings(text));
}

/** The seal of a text. */
export function sealOf(text: Text): Seal {
  const said = sayings(text);
  const shapes = said.map(({ shape }) => shape).join("");
  return { hash: hashOf(said), lines: said.map(fingerprint).join(""), shapes };
}

/** The seals of a marked-up file: rejecting and accepting all of it gives these. */
export function markedSeals(
  { base, current }: { readonly base: Text; readonly current: Text },
  frame: Frame | null = null,
): Seals {
  return { base: sealOf(base), amends: null, current: sealOf(current), frame: frameSeal(frame) };
}

/** The seals of a clean file, of the text and of the base it amends where one is known. */
export function cleanSeals(text: Text, base?: Text, frame: Frame | null = null): Seals {
  return { base: null, amends: base ? sealOf(base) : null, current: sealOf(text), frame: frameSeal(frame) };
}

function frameSeal(frame: Frame | null): Seal | null {
  return frame && sealOf(framed(frameLines(frame)));
}

/** The seals by name as a file carries them: `[["base", "sha256:…"], …]`. */
export function printSeals(seals: Seals): [side: (typeof sealed)[number], seal: string][] {
  const out: [(typeof sealed)[number], string][] = [];
  for (const side of sealed) if (seals[side]) out.push([side, printSeal(seals[side])]);
  return out;
}

/** The hashes alone, in one line each, for files that are not read back: `plenary-base sha256:…`. */
export function printHashes(seals: Seals): string[] {
  return sealed.flatMap((side) => (seals[side] ? [`plenary-${side} sha256:${seals[side].hash}`] : []));
}

/** Reads seals as a file carries them, by what it has under each name. */
export function parseSeals(said: (side: (typeof sealed)[number]) => string): Seals {
  return {
    base: parseSeal(said("base")),
    amends: parseSeal(said("amends")),
    current: parseSeal(said("current")),
    frame: parseSeal(said("frame")),
  };
}

/** The seals without what they tell of kinds and levels, for a file that does not hold these. */
export function wordsAlone(seals: Seals): Seals {
  const bare = (seal: Seal | null): Seal | null => seal && { ...seal, shapes: null };
  return { base: bare(seals.base), amends: bare(seals.amends), current: bare(seals.current), frame: seals.frame };
}

/** A seal in one word of ASCII: `sha256:…;…;…`, without the last part where it proves no kinds. */
function printSeal({ hash, lines, shapes }: Seal): string {
  return `sha256:${hash};${lines}${shapes === null ? "" : `;${shapes}`}`;
}

/** Reads what {@link printSeal} printed; null when it is none. */
function parseSeal(said: string): Seal | null {
  const found = /^sha256:([0-9a-f]{64});((?:[0-9a-f]{4})*)(?:;((?:[a-z][0-9])*))?$/.exec(said.trim());
  return found ? { hash: found[1]!, lines: found[2]!, shapes: found[3] ?? null } : null;
}

/** The words of the first line that is of another kind or level than in the sealed text; null when all are of their own. */
export function firstOtherKind(text: Text, { shapes }: Seal): string | null {
  if (shapes === null) return null;
  const found = sayings(text).find(({ shape }, i) => shape !== shapes.slice(2 * i, 2 * i + 2));
  return found ? found.words.replaceAll("\u2028", " ") : null;
}

/** The words of the first line that a text says otherwise than the sealed one; "" when it only ends too early. */
export function firstDifference(text: Text, seal: Seal): string {
  const said = sayings(text);
  const at = said.findIndex((each, i) => fingerprint(each) !== seal.lines.slice(4 * i, 4 * i + 4));
  return (said.slice(Math.max(0, at)).find(({ words }) => at >= 0 && words !== "")?.words ?? "").replaceAll(
    "\u2028",
    " ",
  );
}

function hashOf(said: readonly Saying[]): string {
  return digest(`[${said.map(({ canonical }) => canonical).join(",\n")}]`);
}

function fingerprint({ canonical }: Saying): string {
  return digest(canonical).slice(0, 4);
}

function digest(said: string): string {
  return bytesToHex(sha256(utf8ToBytes(said)));
}
