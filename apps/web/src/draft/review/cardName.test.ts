import { compare, summaries } from "@plenary/diff";
import { type Language, clause, content, item, text } from "@plenary/document";
import { createInstance } from "i18next";
import { expect, test } from "vitest";
import { interpolation } from "../../frame/messages.ts";
import { blanksFormatter } from "../../language/numbers.ts";
import ar from "../../messages/ar.json" with { type: "json" };
import en from "../../messages/en.json" with { type: "json" };
import es from "../../messages/es.json" with { type: "json" };
import fr from "../../messages/fr.json" with { type: "json" };
import ru from "../../messages/ru.json" with { type: "json" };
import zh from "../../messages/zh.json" with { type: "json" };
import { cardName } from "./cardName.ts";

const catalogues = { en, fr, es, ru, ar, zh };
const said: Readonly<Record<Language, string>> = {
  en: "Change 12 of 40: IAP, Deleted “shall” in resolves 3",
  fr: "Modification 12 sur 40 : IAP, Suppression de «\u00A0shall\u00A0» au point 3 de «\u00A0resolves\u00A0»",
  es: "Cambio 12 de 40: IAP, Supresión de «shall» en el punto 3 de «resolves»",
  ru: "Изменение 12 из 40: IAP, Удалено «shall» в пункте 3 раздела «resolves»",
  ar: "التغيير 12 من 40: IAP، حذف «\u2068shall\u2069» في الفقرة \u20683\u2069 من «\u2068resolves\u2069»",
  zh: "第12处修改，共40处：IAP，在“resolves”3中删除“shall”",
};

const base = text("en", [
  clause("call", "resolves", { id: "call" }),
  item("1", "to build bridges;", { id: "one" }),
  item("2", "to paint them;", { id: "two" }),
  item("3", "that each bridge shall be open", { id: "three" }),
]);
const current = {
  ...base,
  clauses: base.clauses.map((one) =>
    one.id === "three" ? { ...one, content: content("that each bridge be open") } : one,
  ),
};
const redline = compare(base, current);
const [change] = redline.changes;

test.each(Object.entries(said))(
  "who hears the page in %s hears which change of how many, whose, what and where",
  async (tongue, line) => {
    const language = tongue as Language;
    const t = await createInstance()
      .use(blanksFormatter)
      .init({
        lng: language,
        fallbackLng: false,
        keySeparator: false,
        nsSeparator: false,
        interpolation,
        resources: { [language]: { translation: catalogues[language] } },
      });
    const summary = summaries(language)(redline).get(change?.id ?? "") ?? "";
    const authors = [{ name: "Nadia Abebe", group: "IAP", at: "2027-05-04T10:00:00Z" }];
    const heard = cardName(t, language, { summary }, authors, { number: 12, count: 40 });
    expect(heard).toBe(line);
  },
);
