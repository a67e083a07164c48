import {
  type Clause,
  type Text,
  anchor,
  clause,
  content,
  item,
  plainLines,
  relabel,
  run,
  table,
  text,
} from "@plenary/document";
import { describe, expect, test } from "vitest";
import { merge } from "./merge.ts";
import type { Merged } from "./merged.ts";

const base = text("en", [
  clause("call", "resolves"),
  item("a)", "that States shall promptly report"),
  item("b)", "that a fund be set up"),
  item("c)", "that the Union help"),
  item("d)", "that a report be made"),
]);
const [call, a, b, c, d] = base.clauses as [Clause, Clause, Clause, Clause, Clause];

function amended(...clauses: readonly Clause[]): Text {
  return { language: "en", clauses: relabel(base, clauses) };
}

function said(one: Clause, words: string): Clause {
  return { ...one, content: content(words) };
}

function added(id: string, words: string): Clause {
  return item("a)", words, { id });
}

/** Each collision as `owners: kind deleted/inserted + …`, alternative by alternative. */
function shown({ collisions }: Merged): string[][] {
  return collisions.map(({ alternatives }) =>
    alternatives.map(
      ({ owners, changes }) =>
        `${owners.join()}: ${changes.map(({ kind, deleted, inserted }) => `${kind} ${deleted}/${inserted}`).join(" + ")}`,
    ),
  );
}

describe("words", () => {
  test("[M5] changes apart from one another all stand", () => {
    const one = amended(call, said(a, "that States should promptly report"), b, c, d);
    const other = amended(call, said(a, "that States shall promptly and fully report"), b, c, d);
    const merged = merge(base, [one, other]);
    expect(plainLines(merged.text.clauses)[1]).toBe("a)\tthat States should promptly and fully report");
    expect(merged.changes.map(({ owners }) => owners)).toEqual([[0], [1]]);
    expect(merged.collisions).toEqual([]);
  });

  test("[M5] the same change has several owners and collides once with another's", () => {
    const one = amended(call, said(a, "that States should promptly report"), b, c, d);
    const other = amended(call, said(a, "that States may promptly report"), b, c, d);
    const merged = merge(base, [one, other, one]);
    expect(merged.text).toEqual(base);
    expect(shown(merged)).toEqual([["1: text shall/may", "0,2: text shall/should"]]);
  });

  test("[M6] an insertion that touches another's deletion collides", () => {
    const one = amended(call, said(a, "that States shall report"), b, c, d);
    const other = amended(call, said(a, "that States shall promptly and fully report"), b, c, d);
    const merged = merge(base, [one, other]);
    expect(merged.text).toEqual(base);
    expect(shown(merged)).toEqual([["0: text  promptly/", "1: text / and fully"]]);
  });

  test("[M7] insertions at one point stack in the order of what they say, or collide", () => {
    const one = amended(call, said(a, "that States shall promptly report yearly"), b, c, d);
    const other = amended(call, said(a, "that States shall promptly report in writing"), b, c, d);
    for (const currents of [
      [one, other],
      [other, one],
    ]) {
      const line = plainLines(merge(base, currents).text.clauses)[1];
      expect(line).toBe("a)\tthat States shall promptly report in writing yearly");
    }
    const colliding = merge(base, [one, other], { insertions: "collide" });
    expect(colliding.text).toEqual(base);
    expect(shown(colliding)).toEqual([["1: text / in writing", "0: text / yearly"]]);
  });

  test("[M3] changes that would make a word that nobody wrote collide", () => {
    const spaced = text("en", [clause("paragraph", "one , two")]);
    const empty = text("en", [clause("paragraph", "")]);
    const says = (words: string): Text => text("en", [clause("paragraph", words)]);
    const glued = merge(empty, [says("foo"), says("bar")]);
    expect(glued.text).toEqual(empty);
    expect(shown(glued)).toEqual([["1: text /bar", "0: text /foo"]]);
    const spaces = merge(spaced, [says("one two"), says("one ,two"), says("one, two")]);
    expect(plainLines(spaces.text.clauses)[0]).not.toBe("onetwo");
  });

  test("[M6] formatting and other words collide only where they overlap", () => {
    const bold = { ...a, content: content("that States ", run("shall promptly", "bold"), " report") };
    const inside = merge(base, [
      amended(call, bold, b, c, d),
      amended(call, said(a, "that States shall very promptly report"), b, c, d),
    ]);
    expect(inside.collisions).toHaveLength(1);
    const outside = merge(base, [
      amended(call, bold, b, c, d),
      amended(call, said(a, "that States shall promptly report yearly"), b, c, d),
    ]);
    expect(outside.collisions).toEqual([]);
    expect(outside.text.clauses[1]!.content).toEqual(
      content("that States ", run("shall promptly", "bold"), " report yearly"),
    );
  });
});

