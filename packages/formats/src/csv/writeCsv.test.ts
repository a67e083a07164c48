import { expect, it } from "vitest";
import { writeCsv } from "./writeCsv.ts";

it("writes files that spreadsheets read as they are, and run nothing of", () => {
  expect(
    writeCsv([
      ["a", 'say "no"'],
      ["=1+1", "-x\n"],
    ]),
  ).toBe('\uFEFF"a","say ""no"""\r\n"\'=1+1","\'-x\n"\r\n');
  for (const formula of ["=1", "+1", "-1", "@a", "\t=1", "＝1", "  =1"])
    expect(writeCsv([[formula]])).toBe(`\uFEFF"'${formula}"\r\n`);
  expect(writeCsv([])).toBe("\uFEFF");
});
