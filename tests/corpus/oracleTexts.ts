import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { corpusFile } from "./wordReaders.ts";

/** What the independent reader says of a file: its two texts, and how many tracked changes it has. */
export interface Verdict {
  readonly accept: readonly string[];
  readonly reject: readonly string[];
  readonly changes: number;
  readonly mended: boolean;
}

/** The Word files below a folder of the corpus. */
export function wordFiles(folder: string): string[] {
  return readdirSync(corpusFile(folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".docx"))
    .map((name) => join(folder, name))
    .toSorted();
}

/**
 * The independent reader's answers on many files, from one process. Its `run` fails on a note that is empty on one side;
 * there it is asked again with such a note read as one empty line, and says so (`mended`).
 */
export function askOracleAll(paths: readonly string[]): Verdict[] {
  const script = `
import json, sys
sys.path.insert(0, sys.argv[1])
import oracle
class Mended(oracle.Text):
    def blocks(self, element, keep_last=False):
        found = super().blocks(element, keep_last)
        return found or ([""] if oracle.q(element)[1] in ("footnote", "endnote") else found)
def ask(path):
    answer = dict(mended=False, changes=len(oracle.changes(oracle.Doc(path))))
    for mode in ("accept", "reject"):
        try:
            answer[mode] = oracle.Text(oracle.Doc(path), mode).run()
        except IndexError:
            answer[mode] = Mended(oracle.Doc(path), mode).run()
            answer["mended"] = True
    return answer
print(json.dumps([ask(path) for path in json.load(sys.stdin)]))`;
  const json = execFileSync("python3", ["-B", "-c", script, join(corpusFile(".."), "tools")], {
    input: JSON.stringify(paths),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const verdicts: Verdict[] = JSON.parse(json);
  return verdicts;
}
