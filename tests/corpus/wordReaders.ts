import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

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

/** What the independent reader sees in a Word file. */
export interface OracleReport {
  readonly accept: readonly string[];
  readonly reject: readonly string[];
  readonly changes: readonly {
    readonly type: string;
    readonly scope: string;
    readonly author: string;
    readonly date: string;
  }[];
  readonly warnings: readonly string[];
}

/** Asks the independent reader. */
export function askOracle(path: string): OracleReport {
  const json = execFileSync("python3", [join(tools, "oracle.py"), "--json", path], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const report: OracleReport = JSON.parse(json);
  return report;
}

/** The lines of the schema check that find something wrong. */
export function schemaFaults(paths: readonly string[]): string[] {
  const run = spawnSync("python3", [join(tools, "validate.py"), ...paths], { encoding: "utf8", maxBuffer: 1e9 });
  const lines = run.stdout.split("\n").filter((line) => line !== "");
  if (lines.filter((line) => /^(IN)?VALID/.test(line)).length !== paths.length)
    throw new Error(run.stderr || run.stdout);
  return lines.filter((line) => !line.startsWith("VALID"));
}

/** LibreOffice's texts of Word files after accepting and rejecting all, as lines of words; footnotes are left out. */
export function askOffice(paths: readonly string[]): { accept: string[]; reject: string[] }[] {
  const folder = mkdtempSync(join(tmpdir(), "plenary-office-"));
  execFileSync("/usr/bin/python3", [join(tools, "lo_oracle.py"), folder, ...paths], {
    encoding: "utf8",
    timeout: 100_000,
  });
  if (readdirSync(folder).length === 0) throw new Error("LibreOffice wrote nothing");
  return paths.map((_, i) => ({
    accept: officeWords(readFileSync(join(folder, `${i}.accept.txt`), "utf8").split("\n")),
    reject: officeWords(readFileSync(join(folder, `${i}.reject.txt`), "utf8").split("\n")),
  }));
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
