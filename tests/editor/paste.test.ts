import { accept, compare, reject } from "@plenary/diff";
import { type Clause, clause, flatten, item, plainText, table, text } from "@plenary/document";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { googleDocs, hostilePage, pageWithNotes, plain, word } from "./clipboard/clipboards.ts";
import { type RealPaper, startPaper } from "./realPaper.ts";

const published = text("en", [
  clause("call", "recalling"),
  item("a)", "the needs of small harbours;"),
  item("b)", "the report of the first forum;"),
  clause("paragraph", "Channels in use:"),
  table([["North", "12"]]),
  clause("paragraph", "Adopted at the lakeside."),
]);

let paper: RealPaper;
beforeAll(async () => {
  paper = await startPaper();
});
afterAll(() => paper.stop());
beforeEach(() => paper.open(published));

/** Pastes at the browser's caret, as a program's clipboard would. */
async function paste(data: { html?: string; text?: string }): Promise<void> {
  await paper.page.evaluate(({ html, text: words }) => {
    const clipboardData = new DataTransfer();
    if (html !== undefined) clipboardData.setData("text/html", html);
    if (words !== undefined) clipboardData.setData("text/plain", words);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.querySelector(".ProseMirror")?.dispatchEvent(event);
  }, data);
}

const clauses = (): Promise<readonly Clause[]> => paper.page.evaluate(() => window.bench.clauses());
const line = ({ kind, level, label, content, rows }: Clause): string =>
  kind === "table"
    ? rows
        .map(({ cells }) => cells.map((cell) => cell.clauses.map((one) => flatten(one.content)).join("/")).join("|"))
        .join("‖")
    : `${kind}${level} ${label ?? ""}: ${marked(content)}`;
const signs = { bold: "*", italic: "_", underline: "=", subscript: "~", superscript: "^" } as const;
const marked = (content: Clause["content"]): string =>
  content
    .map((piece) => {
      if (piece.type !== "text") return piece.type === "break" ? "⏎" : "†";
      const around = (piece.marks ?? []).map((mark) => signs[mark]).join("");
      return `${around}${piece.text}${around}`;
    })
    .join("");

/** What must be true after any paste: published ids as they were, all other ids new and single, the laws, one undo. */
async function lawful(): Promise<void> {
  const now = await clauses();
  const deep = (one: Clause): string[] => [
    one.id,
    ...one.rows.flatMap((row) => [row.id, ...row.cells.flatMap((cell) => [cell.id, ...cell.clauses.flatMap(deep)])]),
  ];
  const ids = now.flatMap(deep);
  expect(new Set(ids).size).toBe(ids.length);
  const mine = new Set(published.clauses.flatMap(deep));
  for (const id of ids) expect(mine.has(id) || id.startsWith("add-")).toBe(true);
  const current = { ...published, clauses: now };
  const redline = compare(published, current, { ids: "trusted" });
  expect(plainText(accept(redline))).toBe(plainText(current));
  expect(plainText(reject(redline))).toBe(plainText(published));
  for (const one of now)
    for (const row of one.rows)
      for (const cell of row.cells) for (const inner of cell.clauses) expect(inner.rows).toEqual([]);
  await paper.page.evaluate(() => window.bench.editor().undo());
  expect(await paper.said()).toEqual(published.clauses.map(({ content }) => flatten(content)));
}

describe("what is pasted at the end of a paragraph keeps its structure", () => {
  beforeEach(() => paper.select("c6", "Adopted at the lakeside.".length));
  const added = async (): Promise<string[]> => (await clauses()).slice(5).map(line);

  it("from Word", async () => {
    await paste({ html: word, text: "Lights" });
    expect(await added()).toEqual([
      "paragraph0 : Adopted at the lakeside.Lights",
      "call0 : resolves",
      "item0 a): to keep every *harbour* light lit;",
      "item1 –: at night,",
      "paragraph0 : Water is H~2~O† and _cold_.",
      "item0 1: to count them.",
      "Harbour|Light‖North|",
      "footnote0 1: When it is liquid.",
    ]);
    await lawful();
  });

  it("from Google Docs", async () => {
    await paste({ html: googleDocs });
    expect(await added()).toEqual([
      "paragraph0 : Adopted at the lakeside.Lights",
      "item0 c): to keep every *harbour* light lit;",
      "item1 i): _at night,_",
      "paragraph0 : Water is H~2~O.",
      "North|red",
    ]);
    await lawful();
  });

  it("from a web page, and nothing hostile or hidden comes along", async () => {
    await paste({ html: hostilePage });
    expect(await added()).toEqual([
      "paragraph0 : Adopted at the lakeside.Lights",
      "paragraph0 : Read _this_ and that.",
      "paragraph0 : Seen all.",
      "paragraph0 : one",
      "item1 –: two",
      "laid|out",
      expect.stringMatching(/^paragraph0 : <b>not bold<\/b>/),
    ]);
    expect(await paper.page.evaluate(() => Reflect.get(window, "bad"))).toBeUndefined();
    expect(await paper.page.locator(".ProseMirror").locator("script, img, a, svg, iframe, [onclick]").count()).toBe(0);
    await lawful();
  });

  it("with its footnotes", async () => {
    await paste({ html: pageWithNotes });
    const now = await clauses();
    expect(now.slice(5).map(line)).toEqual([
      "paragraph0 : Adopted at the lakeside.First† and second†.",
      "footnote0 1: One",
      "footnote0 2: Two",
    ]);
    const marks = now[5]!.content.flatMap((piece) => (piece.type === "anchor" ? [piece.footnote] : []));
    expect(marks).toEqual(now.slice(6).map(({ id }) => id));
    await lawful();
  });

  it("from plain text", async () => {
    await paste({ text: plain });
    expect(await added()).toEqual([
      "paragraph0 : Adopted at the lakeside.Points:",
      "item0 c): first;",
      "item0 d): second;",
      "item0 –: a dash",
      "item0 1: to go on",
    ]);
    await lawful();
  });
});

