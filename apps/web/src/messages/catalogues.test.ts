import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { languages } from "@plenary/document";
import { describe, expect, test } from "vitest";

const plural = /_(zero|one|two|few|many|other)$/;
const stemOf = (key: string): string => key.replace(plural, "");

function catalogue(language: string): Map<string, string> {
  const read: unknown = JSON.parse(readFileSync(join(import.meta.dirname, `${language}.json`), "utf8"));
  return new Map(Object.entries(Object(read)).map(([key, value]) => [key, String(value)]));
}

const english = catalogue("en");
const stems = new Set([...english.keys()].map(stemOf));
const pluralStems = new Set([...english.keys()].filter((key) => plural.test(key)).map(stemOf));
const blanks = (message: string): string[] => [...message.matchAll(/\{\{\w+\}\}/g)].map(([blank]) => blank).toSorted();

describe.each([...languages])("the messages in %s", (language) => {
  const messages = catalogue(language);

  test("are those of English, none empty", () => {
    expect(new Set([...messages.keys()].map(stemOf))).toEqual(stems);
    expect([...messages].filter(([, message]) => message.trim() === "")).toEqual([]);
  });

  test("have exactly the plural forms of the language", () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const stem of pluralStems) {
      const given = [...messages.keys()].filter((key) => stemOf(key) === stem);
      expect(given.map((key) => key.slice(stem.length + 1)).toSorted()).toEqual(categories);
    }
  });

  test("have the blanks of the English ones", () => {
    for (const [key, message] of messages)
      if (!plural.test(key)) expect([key, blanks(message)]).toEqual([key, blanks(english.get(key) ?? "")]);
  });
});

test("every message that the page asks for is there, and none beside them", () => {
  const root = join(import.meta.dirname, "..");
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(?<!\.test)\.tsx?$/.test(path),
  );
  const source = sources.map((path) => readFileSync(join(root, path), "utf8")).join("\n");
  const asked = [...source.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key]) => key ?? "");
  expect(asked.filter((key) => !stems.has(key))).toEqual([]);
  const composed =
    /^(area|role|theme|mode|view|table|saving|export|format|kind|verdict|state|part|all|bulk|decided|checks|note|insert|webhooks|refusal)\./;
  expect([...stems].filter((key) => !composed.test(key) && !source.includes(`"${key}"`))).toEqual([]);
});
