import { readFileSync } from "node:fs";
import type { ClauseRedline, ClauseSymbol, Redline, Segment } from "@plenary/diff";
import {
  type Clause,
  type ClauseKind,
  type Content,
  type Language,
  anchor,
  clause,
  normalise,
  run,
} from "@plenary/document";
import { corpusFile } from "./wordReaders.ts";

type Hunk = readonly [op: Segment["op"], text: string];

/** The gold amendment of that language: the human's hunks, paragraph by paragraph. */
export function goldRedline(language: "en" | "zh"): Redline {
  const paragraphs: readonly (readonly Hunk[])[] = JSON.parse(
    readFileSync(corpusFile(`gold/${language}/hunks.json`), "utf8"),
  );
  return assemble(
    language,
    paragraphs.map((hunks, i) => {
      const kind =
        i === 0 ? "number" : i === 1 ? "title" : hunks.some(([, said]) => said.includes("\t")) ? "item" : "paragraph";
      const segments = hunks.map(([op, said]): Segment => ({ op, content: [run(said)] }));
      return entry(`p${i}`, kind, [null, null], segments);
    }),
  );
}

/** The lines of a gold text. */
export function goldLines(language: "en" | "zh", name: "base" | "amended"): string[] {
  return readFileSync(corpusFile(`gold/${language}/${name}.${language}.txt`), "utf8")
    .trimEnd()
    .split("\n");
}

/**
 * Resolution 2 of the letter among the seeds with a made-up amendment: a recital is added and one suppressed, the last
 * paragraph of the decision moves up with words changed in it, the footnote changes, and the labels follow.
 */
export function resolution2(footnotes: "with footnote" | "without" = "with footnote"): Redline {
  const lines = readFileSync(corpusFile("seeds/003_aba3680adf1c78c1.txt"), "utf8")
    .split("\n")
    .slice(65, 132)
    .filter((line) => line.trim() !== "");
  const note = lines
    .find((line) => line.startsWith("¹"))!
    .slice(1)
    .trim();
  const entries: ClauseRedline[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.startsWith("¹")) continue;
    const [, label, rest] = /^- (\S+)\s+(.*)$/.exec(line) ?? [];
    const kind: ClauseKind = label
      ? "item"
      : i === 0
        ? "number"
        : i === 1
          ? "title"
          : i === 2
            ? "opening"
            : line.length < 14
              ? "call"
              : "paragraph";
    const [before, after] = (rest ?? line).split("¹");
    const content =
      after === undefined || footnotes === "without"
        ? [run(before! + (after ?? ""))]
        : [run(before!), anchor("note"), run(after)];
    entries.push(entry(`r${i}`, kind, [label ?? null, label ?? null], [{ op: "=", content }]));
  }
  const at = (start: string): number => {
    const found = entries.findIndex((one) =>
      one.segments[0]!.content.some((piece) => piece.type === "text" && piece.text.startsWith(start)),
    );
    if (found < 0) throw new Error(`no clause starts with ${start}`);
    return found;
  };
  const suppressed = at("新的和快速发展的");
  entries[suppressed] = whole(entries[suppressed]!.base!, "-");
  const added = clause("item", "第203号决议（2018年，迪拜，修订版）；", { id: "new", label: "d)" });
  entries.splice(at("在技术进步"), 0, whole(added, "+"));
  const moved = at("须促进对WTPF的广泛参与");
  const base = entries[moved]!.base!;
  const said = base.content[0]!.type === "text" ? base.content[0]!.text : "";
  const segments: Segment[] = [
    { op: "=", content: [run(said.slice(0, 4))] },
    { op: "-", content: [run(said.slice(4, 8))] },
    { op: "+", content: [run("所有论坛")] },
    { op: "=", content: [run(said.slice(8))] },
  ];
  const to: ClauseRedline = { ...entry(base.id, "item", [base.label, base.label], segments), base, move: "to" };
  entries[moved] = { ...to, symbol: "NOC", current: null, move: "from", segments: [] };
  entries.splice(at("WTPF不得产生"), 0, to);
  const footnote = entry(
    "note",
    "footnote",
    ["1", "1"],
    [
      { op: "=", content: [run(note.slice(0, 5))] },
      { op: "+", content: [run("所有")] },
      { op: "=", content: [run(note.slice(5))] },
    ],
  );
  return assemble("zh", relabelled(footnotes === "without" ? entries : [...entries, footnote]));
}

/** The current labels counted anew in each list. */
function relabelled(entries: readonly ClauseRedline[]): ClauseRedline[] {
  let count = 0;
  return entries.map((one) => {
    if (one.current?.kind === "call") count = 0;
    const label = one.current?.kind === "item" ? one.current.label : null;
    if (!one.current || label === null) return one;
    count += 1;
    const current = {
      ...one.current,
      label: label.endsWith(")") ? `${String.fromCharCode(96 + count)})` : String(count),
    };
    return { ...one, current };
  });
}

function assemble(language: Language, clauses: readonly ClauseRedline[]): Redline {
  const side = (name: "base" | "current", hidden: "from" | "to"): Clause[] =>
    clauses.flatMap((one) => (one[name] && one.move !== hidden ? [one[name]] : []));
  const base = { language, clauses: side("base", "to") };
  return { base, current: { language, clauses: side("current", "from") }, clauses, changes: [] };
}

function entry(
  id: string,
  kind: ClauseKind,
  labels: readonly [string | null, string | null],
  segments: readonly Segment[],
): ClauseRedline {
  const without = (op: "-" | "+"): Content =>
    normalise(segments.filter((one) => one.op !== op).flatMap((one) => one.content));
  const base = segments.every((one) => one.op === "+") ? null : clause(kind, without("+"), { id, label: labels[0] });
  const current = segments.every((one) => one.op === "-") ? null : clause(kind, without("-"), { id, label: labels[1] });
  const symbol: ClauseSymbol = base === null ? "ADD" : current === null ? "SUP" : "MOD";
  return { symbol, base, current, move: null, segments, rows: [], changes: [] };
}

function whole(given: Clause, op: "-" | "+"): ClauseRedline {
  const one = entry(given.id, given.kind, [given.label, given.label], [{ op, content: given.content }]);
  return { ...one, base: op === "-" ? given : null, current: op === "+" ? given : null };
}
