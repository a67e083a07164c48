import { readFile as readBytes } from "node:fs/promises";
import { resolve } from "node:path";
import type { Text } from "@plenary/document";
import { type Fault, type FileReading, readFile, readableEndings, verify } from "@plenary/formats/files";
import { textHash } from "@plenary/formats/proof";
import type { CommandOptions, Place } from "./compareCommand.ts";
import { isAudit } from "@plenary/formats/audit";
import { verifyAuditLog } from "./verifyAuditLog.ts";
import { endingOf } from "./write/formatOf.ts";
import { naming, readTextFile } from "./readFile.ts";
import { UsageError } from "./usage.ts";

/**
 * `plenary verify FILE`: whether an export still gives the texts that it was written from, and is of --base where that
 * is given; or whether an audit log is whole. Gives 0 when it does, else 1 and names the first line that differs.
 */
export async function verifyCommand(files: readonly string[], options: CommandOptions, place: Place): Promise<number> {
  const [path] = files;
  if (path === undefined || files.length > 1) throw new UsageError("verify takes one file: the export.");
  const bytes = await readBytes(resolve(place.cwd, path));
  const source = new TextDecoder().decode(bytes);
  if (isAudit(source)) return verifyAuditLog(path, source, options.head?.replace(/^sha256:/, ""), place);
  const reading = await naming(path, async () => readFile(endingOf(path), bytes));
  if (!reading) {
    const endings = readableEndings.map((ending) => `.${ending}`).join(", ");
    throw new UsageError(`${path} can not be read back; take an export as ${endings}, or an audit log.`);
  }
  const base = options.base === undefined ? undefined : await readBase(options.base, place.cwd, options);
  const faults = verify(reading, base);
  for (const fault of faults) place.write(`${path}: ${faultText(fault)}\n`);
  if (faults.length > 0) return 1;
  const { seals } = reading;
  place.write(`${path}: accepting all gives the current text, sha256:${textHash(reading.current)}\n`);
  if (seals.base) place.write(`${path}: rejecting all gives the base text, sha256:${seals.base.hash}\n`);
  else if (seals.amends)
    place.write(`${path}: it is a clean text that amends the base text sha256:${seals.amends.hash}\n`);
  return 0;
}

async function readExport(path: string, cwd: string): Promise<FileReading | null> {
  return readFile(endingOf(path), await readBytes(resolve(cwd, path)));
}

/** The base as a text file, or as an export whose current text it is. */
async function readBase(path: string, cwd: string, options: CommandOptions): Promise<Text> {
  const ending = endingOf(path);
  if (ending !== "json" && readableEndings.includes(ending)) {
    const reading = await naming(path, () => readExport(path, cwd));
    if (reading) return reading.current;
  }
  return (await readTextFile(path, cwd, options)).text;
}

const named = { base: "base text", current: "current text", frame: "head of the document" } as const;

function faultText({ side, kind, clause }: Fault): string {
  const where =
    clause === "" ? "lines are missing at its end" : `the first line that differs says: ${shortened(clause)}`;
  switch (kind) {
    case "unsealed":
      return `it carries no hash of the ${named[side]}, so nothing is proved.`;
    case "words":
      if (side === "frame") return `the ${named[side]} is not the one that it was written with; ${where}`;
      return `${side === "base" ? "rejecting" : "accepting"} all does not give the ${named[side]} that it was written from; ${where}`;
    case "kinds":
      return `the words of the ${named[side]} are there, but clauses are of another kind or level; ${where}`;
    case "text":
      return `the whole ${named[side]} in it is not the one that it was written from; ${where}`;
    case "other":
      return `it was written from another base; in the base given, ${where}`;
  }
}

function shortened(said: string): string {
  const line = said.replace(/\p{Cc}/gu, " ");
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
