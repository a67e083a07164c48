import "./editing/pageGlobals.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { everywhere } from "./editing/everywhere.ts";
import type { Paper } from "./editing/paper.ts";
import { type WirePaper, wirePaper } from "./editing/wirePaper.ts";
import { type TestServer, startTestServer } from "./testServer.ts";

let server: TestServer;
let a: WirePaper;
let b: WirePaper;
beforeEach(async () => {
  server = await startTestServer();
  [a, b] = [await wirePaper(server, "eur"), await wirePaper(server, "eur2")];
});
afterEach(async () => {
  for (const person of [a, b]) person.close();
  await server.close();
});

/** What everybody has, from the clauses that are worked on. */
const met = async (): Promise<string[]> => (await everywhere(server, [a, b])).slice(3);

const one = "to build twelve bridges;";
const two = "to count them every year,";
const once = (said: readonly string[], ...parts: string[]): void => {
  for (const part of parts) expect(said.join("\n").split(part)).toHaveLength(2);
};

const splits = (before: string) => (paper: Paper) => {
  paper.caret(before);
  paper.editor.split();
};
const types = (behind: string, words: string) => (paper: Paper) => {
  paper.caretBehind(behind);
  paper.type(words);
};
const undo = ({ editor }: Paper): void => editor.undo();
const redo = ({ editor }: Paper): void => editor.redo();

describe("two people change the structure at once, through the server, and undo: nothing is lost or doubled", () => {
  it("A splits and B types in the second half", async () => {
    b.leave();
    await a.does(splits(" twelve"));
    await b.does(types(one, " soon"));
    await b.comeBack();
    once(await met(), "to build", "twelve bridges;", " soon");
    await a.does(undo);
    const said = await met();
    expect(said).toHaveLength(2);
    once(said, "to build", "twelve bridges;", " soon", two);
    await b.does(undo);
    expect(await met()).toEqual([one, two]);
  });

  it.each([
    ["A", () => [a, b] as const],
    ["B", () => [b, a] as const],
  ])("both split at the same place, and %s undoes first", async (_first, undoing) => {
    await Promise.all([a.does(splits(" twelve")), b.does(splits(" twelve"))]);
    expect(await met()).toEqual(["to build", "twelve bridges;", two]);
    for (const person of undoing()) {
      await person.does(undo);
      expect(await met()).toEqual([one, two]);
    }
    expect([...a.answers, ...b.answers]).toEqual([200, 200, 200, 200]);
  });

  it("both join the same two", async () => {
    const joins = (paper: Paper): void => {
      paper.caret(two);
      paper.editor.join();
    };
    await Promise.all([a.does(joins), b.does(joins)]);
    expect(await met()).toEqual([`${one} ${two}`]);
    for (const person of [b, a]) {
      await person.does(undo);
      expect(await met()).toEqual([one, two]);
    }
    expect([...a.answers, ...b.answers]).toEqual([200, 200, 200, 200]);
  });

  it("both split at different places", async () => {
    await Promise.all([a.does(splits(" twelve")), b.does(splits(" bridges"))]);
    expect(await met()).toEqual(["to build", "twelve", "bridges;", two]);
    await a.does(undo);
    expect(await met()).toEqual(["to build twelve", "bridges;", two]);
    await b.does(undo);
    expect(await met()).toEqual([one, two]);
  });

  it("A joins two clauses and B types in the second", async () => {
    b.leave();
    await a.does((paper) => {
      paper.caret(two);
      paper.editor.join();
    });
    await b.does(types(two, " at dawn"));
    await b.comeBack();
    const joined = await met();
    expect(joined[0]).toBe(`${one} ${two}`);
    once(joined, one, two, " at dawn");
    await a.does(undo);
    const said = await met();
    expect(said.slice(0, 2)).toEqual([one, two]);
    once(said, one, two, " at dawn");
  });

  it("A moves a clause while B edits it", async () => {
    b.leave();
    await a.does((paper) => paper.editor.moveTo("one", null));
    await b.does(types(one, " soon"));
    await b.comeBack();
    const moved = await met();
    once(moved, one, two, " soon");
    expect(moved.indexOf(one)).toBeGreaterThan(moved.indexOf(two));
    await a.does(undo);
    const said = await met();
    once(said, one, two, " soon");
    expect(said.findIndex((words) => words.includes(one))).toBeLessThan(said.indexOf(two));
  });
});

describe("A undoes a new clause in which B typed: B's words stay, in a clause", () => {
  const added = "to paint them;";
  const opened = async (): Promise<void> => {
    await a.does((paper) => {
      paper.caretBehind(one);
      paper.press("Enter");
      paper.type(added);
    });
    expect(await met()).toEqual([one, added, two]);
  };
  const left = async (id: string): Promise<void> => {
    expect(await met()).toEqual([one, " and mend", two]);
    const clause = b.shown()?.clauses[4];
    expect(clause).toMatchObject({ kind: "item", label: "2", level: 0 });
    expect(clause?.id).toContain(id);
    await a.does(redo);
    expect(await met()).toEqual([one, "to paint and mend them;", two]);
    await a.does(undo);
    expect(await met()).toEqual([one, " and mend", two]);
    await b.does(undo);
    expect((await met()).filter((words) => words !== "")).toEqual([one, two]);
  };

  it("while both are there", async () => {
    await opened();
    const id = a.clause(added);
    await b.does(types("to paint", " and mend"));
    await met();
    await a.does(undo);
    await left(id);
  });

  it("while B is away", async () => {
    await opened();
    const id = a.clause(added);
    b.leave();
    await b.does(types("to paint", " and mend"));
    await a.does(undo);
    await b.comeBack();
    await left(id);
  });

  it("while A is away", async () => {
    await opened();
    const id = a.clause(added);
    a.leave();
    await b.does(types("to paint", " and mend"));
    await a.does(undo);
    await a.comeBack();
    await left(id);
  });

  it("of which A undoes the words alone", async () => {
    await a.does((paper) => {
      paper.caretBehind(one);
      paper.press("Enter");
    });
    const id = a.shown()?.clauses[4]?.id;
    // What is typed after these is a step of its own.
    await a.does(undo);
    await a.does(redo);
    await a.does((paper) => paper.type(added));
    await met();
    a.leave();
    await b.does(types("to paint", " and mend"));
    await a.does(undo);
    await a.comeBack();
    expect(await met()).toEqual([one, " and mend", two]);
    expect(a.shown()?.clauses[4]?.id).toBe(id);
  });
});
