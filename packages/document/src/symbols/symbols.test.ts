import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amendmentSymbols, parseSymbol, profiles } from "./amendmentSymbol.ts";
import { type ProposalNumber, parseProposalNumber, printProposalNumber } from "./proposalNumber.ts";
import { squareBrackets } from "./squareBrackets.ts";

describe("symbols", () => {
  test("every symbol is read back; old and plain forms are accepted", () => {
    expect(amendmentSymbols.map(parseSymbol)).toEqual(amendmentSymbols);
    expect(["UNOC", "(ADD)", " mod ", "XYZ", ""].map(parseSymbol)).toEqual([
      "NOC underlined",
      "ADD*",
      "MOD",
      null,
      null,
    ]);
  });

  test("ADD is not for a part of a resolution of a development conference", () => {
    expect(profiles.WTDC.provision).not.toContain("ADD");
    expect(profiles.WTDC.text).toContain("ADD");
  });
});

describe("proposal numbers", () => {
  test.each(["IAP/24A13/1", "EUR/16A2R1/3#1234", "ARG/B/CHL/5/3"])("%s", (said) => {
    const number = parseProposalNumber(said);
    expect(number && printProposalNumber(number)).toBe(said);
  });

  test("printed and read back", () => {
    const part = fc.option(fc.nat());
    const authors = fc.array(fc.constantFrom("EUR", "B", "ARG"), { minLength: 1, maxLength: 3 });
    const number: fc.Arbitrary<ProposalNumber> = fc.record({
      authors,
      document: fc.nat(),
      addendum: part,
      revision: part,
      sequence: fc.nat(),
      system: part,
    });
    fc.assert(
      fc.property(number, (given) => {
        expect(parseProposalNumber(printProposalNumber(given))).toEqual(given);
      }),
    );
  });

  test.each(["", "EUR", "EUR/16", "eur/16/1", "EUR/16A/1"])("%j is none", (said) => {
    expect(parseProposalNumber(said)).toBeNull();
  });
});

describe("square brackets", () => {
  test("nested and unpaired", () => {
    expect(squareBrackets("[a [b] c] d] [e")).toEqual({
      pairs: [
        { from: 0, to: 9 },
        { from: 3, to: 6 },
      ],
      unpaired: [11, 13],
    });
  });
});
