import { findOpener, flatten, parseText, relabel } from "@plenary/document";
import { readText, replaceText, writeText } from "@plenary/collab";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { sampleConference } from "./sample-conference.ts";

const { texts, drafts, people, groups } = sampleConference;

describe.each(texts)("$id", ({ text }) => {
  test("is a text, whose labels run as the conventions have them", () => {
    expect(parseText(JSON.parse(JSON.stringify(text)))).toEqual(text);
    expect(relabel(text, text.clauses)).toBe(text.clauses);
  });

  test("begins every section with a known opener", () => {
    const calls = text.clauses.filter(({ kind }) => kind === "call").map(({ content }) => flatten(content));
    expect(calls.filter((line) => findOpener(line, text.language) === null)).toEqual([]);
  });

  test("separates its items and ends its sections", () => {
    const body = text.clauses.filter(({ kind }) => kind === "call" || kind === "item" || kind === "paragraph");
    const wrong = body.filter((clause, i) => {
      const last = clause.content.at(-1);
      const words = last?.type === "text" ? last.text : "";
      const end = body[i + 1]?.kind === "item" ? /[;；؛]$/u : /[,，،.。]$/u;
      return clause.kind === "item" && !end.test(words);
    });
    expect(wrong).toEqual([]);
  });
});

test.each(drafts)("$number can be written as a live text and read back", ({ text, current }) => {
  const published = texts.find(({ id }) => id === text)?.text;
  if (!published) throw new Error(`no text ${text}`);
  const doc = new Y.Doc();
  writeText(doc, published);
  replaceText(doc, published, current);
  expect(readText(doc, published)).toEqual(current);
});

test("every role is there, and every group has delegates and a coordinator", () => {
  expect(new Set(people.map(({ role }) => role)).size).toBe(6);
  for (const { code } of groups) {
    const roles = people.filter(({ group }) => group === code).map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(["delegate", "coordinator"]));
  }
});
