import { expect, it } from "vitest";
import { createLogger } from "./logger.ts";

const clock = (): Date => new Date("2027-05-04T09:00:00Z");

function lines(format: "json" | "text") {
  const written: string[] = [];
  return { written, logger: createLogger({ format, clock, write: (line) => written.push(line) }) };
}

it("writes one JSON object a line, errors with their stack", () => {
  const { written, logger } = lines("json");
  logger.info("request", { method: "GET", status: 200, person: null });
  logger.error(new Error("two\nlines"));
  logger.error("thrown");
  expect(written.every((line) => line.indexOf("\n") === line.length - 1)).toBe(true);
  expect(written.map((line): unknown => JSON.parse(line))).toMatchObject([
    { at: "2027-05-04T09:00:00.000Z", level: "info", message: "request", method: "GET", status: 200, person: null },
    { level: "error", message: "two\nlines", stack: expect.stringContaining("logger.test.ts") },
    { level: "error", message: "thrown" },
  ]);
});

it("writes words for people, without a line for every request", () => {
  const { written, logger } = lines("text");
  logger.info("Plenary is at http://127.0.0.1:4321/");
  logger.info("request", { status: 200 });
  expect(written).toEqual(["Plenary is at http://127.0.0.1:4321/\n"]);
});

it("keeps tickets and passwords out of what errors say", () => {
  for (const format of ["json", "text"] as const) {
    const { written, logger } = lines(format);
    logger.error(new Error("Invalid URL /rooms/d1?x=1&token=abc.def"));
    logger.error(new Error("connect postgres://plenary:hidden@db:5432/plenary failed"));
    expect(written.join("")).not.toMatch(/abc|hidden/);
    expect(written.join("")).toMatch(/rooms\/d1[^]*db:5432/);
  }
});
