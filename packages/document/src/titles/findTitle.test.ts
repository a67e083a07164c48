import { expect, test } from "vitest";
import { isLanguage } from "../language.ts";
import { findTitle } from "./findTitle.ts";
import { term } from "./term.ts";

test.each([
  ["en", "RESOLUTION 85 (Rev. Kigali, 2022)", "resolution 85 Kigali 2022 revised"],
  ["en", "DRAFT NEW RESOLUTION [ARB-2] (BUENOS AIRES, 2017)", "draft resolution ARB-2 BUENOS AIRES 2017"],
  ["en", "RESOLUTION ITU-R 1-8", "resolution ITU-R 1-8"],
  ["en", "DECISION 5", "decision 5"],
  ["fr", "RÉSOLUTION 2 (Rév. Dubaï, 2018)", "resolution 2 Dubaï 2018 revised"],
  ["es", "RECOMENDACIÓN 22 (Dubái, 2018)", "recommendation 22 Dubái 2018"],
  ["ru", "РЕЗОЛЮЦИЯ 2 (Пересм. Дубай, 2018 г.)", "resolution 2 Дубай 2018 revised"],
  ["ar", "القـرار 2 (المراجَع في دبي، 2018)", "resolution 2 دبي 2018 revised"],
  ["ar", "مشروع القرار الجديد [ARB-2] (دبي، 2018)", "draft resolution ARB-2 دبي 2018"],
  ["zh", "第2号决议（2018年，迪拜，修订版）", "resolution 2 迪拜 2018 revised"],
  ["zh", "新决议草案[IAP-1]（2022年，基加利）", "draft resolution IAP-1 基加利 2022"],
])("%s %s", (language, line, expected) => {
  const title = isLanguage(language) ? findTitle(line, language) : null;
  const parts = [
    title?.draft && "draft",
    title?.kind,
    title?.number,
    title?.city,
    title?.year,
    title?.revised && "revised",
  ];
  expect(parts.filter(Boolean).join(" ")).toBe(expected);
});

test.each(["Resolution", "Resolution 50 was adopted", "", "2 (Dubai, 2018)"])("%j is none", (line) => {
  expect(findTitle(line, "en")).toBeNull();
});

test("terms", () => {
  expect([term("reasons", "fr"), term("annex", "zh"), term("summary", "ar")]).toEqual(["Motifs:", "附件", "ملخص:"]);
});
