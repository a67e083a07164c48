import { compare } from "@plenary/diff";
import { type Clause, clause, flatten, item, languages, parseText, text } from "@plenary/document";
import { arbitraryEdit, arbitraryText } from "@plenary/document/arbitrary";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AknError } from "./aknError.ts";
import { readAkn } from "./readAkn.ts";
import { writeAkn } from "./write/writeAkn.ts";
import { writeMarkedAkn } from "./write/writeMarkedAkn.ts";

const space = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"';

function statement(inside: string, language = "eng", notes = ""): string {
  return `<akomaNtoso ${space}><statement name="resolution"><meta><identification source="#x"><FRBRExpression>
    <FRBRlanguage language="${language}"/></FRBRExpression></identification>${notes}</meta>${inside}</statement></akomaNtoso>`;
}

function read(inside: string, language?: string, notes?: string): readonly (readonly unknown[])[] {
  const [one] = readAkn(statement(inside, language, notes)).texts;
  return one!.text.clauses.map(short);
}

function short({ kind, level, label, content }: Clause): readonly unknown[] {
  return [kind, level, label, flatten(content)];
}

describe("readAkn on what others wrote", () => {
  it("reads preface, recitals, containers and lists into clauses with their labels and levels", () => {
    const clauses = read(`
      <preface><p><docNumber>RESOLUTION 5</docNumber> <docTitle>On
        order</docTitle></p><p>(Porto, 2023)</p></preface>
      <preamble><formula name="enactingFormula"><p>The Council,</p></formula>
        <container name="considering"><p><i>considering</i></p>
          <blockList><listIntroduction>the following:</listIntroduction>
            <item><num>a)</num><p>that it <i>is</i> so;</p><blockList><item><num>i)</num><p>deep</p></item></blockList></item>
          </blockList></container></preamble>
      <mainBody><hcontainer name="resolves"><heading>resolves</heading>
        <paragraph><num>1</num><intro><p>to act:</p></intro><point><num>a)</num><content><p>now;</p></content></point></paragraph>
        <paragraph><num>2</num><subparagraph><num>2.1</num><content><p>then.</p></content></subparagraph></paragraph>
      </hcontainer></mainBody>
      <attachments><attachment><heading>ANNEX 1</heading><doc name="annex"><mainBody><section><num>1</num><heading>Scope</heading>
        <content><p>All of it.</p></content></section></mainBody></doc></attachment></attachments>`);
    expect(clauses).toEqual([
      ["number", 0, null, "RESOLUTION 5"],
      ["title", 0, null, "On order"],
      ["reference", 0, null, "(Porto, 2023)"],
      ["opening", 0, null, "The Council,"],
      ["call", 0, null, "considering"],
      ["paragraph", 0, null, "the following:"],
      ["item", 0, "a)", "that it is so;"],
      ["item", 1, "i)", "deep"],
      ["call", 0, null, "resolves"],
      ["item", 0, "1", "to act:"],
      ["item", 1, "a)", "now;"],
      ["item", 0, "2", ""],
      ["item", 1, "2.1", "then."],
      ["annexNumber", 0, null, "ANNEX 1"],
      ["heading", 1, "1", "Scope"],
      ["paragraph", 0, null, "All of it."],
    ]);
  });

  it("reads footnotes of both kinds, tables, breaks, and the words that stand when changes are accepted", () => {
    const source = statement(
      `<mainBody><p>One<authorialNote marker="*"><p>First</p><p>note</p></authorialNote>, two<noteRef href="#n"/> and
        <del>old</del><ins>new</ins><br/> <b> bold </b>end</p>
        <table><tr><th><p>Head</p></th><td><p>x</p><p>y</p></td></tr><tr><td/><td><p>z</p></td></tr></table></mainBody>`,
      "fra",
      '<notes source="#x"><note eId="n" marker="2"><p>Second</p></note></notes>',
    );
    const { text } = readAkn(source).texts[0]!;
    expect(text.language).toBe("fr");
    expect(text.clauses.map(short)).toEqual([
      ["paragraph", 0, null, "One\uFFFC, two\uFFFC and new\u2028bold end"],
      ["table", 0, null, ""],
      ["footnote", 0, "*", "First\u2028note"],
      ["footnote", 0, "2", "Second"],
    ]);
    const cells = text.clauses[1]!.rows.map((row) =>
      row.cells.map((cell) => cell.clauses.map((each) => flatten(each.content))),
    );
    expect(cells).toEqual([
      [["Head"], ["x", "y"]],
      [[], ["z"]],
    ]);
    const anchors = text.clauses[0]!.content.filter((piece) => piece.type === "anchor");
    expect(anchors.map(({ footnote }) => footnote)).toEqual(text.clauses.slice(2).map(({ id }) => id));
  });

  it("mends what is glued where the clauses around show it, and leaves the rest with a note", () => {
    const paragraph = (num: string, said: string) =>
      `<paragraph>${num === "" ? "" : `<num>${num}</num>`}<content><p>${said}</p></content></paragraph>`;
    const source = statement(`<mainBody><hcontainer name="resolves"><heading>resolves</heading>
      ${paragraph("", "1 that work goes on;")}${paragraph("2", "to end it, instructs the Secretary-General")}
      ${paragraph("1", "to a) write; b) read;")}${paragraph("2", `1 000 people ${"x".repeat(3000)}`)}
      ${paragraph("a)", "one; b) two; and c) three; ANNEX 1 TO RESOLUTION 5 (PORTO, 2023) Words")}
      </hcontainer></mainBody>`);
    const { texts, notes } = readAkn(source);
    expect(
      texts[0]!.text.clauses.map((each) => short(each).slice(2)).filter(([, said]) => String(said).length < 99),
    ).toEqual([
      [null, "resolves"],
      ["1", "that work goes on;"],
      ["2", "to end it,"],
      [null, "instructs the Secretary-General"],
      ["1", "to a) write; b) read;"],
      ["a)", "one;"],
      ["b)", "two; and"],
      ["c)", "three;"],
      [null, "ANNEX 1 TO RESOLUTION 5 (PORTO, 2023)"],
      [null, "Words"],
    ]);
    expect(notes.map(({ kind }) => kind)).toEqual(["label", "annex", "call", "item", "item", "unread"]);
  });

  it("finds out the language where none is declared", () => {
    const source = statement("<mainBody><p>大会注意到电信发展的重要性，并决定继续工作。</p></mainBody>", "mul");
    expect(readAkn(source).texts[0]!.text.language).toBe("zh");
    expect(readAkn(source, { language: "fr" }).texts[0]!.text.language).toBe("fr");
  });
});

