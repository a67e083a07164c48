import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { paperKeys, paperSigns } from "@plenary/editor";
import { expect, test } from "vitest";
import { type KnownCommand, commandTable } from "./commandTable.ts";

const root = join(import.meta.dirname, "../../../..");
/** All sources that run in the page, by their path. */
const sources = new Map(
  ["apps/web/src", "packages/editor/src"].flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|^testing\//.test(path))
      .map((path) => [`${part}/${path}`, readFileSync(join(root, part, path), "utf8")] as const),
  ),
);
const known: readonly KnownCommand[] = Object.values(commandTable);
/** Where keys are named: the table of the page, the keys of the paper, and how keys are read and written. */
const sheets = /\/(?:commandTable|paperKeys|chords)\.ts$/;
const hears =
  /onKey(?:Down|Up|Press)=|"key(?:down|up|press)"|handleKey(?:Down|Press)|addKeyboardShortcuts|keydownHandler|useHotkeys/;
/** The keys that erase keep their meaning; the paper hears them so that no words are lost. */
const erasing = /^(?:Backspace|Delete)$/;

test("a key has a line in the sheet of keys: it is named in the tables that the sheet is made of, and nowhere else", () => {
  const name =
    /^(?:[A-Z][a-z]+-)*(?:Escape|Enter|Tab|Space|Backspace|Delete|Arrow\w+|Page\w+|Home|End|F\d+|Key[A-Z]|Digit\d)$/;
  const elsewhere = [...sources].flatMap(([path, source]) =>
    sheets.test(path)
      ? []
      : [...source.matchAll(/["'`]([\w-]+)["'`]|\b(Backspace|Delete|Enter|Escape|Tab): /g)]
          .map(([, quoted, property]) => quoted ?? property ?? "")
          .filter((key) => name.test(key) && !erasing.test(key))
          .map((key) => `${path} ${key}`),
  );
  expect(elsewhere).toEqual([]);
});

test("who hears keys asks the tables what they mean, save who only notes that somebody types", () => {
  const asks = /commandPressed|cardCommand|hearCardKey|meantBy|paperKeys/;
  const deaf = [...sources]
    .filter(([path, source]) => hears.test(source) && !asks.test(source) && !path.endsWith("/live/typingPlugin.ts"))
    .map(([path]) => path);
  expect(deaf).toEqual([]);
  expect([...sources.values()].filter((source) => hears.test(source)).length).toBeGreaterThan(8);
  const compared = [...sources].filter(
    ([path, source]) => !sheets.test(path) && /\b(?:key|code)\)? ?[!=]== ?["']/.test(source),
  );
  expect(compared.map(([path]) => path)).toEqual([]);
});

test("all keys and signs of the paper are in the table", () => {
  const listed = new Set(known.filter(({ heard }) => heard === "paper").flatMap(({ keys }) => keys));
  const own: readonly string[] = [...Object.values(paperKeys), ...Object.values(paperSigns)].flat();
  expect(own.filter((key) => !listed.has(key))).toEqual([]);
});

test("a command with keys that the page hears is done somewhere", () => {
  const done = [...sources]
    .filter(([path]) => !sheets.test(path))
    .map(([, source]) => source)
    .join("\n");
  const unheard = Object.entries(commandTable).filter(
    ([id, { heard, keys }]) =>
      heard !== "paper" && keys.length > 0 && !done.includes(`"${id}"`) && !/^(?:mode|view)\./.test(id),
  );
  expect(unheard.map(([id]) => id)).toEqual([]);
});
