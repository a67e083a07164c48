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
