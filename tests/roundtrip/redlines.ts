import type { CellRedline, ClauseRedline, ClauseSymbol, Redline, RowRedline, Segment } from "@plenary/diff";
import {
  type Clause,
  type Content,
  type Inline,
  type Language,
  anchor,
  clause,
  lineBreak,
  normalise,
  run,
} from "@plenary/document";
import fc from "fast-check";

const word = fc.constantFrom(
  "resolves ",
  "to note",
  "учитывая",
  "大会",
  "注意到，",
  "إذ يضع",
  'a < b & "c"',
  "x\u2011y",
  "tab\there",
  "\u0001",
  "\ud800",
  " ",
  "😀",
);
const mark = fc.constantFrom("bold" as const, "italic" as const, "underline" as const, "superscript" as const);
const piece: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(word, fc.uniqueArray(mark, { maxLength: 2 })).map(([text, given]) => run(text, ...given)),
  },
  { weight: 1, arbitrary: fc.constant(lineBreak()) },
);
const segment = fc.record({
  op: fc.constantFrom("=" as const, "-" as const, "+" as const),
  content: fc.array(piece, { minLength: 1, maxLength: 3 }).map(normalise),
});
const label = fc.option(fc.constantFrom("a)", "b)", "1", "2.1", "–", "أ )", "b)bis"));
const kind = fc.constantFrom(
  "item" as const,
  "paragraph" as const,
  "heading" as const,
  "call" as const,
  "reasons" as const,
);

interface Paragraph {
  readonly fate: "=" | "-" | "+" | "move";
  readonly segments: readonly Segment[];
  readonly labels: readonly [string | null, string | null];
  readonly kinds: readonly [
    "item" | "paragraph" | "heading" | "call" | "reasons",
    "item" | "paragraph" | "heading" | "call" | "reasons",
  ];
  readonly note: "none" | "kept" | "deleted" | "inserted" | "changed";
}

const paragraph: fc.Arbitrary<Paragraph> = fc.record({
  fate: fc.constantFrom("=" as const, "=" as const, "-" as const, "+" as const, "move" as const),
  segments: fc.array(segment, { maxLength: 5 }),
  labels: fc.tuple(label, label),
  kinds: fc.tuple(kind, kind),
  note: fc.constantFrom(
    "none" as const,
    "none" as const,
    "kept" as const,
    "deleted" as const,
    "inserted" as const,
    "changed" as const,
  ),
});

