// @vitest-environment happy-dom
import { newId, runCommand } from "@plenary/collab";
import { expect, it } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { caret, type } from "../testing/drive.ts";
import { freshCopy, freshDraft, openDraft, sync } from "../testing/openDraft.ts";

const soon = { timeout: 10_000, interval: 5 };

/** A paper on a draft, and where the others are told that its caret is: the clause and the offset. */
function openWithOthers() {
  const awareness = new Awareness(freshDraft());
  const draft = openDraft(awareness.doc, undefined, "marked", awareness);
  const place = (end: "anchor" | "head") => {
    const cursor: Record<typeof end, Y.RelativePosition> | null | undefined = awareness.getLocalState()?.["cursor"];
    const there = cursor && Y.createAbsolutePositionFromRelativePosition(cursor[end], draft.doc);
    const clause = there?.type.parent;
    return there && clause instanceof Y.XmlElement ? `${clause.getAttribute("id")}:${there.index}` : null;
  };
  return { awareness, draft, place };
}

it("tells where the caret is once what moved it is painted, and that it went with the focus", async () => {
  const { awareness, draft, place } = openWithOthers();
  draft.view.focus();
  caret(draft, "c4", 4, 9);
  expect(place("head")).toBeNull();
  await expect.poll(() => place("anchor"), soon).toBe("c4:4");
  expect(place("head")).toBe("c4:9");
  let told = 0;
  awareness.on("change", () => told++);
  caret(draft, "c4", 4);
  for (const letter of "sea ") type(draft, letter);
  await expect.poll(() => place("head"), soon).toBe("c4:8");
  expect(told).toBe(1);
  draft.view.dom.blur();
  await expect.poll(() => place("head"), soon).toBeNull();
});

it("tells it when another person moved its clause, and not when they wrote elsewhere", async () => {
  const { awareness, draft, place } = openWithOthers();
  const theirs = freshCopy(draft);
  draft.view.focus();
  caret(draft, "c4", 4);
  await expect.poll(() => place("head"), soon).toBe("c4:4");
  let told = 0;
  awareness.on("update", () => told++);
  const line = theirs.getXmlFragment("text").get(2);
  const words = line instanceof Y.XmlElement ? line.get(0) : null;
  if (words instanceof Y.XmlText) words.insert(0, "so ");
  sync(draft.doc, theirs);
  runCommand(theirs, draft.base, { command: "move", clause: "c4", before: "c7" }, newId());
  sync(draft.doc, theirs);
  expect(place("head")).toBe("c4:0");
  await expect.poll(() => place("head"), soon).toBe("c4:4");
  expect(told).toBe(1);
});
