import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffText } from "./diffText.ts";

function printed(base: string, current: string, language: string, budget?: number): string {
  const hunks = diffText(base, current, budget === undefined ? { language } : { language, budget });
  const side = (op: string) =>
    hunks
      .filter(([one]) => one === "=" || one === op)
      .map(([, said]) => said)
      .join("");
  expect(side("-")).toBe(base);
  expect(side("+")).toBe(current);
  return hunks.map(([op, said]) => (op === "=" ? said : op === "-" ? `[-${said}-]` : `{+${said}+}`)).join("");
}

describe("the redline of two strings", () => {
  test("[T1] enumerators, figures with separators, amounts and compounds are replaced whole", () => {
    expect(printed("(37) of the Radio Regulations 3.4.3", "(43) of the Radio Regulations 3.4.2", "en")).toBe(
      "[-(37)-]{+(43)+} of the Radio Regulations [-3.4.3-]{+3.4.2+}",
    );
    expect(printed("pay $1,000 now", "pay $1,500 now", "en")).toBe("pay [-$1,000-]{+$1,500+} now");
    expect(printed("the e-health plan", "the e-waste plan", "en")).toBe("the [-e-health-]{+e-waste+} plan");
    expect(printed("f)\tthe plan", "e)\tthe plan", "en")).toBe("[-f)-]{+e)+}\tthe plan");
  });

  test("[T1] documents, compounds with figures or slashes and endings in brackets are replaced whole", () => {
    expect(
      printed("see 2002/24 in the second edition of 800-63", "see 2002/25 in the second edition of 800-64", "en"),
    ).toBe("see [-2002/24-]{+2002/25+} in the second edition of [-800-63-]{+800-64+}");
    expect(printed("a 12-month term", "a 18-month term", "en")).toBe("a [-12-month-]{+18-month+} term");
    expect(printed("закон 65-ФЗ принят", "закон 66-ФЗ принят", "ru")).toBe("закон [-65-ФЗ-]{+66-ФЗ+} принят");
    expect(printed("networks and/or services", "networks or services", "en")).toBe(
      "networks [-and/or-]{+or+} services",
    );
    expect(printed("the section(s) below", "the chapter(s) below", "en")).toBe(
      "the [-section(s)-]{+chapter(s)+} below",
    );
    expect(printed("by 31 December 2025 at", "by 31 December 2026 at", "en")).toBe(
      "by 31 December [-2025-]{+2026+} at",
    );
  });

  test("[T5] a phrase whose words come back in another order or form is replaced whole", () => {
    expect(
      printed("a licensed registered nurse practitioner here", "a licensed practising registered nurse here", "en"),
    ).toBe("a licensed [-registered nurse practitioner-]{+practising registered nurse+} here");
    expect(printed("معايير مقبولة السلوك هنا", "معايير السلوك المقبول هنا", "ar")).toBe(
      "معايير [-مقبولة السلوك-]{+السلوك المقبول+} هنا",
    );
    // Words that merely stand on either side stay apart.
    expect(printed("the open registered session shall", "the registered session hall shall", "en")).toBe(
      "the[- open-] registered session{+ hall+} shall",
    );
  });

  test("[T6] a demonstrative takes its noun with it when what follows the noun changes too", () => {
    expect(diffText("أن هذه الندوة ناقشت", "أن الندوة السنوية للخبراء ناقشت", { language: "ar" })).toEqual([
      ["=", "أن "],
      ["-", "هذه الندوة"],
      ["+", "الندوة السنوية للخبراء"],
      ["=", " ناقشت"],
    ]);
    expect(diffText("that this seminar met", "that seminar met", { language: "en" })).toEqual([
      ["=", "that"],
      ["-", " this"],
      ["=", " seminar met"],
    ]);
  });

  test("[P3] a closing bracket stays with the opening one that is kept before the replacement", () => {
    expect(printed("(see Table 5) is given", "(see Figure 7) was shown", "en")).toBe(
      "(see [-Table 5-]{+Figure 7+}) [-is given-]{+was shown+}",
    );
    expect(printed("over [first, last) only", "over all of [first, last) twice", "en")).toBe(
      "over{+ all of+} [first, last) [-only-]{+twice+}",
    );
  });

  test("[T2] a Chinese date with its city is replaced whole, not letter by letter", () => {
    expect(printed("第85号决议（2017年，布宜诺斯艾利斯）", "第85号决议（2022年，基加利）", "zh")).toBe(
      "第85号决议（[-2017年，布宜诺斯艾利斯-]{+2022年，基加利+}）",
    );
  });

  test("[T3] a letter is never parted from its marks, an emoji or a flag from its parts", () => {
    expect(printed("المُبَلِّغ عن", "المبلغ عن", "ar")).toBe("[-المُبَلِّغ-]{+المبلغ+} عن");
    expect(printed("👩‍👩‍👧 ok", "👩‍👩‍👦 ok", "en")).toBe("[-👩‍👩‍👧-]{+👩‍👩‍👦+} ok");
    expect(printed("own a pointer", "own an object", "en")).toBe("own [-a pointer-]{+an object+}");
  });

  test("[T4] little words between two rewritten stretches go under, much that is kept stays", () => {
    expect(printed("Busan, 2014) of", "Rev. Dubai, 2018) of", "en")).toBe("[-Busan, 2014-]{+Rev. Dubai, 2018+}) of");
  });

  test("[P1] an insertion takes the space before it", () => {
    expect(printed("to draw up a report", "to draw up and/or update a report", "en")).toBe(
      "to draw up{+ and/or update+} a report",
    );
  });

  test("[T4] what is kept between an insertion and a deletion after it goes under, the other way round it stays", () => {
    expect(printed("the state nursing care quality commission and", "the state board of nursing and", "en")).toBe(
      "the state [-nursing care quality commission-]{+board of nursing+} and",
    );
    expect(
      printed("a reconstructed unitary matrix of order", "a reconstructed matrix with errors of order", "en"),
    ).toBe("a reconstructed[- unitary-] matrix{+ with errors+} of order");
  });

  test("[P1] a sentence put before one that begins alike is inserted whole", () => {
    const kept = "During the second period the fund pays for upkeep.";
    const other = "During the first period the fund pays for buildings alone.";
    expect(printed(`It was set up. ${kept}`, `It was set up. ${other} ${kept}`, "en")).toBe(
      `It was set up.{+ ${other}+} ${kept}`,
    );
  });

  test("[P2] the spaces that both sides of a replacement share stand outside it", () => {
    expect(
      printed(
        "that energy and connectivity should be planned together",
        "that energy and connectivity must be planned and paid for together",
        "en",
      ),
    ).toBe("that energy and connectivity [-should-]{+must+} be planned{+ and paid for+} together");
    // An insertion slides to the deletion after it, which makes them one replacement.
    expect(printed("together for and and be", "together for and energy be", "en")).toBe(
      "together for and [-and-]{+energy+} be",
    );
    const word = fc.constantFrom("the", "Union", "shall", "be", "planned", "and", "and", ",", ";", "", "1 000");
    const list = fc.array(word, { maxLength: 14 });
    const edits = fc.array(fc.tuple(fc.nat(14), fc.nat(2), fc.array(word, { maxLength: 3 })), { maxLength: 4 });
    fc.assert(
      fc.property(list, edits, (base, edits) => {
        const current = [...base];
        for (const [at, gone, come] of edits) current.splice(at, gone, ...come);
        const hunks = diffText(base.join(" "), current.join(" "), { language: "en" });
        hunks.slice(1).forEach(([op, said], i) => {
          const [before, other] = hunks[i]!;
          expect(`${before}${op}`).not.toMatch(/--|\+\+|==|\+-/);
          if (before !== "-" || op !== "+") return;
          expect(said.startsWith(" ") && other.startsWith(" ")).toBe(false);
          expect(said.endsWith(" ") && other.endsWith(" ")).toBe(false);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test("[B1] beyond the budget a stretch is replaced whole", () => {
    expect(printed("one two", "two one", "en", 1)).toBe("[-one two-]{+two one+}");
  });

  test("[L1] both strings can be read out of any redline, and no cluster is cut", () => {
    const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });
    const bounds = (said: string) => new Set([...clusters.segment(said)].map(({ index }) => index).concat(said.length));
    const said = fc.array(
      fc.oneof(
        fc.constantFrom("a", " ", "é", "e\u0301", "👩‍👩‍👧", "国", "1", "(a)", "\r\n"),
        fc.string({ unit: "grapheme" }),
      ),
      {
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(said, said, fc.constantFrom("en", "zh", "ar"), (one, other, language) => {
        const [base, current] = [one.join(""), other.join("")];
        printed(base, current, language);
        let at = 0;
        for (const [op, text] of diffText(base, current, { language })) {
          if (op === "+") continue;
          expect(bounds(base).has(at)).toBe(true);
          at += text.length;
        }
      }),
    );
  });
});
