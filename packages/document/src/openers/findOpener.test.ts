import { describe, expect, test } from "vitest";
import { isLanguage, languages } from "../language.ts";
import { findOpener } from "./findOpener.ts";
import { isOpening } from "./isOpening.ts";

describe("findOpener", () => {
  test.each([
    ["en", "considering", "considering"],
    ["en", "recalling further", "recalling"],
    ["en", "instructs the Director of the Bureau, in collaboration with the other Directors", "instructs"],
    ["en", "resolves to invite Member States", "invites"],
    ["fr", "considérant en outre", "considering"],
    ["fr", "décide de charger le Secrétaire général", "instructs"],
    ["es", "reconociendo además", "recognizing"],
    ["es", "resuelve encargar al Director", "instructs"],
    ["ru", "учитывая,", "considering"],
    ["ru", "с удовлетворением отмечая", "noting"],
    ["ru", "решает поручить Директору", "instructs"],
    ["ar", "إذ يذكّر", "recalling"],
    ["ar", "وإذ تضع في اعتبارها كذلك", "considering"],
    ["ar", "يكلف الأمين العام", "instructs"],
    ["ar", "تقرر", "resolves"],
    ["zh", "进一步认识到", "recognizing"],
    ["zh", "责成电信发展局主任与其他局主任协作", "instructs"],
    ["zh", "做出决议，责成秘书长", "instructs"],
    ["zh", "做出决议", "resolves"],
  ])("%s %s", (language, line, key) => {
    expect(isLanguage(language) && findOpener(line, language)?.key).toBe(key);
  });

  test.each([
    ["en", "noting that the matter is open;"],
    ["en", "invitescape"],
    ["en", "The Secretary-General reports."],
    ["zh", "请理事会将本报告记录在案。"],
    ["ru", "решающий"],
    ["ar", "يكلفون"],
  ])("%s %s is none", (language, line) => {
    expect(isLanguage(language) && findOpener(line, language)).toBeNull();
  });

  test("the empty line is none", () => {
    expect(languages.map((language) => findOpener("", language))).toEqual(languages.map(() => null));
  });
});

describe("isOpening", () => {
  test.each([
    ["en", "The World Telecommunication Development Conference (Kigali, 2022),"],
    ["en", "The Plenipotentiary Conference of the International Telecommunication Union (Bucharest, 2022),"],
    ["fr", "L'Assemblée mondiale de normalisation des télécommunications (Hammamet, 2016),"],
    ["es", "La Conferencia Mundial de Radiocomunicaciones (Dubái, 2023),"],
    ["ru", "Всемирная конференция по развитию электросвязи (Кигали, 2022 г.),"],
    ["ar", "إن المؤتمر العالمي لتنمية الاتصالات (كيغالي، 2022)،"],
    ["zh", "世界电信发展大会（2022年，基加利），"],
  ])("%s %s", (language, line) => {
    expect(isLanguage(language) && isOpening(line, language)).toBe(true);
  });

  test("a sentence about the body is none", () => {
    expect(isOpening("The Council approved the report.", "en")).toBe(false);
    expect(isOpening("理事会批准了报告。", "zh")).toBe(false);
  });
});
