import { expect, test } from "vitest";
import type { Command } from "./command.ts";
import type { CommandArea } from "./commandTable.ts";
import { findCommands } from "./findCommands.ts";

function command(area: CommandArea, title: string, hint?: string, able = true): Command {
  return {
    id: title,
    area,
    title,
    ...(hint === undefined ? {} : { hint }),
    keys: [],
    run: able ? () => undefined : null,
  };
}

const all = [
  command("general", "Thème : sombre"),
  command("clause", "Join to the one above"),
  command("clause", "Split at the caret", undefined, false),
  command("go", "resolves 2", "to invite all administrations to take part"),
  command("go", "administrations", "a heading"),
  command("go", "يقرر ٣", "أن يدعو الإدارات"),
];
const found = (sought: string): string[] =>
  findCommands(all, sought).flatMap(({ commands }) => commands.map(({ id }) => id));

test("for no words what can be done is listed by area; where to go and what can't be done are not", () => {
  expect(found("")).toEqual(["Join to the one above", "Thème : sombre"]);
});

test.each([
  ["theme", ["Thème : sombre"]],
  ["administrations", ["administrations", "resolves 2"]],
  ["resolves part", ["resolves 2"]],
  ["الادارات", ["يقرر ٣"]],
  ["split", []],
])("%s", (sought, expected) => {
  expect(found(sought)).toEqual(expected);
});

test("of many clauses the best forty are listed", () => {
  const many = Array.from({ length: 300 }, (_, i) => command("go", `resolves ${i}`));
  expect(findCommands(many, "resolves")[0]?.commands).toHaveLength(40);
});