describe("clauses", () => {
  test("[M8] a suppressed clause collides with every change made in it; labels follow what stands", () => {
    const merged = merge(base, [amended(call, a, c, d), amended(call, a, said(b, "that two funds be set up soon"), c)]);
    expect(plainLines(merged.text.clauses)).toEqual([
      "resolves",
      "a)\tthat States shall promptly report",
      "b)\tthat a fund be set up",
      "c)\tthat the Union help",
    ]);
    expect(shown(merged)).toEqual([["0: suppress that a fund be set up/", "1: text a fund/two funds + text / soon"]]);
  });

  test("[M9] a move and an edit both stand, labels are computed after", () => {
    const merged = merge(base, [amended(call, b, c, d, a), amended(call, said(a, "that States report"), b, c, d)]);
    expect(merged.collisions).toEqual([]);
    expect(plainLines(merged.text.clauses)).toEqual([
      "resolves",
      "a)\tthat a fund be set up",
      "b)\tthat the Union help",
      "c)\tthat a report be made",
      "d)\tthat States report",
    ]);
  });

  test("[M9] a move collides with a move elsewhere and with a suppression", () => {
    const first = amended(call, b, c, a, d);
    const last = amended(call, b, c, d, a);
    expect(merge(base, [first, last]).text).toEqual(base);
    expect(merge(base, [first, last]).collisions).toHaveLength(1);
    expect(merge(base, [first, amended(call, b, c, d)]).collisions).toHaveLength(1);
    expect(merge(base, [first, first]).text).toEqual(first);
  });

  test("[M7] clauses added at one point stack, with names of their own, and what is alike comes once", () => {
    const one = amended(call, a, added("n1", "that time is short"), added("n2", "that all agree"), b, c, d);
    const other = amended(call, a, added("n1", "that money is short"), added("n7", "that all agree"), b, c, d);
    const merged = merge(base, [one, other]);
    expect(plainLines(merged.text.clauses).slice(1, 6)).toEqual([
      "a)\tthat States shall promptly report",
      "b)\tthat money is short",
      "c)\tthat time is short",
      "d)\tthat all agree",
      "e)\tthat a fund be set up",
    ]);
    expect(
      merged.text.clauses
        .map(({ id }) => id)
        .slice(2, 5)
        .sort(),
    ).toEqual(["n1", "n1~2", "n2"]);
    expect(merge(base, [one, other], { insertions: "collide" }).collisions).toHaveLength(1);
    expect(plainLines(merge(base, [one, other], { labels: "keep" }).text.clauses).slice(2, 6)).toEqual([
      "a)bis\tthat money is short",
      "a)ter\tthat time is short",
      "a)quater\tthat all agree",
      "b)\tthat a fund be set up",
    ]);
  });

  test("[M8] a clause added between two that another suppresses collides with that", () => {
    const one = amended(call, a, d);
    const other = amended(call, a, b, added("n1", "that it be large"), c, d);
    const merged = merge(base, [one, other]);
    expect(merged.text).toEqual(base);
    expect(merged.collisions).toHaveLength(1);
    expect(merge(base, [amended(call, a, c, d), other]).collisions).toEqual([]);
  });

  test("[M10] a label that people chose stands, and collides with another", () => {
    const chosen = (label: string): Text => ({ ...base, clauses: [call, a, b, c, { ...d, label }] });
    expect(merge(base, [chosen("x)"), amended(call, b, c, d)]).text.clauses.map(({ label }) => label)).toEqual([
      null,
      "a)",
      "b)",
      "x)",
    ]);
    expect(shown(merge(base, [chosen("x)"), chosen("y)")]))).toEqual([["0: label d)/x)", "1: label d)/y)"]]);
  });

  test("[M11] rows and cells of a table merge like clauses and words", () => {
    const own = text("en", [
      table(
        [
          ["Region", "Sum"],
          ["Africa", "10 million"],
        ],
        { id: "t" },
      ),
    ]);
    const rows = own.clauses[0]!.rows;
    const more = text("en", [table([["Arab States", "5"]], { id: "x" })]).clauses[0]!.rows;
    const with20: Text = JSON.parse(JSON.stringify(own).replace("10 million", "20 million"));
    const longer: Text = { ...own, clauses: [{ ...own.clauses[0]!, rows: [...rows, ...more] }] };
    const shorter: Text = { ...own, clauses: [{ ...own.clauses[0]!, rows: rows.slice(0, 1) }] };
    expect(plainLines(merge(own, [with20, longer]).text.clauses)).toEqual([
      "Region",
      "Sum",
      "Africa",
      "20 million",
      "Arab States",
      "5",
    ]);
    expect(merge(own, [with20, shorter]).collisions).toHaveLength(1);
    expect(merge(own, [with20, shorter]).text).toEqual(own);
  });

  test("[M11] a column of one amendment and a row of another meet in an empty cell; words lost to a column collide", () => {
    const said = (rows: readonly (readonly string[])[]): string[] => rows.map((cells) => cells.join(" | "));
    const grid = (rows: readonly (readonly string[])[]) => text("en", [table(rows, { id: "t" })]);
    const shownRows = (given: Text) =>
      said(given.clauses[0]!.rows.map(({ cells }) => cells.map(({ clauses }) => plainLines(clauses).join())));
    const own = grid([
      ["Region", "Sum"],
      ["Africa", "10"],
    ]);
    const [head, africa] = own.clauses[0]!.rows;
    const cells = text("en", [table([["2030"], ["12"]], { id: "new" })]).clauses[0]!.rows.map((row) => row.cells[0]!);
    const more = text("en", [table([["Arab States", "5"]], { id: "x" })]).clauses[0]!.rows;
    const rowsOf = (rows: Clause["rows"]): Text => ({ ...own, clauses: [{ ...own.clauses[0]!, rows }] });
    const wider = rowsOf([head!, africa!].map((row, r) => ({ ...row, cells: [...row.cells, cells[r]!] })));
    const longer = rowsOf([head!, africa!, ...more]);
    const narrower = rowsOf([head!, africa!].map((row) => ({ ...row, cells: row.cells.slice(0, 1) })));
    expect(shownRows(merge(own, [wider, longer]).text)).toEqual([
      "Region | Sum | 2030",
      "Africa | 10 | 12",
      "Arab States | 5 | ",
    ]);
    expect(shownRows(merge(own, [wider, narrower]).text)).toEqual(["Region | 2030", "Africa | 12"]);
    expect(merge(own, [longer, narrower]).collisions).toHaveLength(1);
    expect(merge(own, [longer, narrower]).text).toEqual(own);
  });

  test("[M12] a footnote collides with its anchor, and comes under a name of its own", () => {
    const noted = (words: string, note: string): Text => ({
      language: "en",
      clauses: [
        call,
        { ...a, content: content(words, anchor("f1")) },
        b,
        c,
        d,
        clause("footnote", note, { id: "f1", label: "1" }),
      ],
    });
    const merged = merge(base, [
      noted("that States shall promptly report", "Every year."),
      amended(call, a, said(b, "that funds be set up"), c, d),
    ]);
    expect(merged.collisions).toEqual([]);
    const clash = merge(base, [
      noted("that States shall promptly reply", "Every year."),
      amended(call, said(a, "that States shall promptly answer"), b, c, d),
    ]);
    expect(clash.text).toEqual(base);
    expect(clash.collisions).toHaveLength(1);
    const both = merge(base, [
      noted("that States shall promptly report", "Every year."),
      {
        ...noted("", "In writing."),
        clauses: [
          call,
          a,
          { ...b, content: content("that a fund be set up", anchor("f1")) },
          c,
          d,
          clause("footnote", "In writing.", { id: "f1", label: "1" }),
        ],
      },
    ]);
    const named = both.text.clauses.flatMap((one) =>
      one.content.flatMap((piece) => (piece.type === "anchor" ? [piece.footnote] : [])),
    );
    const notes = both.text.clauses.filter(({ kind }) => kind === "footnote");
    expect(named.map((id) => plainLines(notes.filter((note) => note.id === id)))).toEqual([
      ["1\tEvery year."],
      ["2\tIn writing."],
    ]);
    expect(notes.map(({ id }) => id)).toEqual(named);
  });
});