describe("readAkn on an own file that others went on with", () => {
  it("keeps the lines they added, with their labels", () => {
    const xml = writeAkn(text("en", [clause("call", "resolves"), item("1", "to act;")]));
    const paragraph = "<paragraph><num>2</num><content><p>to <b>wait</b>;</p></content></paragraph></hcontainer>";
    const given = readAkn(xml.replace("</hcontainer>", paragraph)).texts[0]!.text;
    expect(given.clauses.map(short)).toEqual([
      ["call", 0, null, "resolves"],
      ["item", 0, "1", "to act;"],
      ["item", 0, "2", "to wait;"],
    ]);
    expect(parseText(given)).toEqual(given);
  });
});

describe("readAkn refuses", () => {
  const refused = (xml: string, said: RegExp): void => {
    expect(() => readAkn(xml)).toThrow(AknError);
    expect(() => readAkn(xml)).toThrow(said);
  };

  it("what is no XML, no Akoma Ntoso, or holds no text", () => {
    refused("", /not well-formed/);
    refused("RESOLUTION 5", /not well-formed/);
    refused(statement("<mainBody>"), /not well-formed/);
    refused("<html/>", /no Akoma Ntoso/);
    refused(`<akomaNtoso ${space}><amendmentList/></akomaNtoso>`, /holds no text/);
  });

  it("document types and entities, before anything is expanded", () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    refused(bomb + statement("<mainBody><p>&b;</p></mainBody>"), /document type/);
    refused(statement("<mainBody><p>&b;</p></mainBody>"), /not well-formed/);
  });

  it("what nests too deeply or is too large", () => {
    refused(statement(`<mainBody>${"<p>".repeat(300)}${"</p>".repeat(300)}</mainBody>`), /too deeply/);
    refused(" ".repeat(64 * 1024 * 1024 + 1), /too large/);
  });

  it("own files whose ids were tampered with", () => {
    const xml = writeAkn({
      language: "en",
      clauses: [1, 2].map((n): Clause => ({
        id: `c${n}`,
        kind: "paragraph",
        level: 0,
        label: null,
        content: [{ type: "text", text: "x" }],
        rows: [],
      })),
    });
    refused(xml.replace('p:id="c2"', 'p:id="c1"'), /used twice/);
  });

  it("or reads whatever is left of a file that was cut, doubled and overwritten at random", () => {
    const files = fc
      .constantFrom(...languages)
      .chain((language) =>
        arbitraryText(language).chain((base) =>
          arbitraryEdit(base).map((current) => writeMarkedAkn(compare(base, current, { ids: "trusted" }))),
        ),
      );
    const harm = fc.record({
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat({ max: 200 }),
      said: fc.oneof(fc.constantFrom("", "<", "</p>", "<num>9</num>", '"', "&amp;", "#", "<del>", "none"), fc.string()),
      times: fc.nat({ max: 2 }),
    });
    let survived = 0;
    fc.assert(
      fc.property(files, fc.array(harm, { minLength: 1, maxLength: 3 }), (file, harms) => {
        let xml = file;
        for (const { from, length, said, times } of harms) {
          const at = Math.floor(from * xml.length);
          xml = xml.slice(0, at) + said + xml.slice(at, at + length).repeat(times) + xml.slice(at + length);
        }
        try {
          for (const { text } of readAkn(xml).texts) expect(parseText(text)).toEqual(text);
          survived += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(AknError);
        }
      }),
      { numRuns: 400 },
    );
    expect(survived).toBeGreaterThan(0);
  });
});
