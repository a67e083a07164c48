import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Language, languages } from "@plenary/document";
import { type TFunction, createInstance } from "i18next";
import { describe, expect, test } from "vitest";
import { interpolation } from "../frame/messages.ts";
import { blanksFormatter, localeOf, numberIn } from "../language/numbers.ts";

const plural = /_(zero|one|two|few|many|other)$/;

function catalogue(language: string): Readonly<Record<string, string>> {
  const read: unknown = JSON.parse(readFileSync(join(import.meta.dirname, `${language}.json`), "utf8"));
  return Object.fromEntries(Object.entries(Object(read)).map(([key, value]) => [key, String(value)]));
}

async function sayer(language: Language): Promise<TFunction> {
  const options = { lng: language, fallbackLng: false, keySeparator: false, nsSeparator: false } as const;
  return createInstance()
    .use(blanksFormatter)
    .init({
      ...options,
      interpolation,
      resources: { [language]: { translation: catalogue(language) } },
    });
}

/** Every message is asked for by a name that the types do not know here. */
const said = (t: TFunction, key: string, values: object): string => String(Reflect.apply(t, undefined, [key, values]));

describe.each([...languages])("numbers in the messages in %s", (language) => {
  const messages = catalogue(language);
  const keys = Object.keys(messages);

  test("stand in every blank as Intl writes them", async () => {
    const t = await sayer(language);
    const written = new Intl.NumberFormat(localeOf(language)).format(1_234_567);
    let blanks = 0;
    for (const key of keys) {
      const names = [...(messages[key] ?? "").matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "");
      const values = Object.fromEntries(names.map((name) => [name, 1_234_567]));
      if (names.length === 0 || (plural.test(key) && !key.endsWith(`_${category(language, 1_234_567)}`))) continue;
      const line = said(t, key.replace(plural, ""), { ...values, count: 1_234_567 });
      expect([key, line.split(written).length - 1]).toEqual([key, names.length]);
      expect(line).not.toContain("1234567");
      blanks += names.length;
    }
    expect(blanks).toBeGreaterThan(60);
  });

  test("choose the plural form of the language", async () => {
    const t = await sayer(language);
    const stems = new Set(keys.filter((key) => plural.test(key)).map((key) => key.replace(plural, "")));
    for (const stem of stems)
      for (const count of [
        0, 1, 2, 3, 4, 5, 10, 11, 12, 14, 20, 21, 22, 25, 99, 100, 101, 102, 103, 111, 1001, 1_000_000,
      ]) {
        const form = messages[`${stem}_${category(language, count)}`] ?? "";
        expect([stem, count, said(t, stem, { count })]).toEqual([
          stem,
          count,
          form.replaceAll("{{count}}", numberIn(language, count)),
        ]);
      }
  });
});

test.each([
  ["en", 1234, "1,234 changes"],
  ["fr", 1234, "1\u202F234 modifications"],
  ["fr", 0, "0 modification"],
  ["es", 12_345, "12.345 cambios"],
  ["ru", 1, "1 изменение"],
  ["ru", 2, "2 изменения"],
  ["ru", 5, "5 изменений"],
  ["ru", 11, "11 изменений"],
  ["ru", 21, "21 изменение"],
  ["ru", 12_322, "12\u00A0322 изменения"],
  ["ar", 1, "تغيير واحد"],
  ["ar", 2, "تغييران"],
  ["ar", 3, "3 تغييرات"],
  ["ar", 11, "11 تغييراً"],
  ["ar", 100, "100 تغيير"],
  ["ar", 1103, "1,103 تغييرات"],
  ["zh", 1234, "1,234 处修改"],
] as const)("in %s, %d changes", async (language, count, wanted) => {
  expect(said(await sayer(language), "changes.count", { count })).toBe(wanted);
});

test("Arabic has the digits 0 to 9 in numbers, dates and percents", () => {
  const at = new Date(Date.UTC(2027, 4, 14, 10));
  const written = [
    numberIn("ar", 1_234_567),
    new Intl.DateTimeFormat(localeOf("ar"), { dateStyle: "medium", timeStyle: "short" }).format(at),
    new Intl.NumberFormat(localeOf("ar"), { style: "percent" }).format(0.46),
  ].join(" ");
  expect(written).toMatch(/1,234,567.*2027.*46/);
  expect(written).not.toMatch(/[\u0660-\u0669]/);
});

test("numbers, dates and percents are written by the one locale, wherever they are written", () => {
  const root = join(import.meta.dirname, "..");
  const own = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
    .filter((path) =>
      /Intl\.(?:NumberFormat|DateTimeFormat)\((?!localeOf\()|\.toLocale(?:Date|Time)?String\(/.test(
        readFileSync(join(root, path), "utf8"),
      ),
    );
  expect(own).toEqual([]);
});

function category(language: Language, count: number): Intl.LDMLPluralRule {
  return new Intl.PluralRules(language).select(count);
}