const cell = fc.array(fc.record({ ...fields(), fate: fc.constantFrom("=" as const, "-" as const, "+" as const) }), {
  maxLength: 2,
});
const row = fc.record({
  fate: fc.constantFrom("=" as const, "=" as const, "-" as const, "+" as const),
  cells: fc.array(
    fc.record({
      fate: fc.constantFrom("=" as const, "=" as const, "=" as const, "-" as const, "+" as const),
      said: cell,
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
const table = fc.record({ rows: fc.array(row, { minLength: 1, maxLength: 3 }) });

function fields() {
  return {
    segments: fc.array(segment, { maxLength: 3 }),
    labels: fc.tuple(label, label),
    kinds: fc.tuple(kind, kind),
    note: fc.constant("none" as const),
  };
}

/** A redline of random amendments: all kinds of changes of clauses, tables and footnotes. `after` places moves. */
export const redlines: fc.Arbitrary<Redline> = fc
  .record({
    blocks: fc.array(fc.oneof({ weight: 5, arbitrary: paragraph }, { weight: 1, arbitrary: table }), {
      minLength: 1,
      maxLength: 9,
    }),
    places: fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
    language: fc.constantFrom<Language>("en", "zh", "ar"),
  })
  .map(({ blocks, places, language }) => build(blocks, places, language));

type TableSpec = typeof table extends fc.Arbitrary<infer T> ? T : never;

function build(blocks: readonly (Paragraph | TableSpec)[], places: readonly number[], language: Language): Redline {
  const entries: ClauseRedline[] = [];
  const notes: ClauseRedline[] = [];
  const moved: [number, ClauseRedline][] = [];
  blocks.forEach((block, i) => {
    if ("rows" in block) entries.push(tableEntry(block, `t${i}`));
    else if (block.fate === "move") {
      const to = withNote(entryOf({ ...block, fate: "=" }, `m${i}`), block.note, notes);
      entries.push({ ...to, symbol: "NOC", current: null, move: "from", segments: [], changes: [] });
      moved.push([places[i] ?? 0, { ...to, move: "to" }]);
    } else entries.push(withNote(entryOf({ ...block, fate: block.fate }, `p${i}`), block.note, notes));
  });
  for (const [place, entry] of moved) entries.splice(place % (entries.length + 1), 0, entry);
  const all = [...entries, ...notes];
  const side = (name: "base" | "current", hidden: "from" | "to"): Clause[] =>
    all.flatMap((entry) => (entry[name] && entry.move !== hidden ? [entry[name]] : []));
  return {
    base: { language, clauses: side("base", "to") },
    current: { language, clauses: side("current", "from") },
    clauses: all,
    changes: [],
  };
}

const joined = (segments: readonly Segment[], left: "-" | "+"): Content =>
  normalise(segments.filter(({ op }) => op !== left).flatMap(({ content }) => content));
const symbolOf: Record<"=" | "-" | "+", ClauseSymbol> = { "=": "MOD", "-": "SUP", "+": "ADD" };

function entryOf(spec: Omit<Paragraph, "fate"> & { readonly fate: "=" | "-" | "+" }, id: string): ClauseRedline {
  const base = clause(spec.kinds[0], joined(spec.segments, "+"), { id, label: spec.labels[0] });
  const current = clause(spec.kinds[1], joined(spec.segments, "-"), { id, label: spec.labels[1] });
  const { fate } = spec;
  return {
    symbol: symbolOf[fate],
    base: fate === "+" ? null : base,
    current: fate === "-" ? null : current,
    move: null,
    segments: fate === "=" ? spec.segments : [{ op: fate, content: (fate === "-" ? base : current).content }],
    rows: [],
    changes: [],
  };
}

/** The entry with an anchor after its content and the footnote's entry among `notes`. */
function withNote(entry: ClauseRedline, note: Paragraph["note"], notes: ClauseRedline[]): ClauseRedline {
  if (note === "none") return entry;
  const id = `n${notes.length}`;
  const fate =
    note === "deleted" || entry.current === null ? "-" : note === "inserted" || entry.base === null ? "+" : "=";
  const said = { kinds: ["paragraph", "paragraph"], labels: [null, null], note: "none" } as const;
  const words: Segment[] = [
    { op: "=", content: [run("note ")] },
    { op: note === "changed" ? "-" : "=", content: [run("old")] },
    { op: note === "changed" ? "+" : "=", content: [run("new")] },
  ];
  const made = entryOf({ ...said, segments: words, fate }, id);
  const named = (given: Clause | null): Clause | null =>
    given && { ...given, kind: "footnote", label: String(notes.length + 1) };
  notes.push({ ...made, base: named(made.base), current: named(made.current) });
  const added = (given: Clause | null, op: "-" | "+"): Clause | null =>
    given && fate !== op ? { ...given, content: [...given.content, anchor(id)] } : given;
  return {
    ...entry,
    base: added(entry.base, "+"),
    current: added(entry.current, "-"),
    segments: [...entry.segments, { op: fate, content: [anchor(id)] }],
  };
}

function tableEntry(spec: TableSpec, id: string): ClauseRedline {
  const rows = spec.rows.map((given, r): RowRedline => {
    const cells = given.cells.map((one, c): CellRedline => {
      // A row of both texts has at least one cell in each.
      const fate = given.fate !== "=" ? given.fate : c === 0 ? "=" : one.fate;
      const clauses = one.said.map((said, i) =>
        entryOf({ ...said, fate: fate === "=" ? said.fate : fate }, `${id}.${r}.${c}.${i}`),
      );
      const side = (name: "base" | "current") => ({
        id: `${id}.${r}.${c}`,
        clauses: clauses.flatMap((entry) => entry[name] ?? []),
      });
      return {
        symbol: symbolOf[fate],
        base: fate === "+" ? null : side("base"),
        current: fate === "-" ? null : side("current"),
        clauses,
      };
    });
    const side = (name: "base" | "current") => ({ id: `${id}.${r}`, cells: cells.flatMap((one) => one[name] ?? []) });
    return {
      symbol: symbolOf[given.fate],
      base: given.fate === "+" ? null : side("base"),
      current: given.fate === "-" ? null : side("current"),
      cells,
    };
  });
  const side = (name: "base" | "current"): Clause =>
    clause("table", [], { id, rows: rows.flatMap((one) => one[name] ?? []) });
  const base = rows.some((one) => one.base) ? side("base") : null;
  const current = rows.some((one) => one.current) ? side("current") : null;
  return {
    symbol: base ? (current ? "MOD" : "SUP") : "ADD",
    base,
    current,
    move: null,
    segments: [],
    rows,
    changes: [],
  };
}