test("amendments in another language are refused", () => {
  expect(() => merge(base, [{ ...base, language: "fr" }])).toThrow('the base is in "en", amendment 1 in "fr"');
});

// Found by the laws: of letters that are both Latin and Cyrillic a label follows in one amendment and is chosen in another.
test("[M4] a label that is chosen in one amendment and follows in another is chosen, in whatever order", () => {
  const labels = ["a)", "b)", "с)", "d)", "е)", "f)"];
  const list = labels.map((label, i) => item(label, `слово ${i}`, { id: `c${i + 1}`, level: 1 }));
  const [c1, c2, c3, ...rest] = list as [Clause, Clause, Clause, ...Clause[]];
  const added = (id: string, label: string) => item(label, "Государства", { id, level: 1 });
  const russian = { language: "ru", clauses: list } as const;
  const currents = [
    { ...russian, clauses: [c1, added("n3", "а)"), { ...c3, label: "b)" }, added("n1", "с)"), ...rest] },
    { ...russian, clauses: [{ ...c2, label: "a)" }, { ...c3, label: "b)" }, { ...c1, label: "с)" }, ...rest] },
  ];
  const labelsOf = (some: readonly Text[]) => merge(russian, some).text.clauses.map(({ label }) => label);
  expect(labelsOf(currents)).toEqual(labelsOf(currents.toReversed()));
});