describe("a paste", () => {
  it("inside a published clause writes into it, and goes on in its list below", async () => {
    await paper.select("c2", 4);
    await paste({ html: "<ol><li>many </li><li>further needs;<ul><li>at sea;</li></ul></li></ol>" });
    expect((await clauses()).slice(1, 5).map(line)).toEqual([
      "item0 a): the manyneeds of small harbours;",
      "item0 b): further needs;",
      "item1 –: at sea;",
      "item0 c): the report of the first forum;",
    ]);
    await lawful();
  });

  it("of words alone joins the sentence, with a line break where the source has one", async () => {
    await paper.select("c2", 4, 9);
    await paste({ html: "<meta charset='utf-8'><span>wishes<br>and <b>needs</b></span>" });
    expect((await clauses()).slice(1, 3).map(line)).toEqual([
      "item0 a): the wishes⏎and *needs* of small harbours;",
      "item0 b): the report of the first forum;",
    ]);
    await lawful();
  });

  it("over a selection across clauses keeps them apart", async () => {
    await paper.selectAcross(["c2", 4], ["c3", 4]);
    await paste({ html: "<p>calm</p><p>and storm</p>" });
    expect((await clauses()).slice(1, 4).map(line)).toEqual([
      "item0 a): the calm",
      "item0 b): and storm",
      "item0 c): report of the first forum;",
    ]);
    await lawful();
  });

  it("in a cell of a table stays in the cell, as clauses one below the other", async () => {
    await paper.page.locator("td", { hasText: "12" }).click();
    await paper.page.keyboard.press("End");
    await paste({ html: word });
    const cells = (await clauses())[4]!.rows.flatMap((row) => row.cells);
    expect(cells).toHaveLength(2);
    expect(cells[1]!.clauses.slice(0, 3).map(line)).toEqual([
      "paragraph0 : 12Lights",
      "call0 : resolves",
      "item0 a): to keep every *harbour* light lit;",
    ]);
    expect(await clauses()).toHaveLength(published.clauses.length);
    await lawful();
  });

  it("that equals a clause leaves that clause its id", async () => {
    await paper.select("c3", "the report of the first forum;".length);
    await paste({ html: "<p> twice</p><p>the report of the first forum;</p>" });
    const now = await clauses();
    expect(now.slice(2, 4).map(({ id, content }) => [id.slice(0, 3), flatten(content)])).toEqual([
      ["c3", "the report of the first forum;twice"],
      ["add", "the report of the first forum;"],
    ]);
    await lawful();
  });

  it("longer than any text is refused, and says so", async () => {
    await paper.select("c2", 4);
    await paste({ text: "a line\n".repeat(5001) });
    await paste({ html: `<p>${"long ".repeat(130_000)}</p>` });
    expect(await paper.said()).toEqual(published.clauses.map(({ content }) => flatten(content)));
    expect(await paper.page.evaluate(() => window.bench.refused())).toBe(2);
  });

  it("is one step by itself: typing before it stays when it is undone", async () => {
    await paper.select("c2", 4);
    await paper.page.keyboard.type("old ");
    await paste({ html: "<p>big </p><p>more</p>" });
    await paper.page.keyboard.type("!");
    const undo = () => paper.page.evaluate(() => window.bench.editor().undo());
    await undo();
    expect((await paper.said()).slice(1, 3)).toEqual(["the old bigneeds of small harbours;", "more"]);
    await undo();
    expect((await paper.said())[1]).toBe("the old needs of small harbours;");
    await undo();
    expect((await paper.said())[1]).toBe("the needs of small harbours;");
  });
});
