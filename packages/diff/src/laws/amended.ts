import {
  type Clause,
  type Content,
  type Language,
  type Text,
  anchor,
  clause,
  content,
  flatten,
  lineBreak,
  run,
  slice,
  table,
  text,
} from "@plenary/document";
import * as fc from "fast-check";
import { type TableEdit, amendTable, tableEdits } from "./amendedTable.ts";

/** A base and a current text with the ids of the base kept, as a live draft has them. */
export interface Amended {
  readonly base: Text;
  readonly current: Text;
}

const words: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "the",
    "Union",
    "shall",
    "of",
    "developing",
    "countries",
    "(ICT)",
    "1 000",
    "e-health",
    "2022,",
    "f)",
    "naïve",
    "👩‍👩‍👧",
    "🇫🇷",
  ],
  fr: ["l’Union", "doit", "de", "pays", "«", "1 000", "été", "e\u0301te", "aujourd’hui", ";"],
  es: ["la", "Unión", "deberá", "países", "desarrollo", "¿", "18,60", "y"],
  ru: ["Союз", "должен", "в", "странах", "65-ФЗ", "п.", "развития", "и"],
  ar: ["الاتحاد", "المُبَلِّغ", "في", "البلدان", "أ )", "النامية", "١٢٣", "،"],
  zh: ["国际电联", "，", "应", "发展中国家", "2022年", "（ICT）", "基加利", "的", "𠮷野"],
};

const said = (language: Language) =>
  fc
    .array(
      fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...words[language]) }, { weight: 1, arbitrary: fc.string() }),
      {
        maxLength: 14,
      },
    )
    .map((list) => list.join(language === "zh" ? "" : " "));

const inline = (language: Language): fc.Arbitrary<Content> =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: said(language).map((words) => run(words)) },
        { weight: 2, arbitrary: said(language).map((words) => run(words, "italic")) },
        { weight: 1, arbitrary: said(language).map((words) => run(words, "bold", "superscript")) },
        { weight: 1, arbitrary: fc.constant(lineBreak()) },
        { weight: 1, arbitrary: fc.constantFrom(anchor("f1"), anchor("f2")) },
      ),
      { maxLength: 4 },
    )
    .map((pieces) => content(...pieces));

const label = fc.constantFrom(null, "a)", "b)", "1", "2.1", "أ )", "（一）", "–");

const single = (language: Language): fc.Arbitrary<Clause> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.constantFrom("paragraph", "item", "call", "heading"), inline(language), label, fc.nat(2))
        .map(([kind, pieces, label, level]) => clause(kind, pieces, { label, level })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.nat(4))
        .chain(([width, rows]) =>
          fc.array(fc.array(said(language), { minLength: width, maxLength: width }), {
            minLength: 1,
            maxLength: rows + 1,
          }),
        )
        .map((rows) => table(rows)),
    },
  );

const footnotes = (language: Language): fc.Arbitrary<Clause[]> =>
  fc
    .tuple(said(language), said(language))
    .map((both) => both.map((words, i) => clause("footnote", words, { id: `f${i + 1}`, label: `${i + 1}` })));

/** A text of a few clauses, a table now and then, and two footnotes. */
export function texts(language: Language): fc.Arbitrary<Text> {
  return fc
    .tuple(fc.array(single(language), { maxLength: 8 }), footnotes(language))
    .map(([body, notes]) => text(language, [...body, ...notes]));
}

type Edit =
  | { readonly type: "say"; readonly content: Content }
  | { readonly type: "keep" | "drop" }
  | { readonly type: "split"; readonly cuts: readonly number[]; readonly keeper: number; readonly trim: boolean }
  | { readonly type: "merge"; readonly pieces: number; readonly keeper: number; readonly space: string }
  | { readonly type: "label"; readonly label: string | null }
  | { readonly type: "kind" }
  | { readonly type: "row"; readonly cells: readonly string[] }
  | { readonly type: "table"; readonly edits: TableEdit }
  | { readonly type: "move"; readonly to: number }
  | { readonly type: "add"; readonly clause: Clause };

