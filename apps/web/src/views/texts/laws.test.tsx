import { MantineProvider } from "@mantine/core";
import { type Redline, compare } from "@plenary/diff";
import { type Clause, type Text, clause, content, flatten, item, run, table, text } from "@plenary/document";
import * as fc from "fast-check";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { RedlineColumns } from "./RedlineColumns.tsx";
import { RedlinePaper } from "./RedlinePaper.tsx";
import { countChanges, textRows } from "./textRows.ts";

type Side = "base" | "current";

/** Words that a page shows, without what is only heard. */
function words(markup: string): string {
  return markup
    .replaceAll(/<span[^>]*VisuallyHidden[^>]*>[^<]*<\/span>/g, "")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? "");
}
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

function rendered(node: ReactNode): string {
  return renderToStaticMarkup(<MantineProvider>{node}</MantineProvider>);
}

/** What somebody reads who takes all changes of the paper as accepted, or as rejected. */
function onPaper(redline: Redline, side: Side): string[] {
  const markup = rendered(<RedlinePaper redline={redline} label="Paper" />);
  const gone = side === "base" ? "ins" : "del";
  const taken = markup.replaceAll(new RegExp(`<(ins|del) class="joint"[^>]*>.*?</\\1>`, "g"), "");
  const lines: string[] = [];
  for (const part of taken.split(/(?=<(?:p|div) class="clause)/).slice(1)) {
    const head = /^<[^>]*>/.exec(part)?.[0] ?? "";
    const has = (attribute: string): boolean => head.includes(attribute);
    if (has(`data-move="${side === "base" ? "to" : "from"}"`)) continue;
    if (side === "base" ? !has("data-base=") : has('data-symbol="SUP"')) continue;
    const said = words(part.replaceAll(new RegExp(`<${gone}\\b[^>]*>.*?</${gone}>`, "gs"), ""));
    if (has(`data-joint="${side === "base" ? "split" : "merge"}"`)) lines[lines.length - 1] += said;
    else lines.push(said);
  }
  return lines;
}

/** What stands in one of the two columns. */
function inColumn(redline: Redline, side: Side): string[] {
  const markup = rendered(
    <RedlineColumns redline={redline} heads={["A", "B"]} label="Columns" folded={false} lit={null} />,
  );
  const lines: string[] = [];
  for (const part of markup.split(/(?=<li class="column-row")/).slice(1)) {
    const column = part.split(/(?=<div class="column" )/).find((one) => one.includes(`data-side="${side}"`)) ?? "";
    if (column.includes('data-empty="true"')) continue;
    const said = words(column);
    if (
      part.startsWith('<li class="column-row"') &&
      /data-joint="(\w+)"/.exec(part)?.[1] === (side === "base" ? "split" : "merge")
    )
      lines[lines.length - 1] += said;
    else lines.push(said);
  }
  return lines;
}

function printed({ clauses }: Text): string[] {
  const said = (one: Clause): string =>
    (one.label ?? "") +
    flatten(one.content).replaceAll("\u2028", "").replaceAll("\uFFFC", "*") +
    one.rows.map(({ cells }) => cells.map((cell) => cell.clauses.map(said).join("")).join("")).join("");
  return clauses.map(said);
}

function holds(base: Text, current: Text): Redline {
  const redline = compare(base, current, { ids: "trusted" });
  for (const read of [onPaper, inColumn]) {
    expect(read(redline, "base")).toEqual(printed(base));
    expect(read(redline, "current")).toEqual(printed(current));
  }
  const rows = textRows(redline);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(rows.flatMap(({ changes }) => changes).length).toBe(countChanges(redline));
  return redline;
}

const base = text("en", [
  clause("title", "Bridges & roads"),
  clause("call", "resolves"),
  item("1", content("to build ", run("ten", "bold"), " bridges; to paint them; to count them;")),
  item("2", "to open them to everybody in the spring of every year;"),
  item("3", "to write reports about all of them,"),
  table([
    ["Year", "Bridges"],
    ["2027", "10"],
    ["2028", "12"],
  ]),
  clause("paragraph", "That is all."),
]);

it("a text compared with itself shows no change", () => {
  expect(countChanges(holds(base, base))).toBe(0);
});

it("moves, splits, joins, tables and labels read as both of their texts", () => {
  const [title, call, one, two, three, bridges, last] = base.clauses as readonly [
    Clause,
    Clause,
    Clause,
    Clause,
    Clause,
    Clause,
    Clause,
  ];
  const rows = [...bridges.rows.slice(0, 1), { ...bridges.rows[2]!, id: "new" }];
  const changed: readonly Clause[][] = [
    [title, call, three, { ...one, label: "2" }, two, bridges, last],
    [title, call, { ...one, content: content("to build twelve bridges;") }, { ...bridges, rows }, last],
    [
      title,
      call,
      one,
      { ...two, content: content("to open them to everybody") },
      item("3", "in the spring of every year;", { id: "piece" }),
      three,
      bridges,
      last,
    ],
    [
      title,
      call,
      one,
      {
        ...two,
        content: content("to open them to everybody in the spring of every year; to write reports about all of them,"),
      },
      bridges,
      last,
    ],
    [title, clause("paragraph", "It's <new>", { id: "added" }), call, one, two, three, last],
  ];
  const kinds = changed.flatMap((clauses) => holds(base, { ...base, clauses }).changes.map(({ kind }) => kind));
  for (const kind of ["move", "split", "merge", "row", "add", "suppress", "text"]) expect(kinds).toContain(kind);
});

const edit = fc.record({
  at: fc.nat({ max: 6 }),
  to: fc.nat({ max: 6 }),
  what: fc.constantFrom("move", "words", "out", "in", "label"),
  words: fc.array(fc.constantFrom("to", "build", "bridges", "&", "roads;", "资源"), { maxLength: 5 }),
});

it("whatever was edited, both layouts read as both texts", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
      const clauses = [...base.clauses];
      edits.forEach(({ at, to, what, words: given }, n) => {
        const one = clauses[at % Math.max(1, clauses.length)];
        const said = content(given.join(" "));
        if (what === "in") clauses.splice(to, 0, clause("paragraph", said, { id: `new ${n}` }));
        else if (!one) return;
        else if (what === "out") clauses.splice(clauses.indexOf(one), 1);
        else if (what === "move") clauses.splice(to, 0, ...clauses.splice(clauses.indexOf(one), 1));
        else if (one.kind !== "table")
          clauses[clauses.indexOf(one)] = what === "label" ? { ...one, label: `${to})` } : { ...one, content: said };
      });
      holds(base, { ...base, clauses });
    }),
    { numRuns: 60 },
  );
});
