import { describe, expect, test } from "vitest";
import { diffText } from "../diffText.ts";

function printed(base: string, current: string, language: string): string {
  const hunks = diffText(base, current, { language });
  const side = (op: string) => hunks.map(([one, said]) => (one === "=" || one === op ? said : "")).join("");
  expect(side("-")).toBe(base);
  expect(side("+")).toBe(current);
  return hunks.map(([op, said]) => (op === "=" ? said : op === "-" ? `[-${said}-]` : `{+${said}+}`)).join("");
}

describe("phrases", () => {
  test("[T1] single characters that an enumeration comma joins are one term", () => {
    expect(printed("报告区、县主管部门", "报告区主管部门", "zh")).toBe("报告[-区、县-]{+区+}主管部门");
    expect(printed("报告省、市、县主管部门", "报告省、市主管部门", "zh")).toBe("报告[-省、市、县-]{+省、市+}主管部门");
    expect(printed("由省、自治区和军队选出", "由省和军队选出", "zh")).toBe("由省[-、自治区-]和军队选出");
  });

  test("[T5] a word that moves around what is kept takes it along, also beside a replacement", () => {
    expect(
      printed("by advanced registered nurse practitioners here", "by advanced practice registered nurses here", "en"),
    ).toBe("by advanced [-registered nurse practitioners-]{+practice registered nurses+} here");
    expect(printed("aunque falta N1 de la lista", "aunque N1 falta en la lista", "es")).toBe(
      "aunque [-falta N1 de-]{+N1 falta en+} la lista",
    );
    expect(printed("se mide fácilmente con ensayos", "se prueba facilmente si se mide por ensayos", "es")).toBe(
      "se [-mide fácilmente con-]{+prueba facilmente si se mide por+} ensayos",
    );
    // Forms of one word share six letters, or half of them.
    expect(printed("all disabled pensioners who", "all pensioners with disabilities who", "en")).toBe(
      "all[- disabled-] pensioners{+ with disabilities+} who",
    );
  });

  test("[T7] the first of two words that share a part is no word without the second", () => {
    expect(
      printed(
        "Rente (§ 2 des Bundesalters- und Kindergesetzes), soweit",
        "Rente nach dem Bundesalters- und Kindergesetz, soweit",
        "de",
      ),
    ).toBe("Rente [-(§ 2 des Bundesalters- und Kindergesetzes)-]{+nach dem Bundesalters- und Kindergesetz+}, soweit");
    expect(printed("die Kranken- und Unfallkasse", "die Kranken- und Rentenkasse", "de")).toBe(
      "die Kranken- und [-Unfallkasse-]{+Rentenkasse+}",
    );
  });

  test("[P4] the number of an article is a change of its own", () => {
    expect(printed("第二条 市和区、县人民政府", "市和区人民政府", "zh")).toBe(
      "[-第二条 -]市和[-区、县-]{+区+}人民政府",
    );
    expect(printed("第二条 城市应当", "第三条 乡镇应当", "zh")).toBe("[-第二条-]{+第三条+} [-城市-]{+乡镇+}应当");
    expect(printed("第二条 城市", "乡镇", "zh")).toBe("[-第二条 城市-]{+乡镇+}");
  });

  test("[P5] a clause that comes or goes behind a replaced word is a change of its own", () => {
    expect(printed("健全法制，自力更生", "健全法治，贯彻新理念，自力更生", "zh")).toBe(
      "健全[-法制-]{+法治+}，{+贯彻新理念，+}自力更生",
    );
    expect(printed("健全法治，贯彻新理念，自力更生", "健全法制，自力更生", "zh")).toBe(
      "健全[-法治-]{+法制+}，[-贯彻新理念，-]自力更生",
    );
  });

  test("[P6] a sentence that was mostly rewritten is replaced from its first change to its last", () => {
    expect(
      printed(
        "It met. The committee shall examine every report of its members and forward them to the council. It rose.",
        "It met. A secretariat will read all accounts of national delegations and send summaries to each government. It rose.",
        "en",
      ),
    ).toBe(
      "It met. [-The committee shall examine every report of its members and forward them to the council-]" +
        "{+A secretariat will read all accounts of national delegations and send summaries to each government+}. It rose.",
    );
  });
});
