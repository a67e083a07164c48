import { languages } from "@plenary/document";
import { insertables } from "@plenary/editor";
import i18next from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import ar from "../../messages/ar.json" with { type: "json" };
import en from "../../messages/en.json" with { type: "json" };
import es from "../../messages/es.json" with { type: "json" };
import fr from "../../messages/fr.json" with { type: "json" };
import ru from "../../messages/ru.json" with { type: "json" };
import zh from "../../messages/zh.json" with { type: "json" };
import { insertItems } from "./insertItems.ts";

const messages = i18next.createInstance();
const catalogues = { en, fr, es, ru, ar, zh };
beforeAll(() =>
  messages.init({
    lng: "fr",
    keySeparator: false,
    nsSeparator: false,
    resources: Object.fromEntries(languages.map((language) => [language, { translation: catalogues[language] }])),
  }),
);
const found = (words: string, inTable = false): string[] => insertItems(messages, inTable, words).map(({ id }) => id);

describe("what can be inserted", () => {
  test("is all of it for no words, said in the language of the interface", () => {
    expect(found("")).toEqual([...insertables]);
    expect(insertItems(messages, false, "")[0]?.title).toBe(fr["insert.item"]);
  });

  test.each([
    ["footn", "footnote"],
    ["TABLEAU", "table"],
    ["parrafo", "paragraph"],
    ["сноск", "footnote"],
    ["جدول", "table"],
    ["脚注", "footnote"],
  ])("%s finds %s, whatever the language of the interface", (words, id) => {
    expect(found(words)).toEqual([id]);
  });

  test("of what nobody knows is nothing, and in a table rows come first and no table", () => {
    expect(found("xyz")).toEqual([]);
    expect(found("", true).slice(0, 2)).toEqual(["rowAbove", "rowBelow"]);
    expect(found("", true)).not.toContain("table");
  });
});