const edits = (language: Language): fc.Arbitrary<Edit> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant({ type: "keep" } as const) },
    { weight: 3, arbitrary: inline(language).map((content) => ({ type: "say", content }) as const) },
    { weight: 2, arbitrary: fc.constant({ type: "drop" } as const) },
    { weight: 2, arbitrary: single(language).map((clause) => ({ type: "add", clause }) as const) },
    { weight: 2, arbitrary: fc.nat(8).map((to) => ({ type: "move", to }) as const) },
    { weight: 1, arbitrary: label.map((label) => ({ type: "label", label }) as const) },
    { weight: 1, arbitrary: fc.constant({ type: "kind" } as const) },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant("split" as const),
        cuts: fc.array(fc.nat(80), { minLength: 1, maxLength: 3 }),
        keeper: fc.nat(3),
        trim: fc.boolean(),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant("merge" as const),
        pieces: fc.integer({ min: 2, max: 3 }),
        keeper: fc.nat(2),
        space: fc.constantFrom("", " ", ", "),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(said(language), said(language)).map((cells) => ({ type: "row", cells }) as const),
    },
    { weight: 4, arbitrary: tableEdits(said(language)).map((edits) => ({ type: "table", edits }) as const) },
  );

/** A text and the same text amended: words, labels, kinds, tables, clauses added, dropped, moved, split and merged. */
export function amendments(language: Language): fc.Arbitrary<Amended> {
  const list = fc.array(edits(language), { minLength: 10, maxLength: 10 });
  return fc.tuple(texts(language), list, list, fc.boolean()).map(([base, once, again, twice]) => ({
    base,
    current: twice ? amend(amend(base, once, "n"), again, "m") : amend(base, once, "n"),
  }));
}

function amend(base: Text, list: readonly Edit[], ids: string): Text {
  const body = base.clauses.filter(({ kind }) => kind !== "footnote");
  const notes = base.clauses.filter(({ kind }) => kind === "footnote");
  const moved: [number, Clause][] = [];
  const gone = new Set<Clause>();
  const out = body.flatMap((one, i): Clause[] => {
    const edit = list[i] ?? { type: "keep" };
    if (gone.has(one)) return [];
    switch (edit.type) {
      case "keep":
        return [one];
      case "drop":
        return [];
      case "say":
        return [one.kind === "table" ? one : { ...one, content: edit.content }];
      case "label":
        return [{ ...one, label: edit.label }];
      case "kind":
        return [one.kind === "table" ? { ...one, level: 1 } : { ...one, kind: "reasons", level: one.level + 1 }];
      case "row":
        return [one.kind === "table" ? withRow(one, edit.cells, `${ids}${i}`) : one];
      case "table":
        return [one.kind === "table" ? amendTable(one, edit.edits, `${ids}${i}`) : one];
      case "move":
        moved.push([edit.to, one]);
        return [];
      case "split":
        return one.kind === "table" ? [one] : split(one, edit, `${ids}${i}`);
      case "merge": {
        const pieces = body.slice(i, i + edit.pieces);
        if (pieces.some(({ kind }) => kind === "table")) return [one];
        for (const piece of pieces) gone.add(piece);
        const { id } = pieces[edit.keeper % pieces.length]!;
        const said = pieces.flatMap((piece, k) => (k === 0 ? piece.content : [run(edit.space), ...piece.content]));
        return [{ ...one, id, content: content(...said) }];
      }
      case "add":
        return [one, named(edit.clause, `${ids}${i}`)];
    }
  });
  for (const [to, one] of moved) out.splice(Math.min(to, out.length), 0, one);
  return { language: base.language, clauses: [...out, ...notes] };
}

function split(one: Clause, edit: Extract<Edit, { readonly type: "split" }>, id: string): Clause[] {
  const { length } = flatten(one.content);
  const cuts = [...new Set(edit.cuts.map((cut) => (length === 0 ? 0 : cut % length)))].sort((a, b) => a - b);
  const points = [0, ...cuts, length];
  return points.slice(1).map((to, k) => {
    const said = slice(one.content, points[k]!, to);
    const last = said.at(-1);
    const trimmed =
      edit.trim && last?.type === "text" ? content(...said.slice(0, -1), { ...last, text: last.text.trimEnd() }) : said;
    const keeps = k === edit.keeper % (points.length - 1);
    return { ...one, id: keeps ? one.id : `${id}.${k}`, content: trimmed, label: k === 0 ? one.label : null };
  });
}

function withRow(one: Clause, cells: readonly string[], id: string): Clause {
  const [row] = text("en", [table([cells], { id })]).clauses[0]!.rows;
  const [first, ...rest] = one.rows;
  return { ...one, rows: [row!, ...(cells[0]!.length % 2 === 0 && first ? [first] : []), ...rest] };
}

function named(one: Clause, id: string): Clause {
  return text("en", [{ ...one, id }]).clauses[0]!;
}
