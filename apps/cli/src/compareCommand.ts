import { compare } from "@plenary/diff";
import type { Language } from "@plenary/document";
import { readTextFile } from "./readFile.ts";
import { UsageError } from "./usage.ts";
import { formatOf } from "./write/formatOf.ts";
import { writeOut } from "./write/writeOut.ts";
import { cleanWriters, markedWriters } from "./write/writers.ts";

/** Where a command runs: the folder paths are relative to, and standard output. */
export interface Place {
  readonly cwd: string;
  readonly color: boolean;
  write(said: string | Uint8Array): void;
  /** A remark beside the result, for a person. */
  warn(said: string): void;
}

/** What was typed after the command; null or undefined when it was left out. */
export interface CommandOptions {
  readonly format: string | undefined;
  readonly output: string | undefined;
  readonly language: Language | null;
  /** Which text of a file that holds several. */
  readonly text: string | null;
  /** Whether the current text alone is written, without its changes. */
  readonly clean: boolean;
  /** Which side of a tracked Word file is read: before the changes, or with all of them. */
  readonly side: "base" | "current";
  /** Who made the changes, for formats that say it. */
  readonly author: string | undefined;
  /** The path of the base text, for commands that take one beside their file. */
  readonly base: string | undefined;
  /** The hash that an audit log must hold. */
  readonly head: string | undefined;
  /** How an export shows the text. */
  readonly view: string | undefined;
}

/** `plenary compare BASE CURRENT`: prints the redline. Gives 0 when nothing changed, else 1. */
export async function compareCommand(files: readonly string[], options: CommandOptions, place: Place): Promise<number> {
  const [base, current] = files;
  if (base === undefined || current === undefined || files.length > 2) {
    throw new UsageError("compare takes two files: the base and the current text.");
  }
  const ending = options.output === undefined ? null : formatOf(options.output);
  const format = options.format ?? ending ?? (options.clean ? "text" : "redline");
  if ((format === "docx" || format === "pdf") && options.output === undefined) {
    throw new UsageError("A Word or PDF file is not written to the terminal; name a file with -o.");
  }
  const writers = options.clean ? cleanWriters : markedWriters;
  const writer = writers[format];
  const known = Object.keys(writers).join(", ");
  if (!writer)
    throw new UsageError(`compare${options.clean ? " --clean" : ""} can not write "${format}"; take ${known}.`);
  const before = (await readTextFile(base, place.cwd, options)).text;
  // Both texts are in one language: the base tells it when it was not given.
  const after = (await readTextFile(current, place.cwd, { ...options, language: options.language ?? before.language }))
    .text;
  const redline = compare(before, after);
  const said = await writer(redline, {
    title: current,
    author: options.author ?? "Plenary",
    date: new Date().toISOString(),
    color: options.output === undefined && place.color,
  });
  await writeOut(said, options.output, place);
  return redline.changes.length === 0 ? 0 : 1;
}
