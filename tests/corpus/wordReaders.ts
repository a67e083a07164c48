import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const shared = join(import.meta.dirname, "../../../shared");
const tools = join(shared, "tools");

/** A file of the corpus. */
export const corpusFile = (path: string): string => join(shared, "corpus", path);

/** Whether the independent reader and the corpus are at hand. */
export const hasOracle = existsSync(join(tools, "oracle.py")) && spawnSync("python3", ["--version"]).status === 0;
/** Whether the schema check can run. */
export const hasSchemas = hasOracle && spawnSync("xmllint", ["--version"]).status === 0;
/** Whether LibreOffice can be asked. */
export const hasOffice =
  hasOracle &&
  spawnSync("/usr/bin/python3", ["-c", "import uno"]).status === 0 &&
  spawnSync("sh", ["-c", "command -v soffice"]).status === 0;

/** Writes Word files to a folder of their own and gives their paths. */
export function saveFiles(files: readonly Uint8Array[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "plenary-docx-"));
  return files.map((bytes, i) => {
    const path = join(folder, `${i}.docx`);
    writeFileSync(path, bytes);
    return path;
  });
}

/** What the independent reader sees in a Word file; `mended`: where it would fail on an empty note, it was helped. */
export interface OracleReport {
  readonly accept: readonly string[];
  readonly reject: readonly string[];
  readonly changes: readonly {
    readonly type: string;
    readonly scope: string;
    readonly author: string | null;
    readonly date: string | null;
    readonly text: string;
  }[];
  readonly comments: readonly { readonly author: string | null; readonly date: string | null; readonly text: string }[];
  readonly warnings: readonly string[];
  readonly mended: boolean;
}

/** Asks the independent reader about files, in one process. */
export function askOracle(paths: readonly string[]): OracleReport[] {
  const reports: OracleReport[] = JSON.parse(ask("oracle", paths));
  return reports;
}

/**
 * What is wrong with each file: parts that are no XML or that the schema of their namespace refuses. All parts of all
 * files are checked, in one process.
 */
export function schemaFaults(paths: readonly string[]): string[][] {
  const faults: string[][] = JSON.parse(ask("schema", paths));
  return faults;
}

function ask(question: "oracle" | "schema", paths: readonly string[]): string {
  return execFileSync("python3", ["-B", join(import.meta.dirname, "readers.py"), tools, question], {
    input: JSON.stringify(paths),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
}

/** The Word files below a folder of the corpus. */
export function wordFiles(folder: string): string[] {
  return readdirSync(corpusFile(folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".docx"))
    .map((name) => join(folder, name))
    .toSorted();
}

/**
 * LibreOffice's texts of Word files after accepting and rejecting all, as lines of words; footnotes are left out. One
 * process opens all of them; no two may have the same name.
 */
export function askOffice(paths: readonly string[]): { accept: string[]; reject: string[] }[] {
  const folder = mkdtempSync(join(tmpdir(), "plenary-office-"));
  execFileSync("/usr/bin/python3", [join(tools, "lo_oracle.py"), folder, ...paths], {
    encoding: "utf8",
    timeout: 100_000 + 5000 * paths.length,
    env: { ...process.env, NO_REDLINES: "1" },
  });
  if (readdirSync(folder).length === 0) throw new Error("LibreOffice wrote nothing");
  const text = (path: string, side: "accept" | "reject"): string[] =>
    officeWords(readFileSync(join(folder, `${basename(path, ".docx")}.${side}.txt`), "utf8").split("\n"));
  return paths.map((path) => ({ accept: text(path, "accept"), reject: text(path, "reject") }));
}

/**
 * Lines as LibreOffice's text export can be compared: no empty ones, white space as one space, no footnotes, and
 * without the joiner that it leaves in a paragraph emptied by a change.
 */
export function officeWords(lines: readonly string[]): string[] {
  return lines
    .filter((line) => !/^\[\^\d+\]: /.test(line))
    .flatMap((line) => line.replace(/\[\^\d+\]|[\uFEFF\u00AD\u200D]/g, "").split("\u2028"))
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
}
