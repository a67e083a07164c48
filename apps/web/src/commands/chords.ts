/** A key as it is written in the table of commands: `Mod-Alt-m`, `?`, `ArrowUp`. `Mod` is Command on a Mac and Ctrl elsewhere. */
export type Chord = string;

/** What of a keyboard event a chord is held against. */
export type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Whether the platform, as the browser names it, has the keyboard of a Mac. */
export function isMac(platform: string): boolean {
  return /^(Mac|iP)/.test(platform);
}

/**
 * Whether that is what was pressed. Letters count by what they write, and by their place where a keyboard writes other
 * scripts or Alt writes signs; digits by their place.
 */
export function isPressed(chord: Chord, event: Pressed, mac: boolean): boolean {
  const { mod, alt, shift, key } = parsed(chord);
  const sign = /^[^\p{L}\p{N}]$/u.test(key);
  if (event.ctrlKey !== (mod && !mac) || event.metaKey !== (mod && mac) || event.altKey !== alt) return false;
  // A sign may need Shift on one keyboard and not on another.
  if (!sign && event.shiftKey !== shift) return false;
  if (/^\d$/.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`;
  if (/^[a-z]$/.test(key))
    return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() === key : event.code === `Key${key.toUpperCase()}`;
  // Arabic and full-width keyboards write their own question mark.
  if (key === "?") return ["?", "؟", "？"].includes(event.key);
  if (key === ".") return event.key === "." || event.code === "Period";
  return event.key === key;
}

/** Whether the chord writes something, so that it counts only where nobody is writing. */
export function writes(chord: Chord): boolean {
  const { mod, alt, key } = parsed(chord);
  return !mod && !alt && !/^F\d+$/.test(key);
}

const signs: Readonly<Record<string, string>> = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };
const names: Readonly<Record<string, string>> = { Escape: "Esc", PageDown: "PgDn", PageUp: "PgUp" };
const macSigns: Readonly<Record<string, string>> = { Enter: "↵", Escape: "⎋" };

/**
 * How the keyboard of a platform writes the chord, from left to right. Where the text runs from right to left,
 * `mirrored`, an arrow to the right is one to the left.
 */
export function chordName(chord: Chord, mac: boolean, mirrored: boolean): string {
  const { mod, alt, shift, key: given } = parsed(chord);
  const key = mirrored ? (mirror[given] ?? given) : given;
  const name = (mac ? macSigns[key] : names[key]) ?? signs[key] ?? (/^[a-z]$/.test(key) ? key.toUpperCase() : key);
  if (mac) return `${alt ? "⌥" : ""}${shift ? "⇧" : ""}${mod ? "⌘" : ""}${name}`;
  return [...(mod ? ["Ctrl"] : []), ...(alt ? ["Alt"] : []), ...(shift ? ["Shift"] : []), name].join("+");
}

/** The chord as `aria-keyshortcuts` wants it. */
export function ariaChord(chord: Chord, mac: boolean): string {
  const { mod, alt, shift, key } = parsed(chord);
  const parts = [mod ? (mac ? "Meta" : "Control") : "", alt ? "Alt" : "", shift ? "Shift" : "", key];
  return parts.filter((part) => part !== "").join("+");
}

const mirror: Readonly<Record<string, string>> = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" };

function parsed(chord: Chord) {
  // The key `-` stands last, behind the sign that parts the keys.
  const parts = chord.endsWith("-") ? [...chord.slice(0, -1).split("-").filter(Boolean), "-"] : chord.split("-");
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  return { mod: has("Mod"), alt: has("Alt"), shift: has("Shift"), key: parts.at(-1) ?? "" };
}
