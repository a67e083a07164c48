import { describe, expect, test } from "vitest";
import { type Pressed, ariaChord, chordName, isPressed, writes } from "./chords.ts";
import { type KnownCommand, commandTable } from "./commandTable.ts";

function press(key: string, code: string, held: Partial<Pressed> = {}): Pressed {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe("a chord is what was pressed", () => {
  test.each([
    ["Mod-k", press("k", "KeyK", { ctrlKey: true }), false, true],
    ["Mod-k", press("k", "KeyK", { metaKey: true }), true, true],
    ["Mod-k", press("k", "KeyK", { metaKey: true }), false, false],
    ["Mod-k", press("k", "KeyK", { ctrlKey: true, shiftKey: true }), false, false],
    // A Russian and an Arabic keyboard write their own letters there; a French one has A where others have Q.
    ["Mod-k", press("л", "KeyK", { ctrlKey: true }), false, true],
    ["Alt-a", press("ش", "KeyA", { altKey: true }), false, true],
    ["Alt-a", press("a", "KeyQ", { altKey: true }), false, true],
    ["Alt-a", press("q", "KeyA", { altKey: true }), false, false],
    // Alt writes signs on a Mac.
    ["Alt-j", press("∆", "KeyJ", { altKey: true }), true, true],
    ["1", press("&", "Digit1"), false, true],
    ["?", press("?", "Slash", { shiftKey: true }), false, true],
    ["?", press("؟", "Slash", { shiftKey: true }), false, true],
    ["?", press("/", "Slash"), false, false],
    ["F1", press("F1", "F1"), false, true],
    ["ArrowDown", press("ArrowDown", "ArrowDown"), false, true],
    ["ArrowDown", press("ArrowDown", "ArrowDown", { shiftKey: true }), false, false],
    ["-", press("-", "Minus"), false, true],
    ["-", press("-", "NumpadSubtract"), false, true],
    ["-", press("-", "Minus", { ctrlKey: true }), false, false],
    ["+", press("+", "Equal", { shiftKey: true }), false, true],
  ] as const)("%s", (chord, event, mac, expected) => {
    expect(isPressed(chord, event, mac)).toBe(expected);
  });
});

test("keys are named as the platform names them; arrows follow the direction of the text", () => {
  expect(chordName("Mod-Shift-Enter", false, false)).toBe("Ctrl+Shift+Enter");
  expect(chordName("Mod-Shift-Enter", true, false)).toBe("⇧⌘↵");
  expect(chordName("Alt-Shift-ArrowRight", true, true)).toBe("⌥⇧←");
  expect(chordName("Alt-Shift-ArrowRight", false, false)).toBe("Alt+Shift+→");
  expect(ariaChord("Mod-Alt-m", true)).toBe("Meta+Alt+m");
  expect([chordName("-", false, false), chordName("Mod--", false, false)]).toEqual(["-", "Ctrl+-"]);
});

test("keys that write count only where nobody writes", () => {
  expect(["?", "1", "j", "Alt-j", "Mod-k", "F1"].map(writes)).toEqual([true, true, true, false, false, false]);
});

test("no two commands of one screen share a key", () => {
  const known: readonly [string, KnownCommand][] = Object.entries(commandTable);
  const heard = known.flatMap(([id, { heard: where, keys }]) =>
    // Collisions and moments are gone through on other screens than changes; a table, a drag and an empty clause take
    // keys for themselves while they are there.
    /^(collision|moment|cell)\.|^clause\.(stopDrag|insertEmpty)$/.test(id)
      ? []
      : keys.map((key) => `${where === "paper" ? "page" : where} ${key}`),
  );
  expect(heard.filter((key, i) => heard.indexOf(key) !== i)).toEqual([]);
});
