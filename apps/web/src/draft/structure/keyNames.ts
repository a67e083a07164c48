/** The keys of the structure commands, as they are written beside them. */
export interface KeyNames {
  readonly insert: string;
  readonly split: string;
  readonly join: string;
  readonly up: string;
  readonly down: string;
  readonly inwards: string;
  readonly outwards: string;
  readonly suppress: string;
  readonly restore: string;
}

/**
 * How the keyboard of that platform writes the keys; `platform` as the browser names it. In a text from right to left,
 * `mirrored`, inwards is to the left.
 */
export function keyNames(platform: string, mirrored: boolean): KeyNames {
  const mac = /^(Mac|iP)/.test(platform);
  const mod = (key: string): string => (mac ? `⌘${key}` : `Ctrl+${key}`);
  const alt = (key: string): string => (mac ? `⌥⇧${key}` : `Alt+Shift+${key}`);
  return {
    insert: mod("/"),
    split: mod(mac ? "↵" : "Enter"),
    join: mac ? "⇧⌘↵" : "Ctrl+Shift+Enter",
    up: alt("↑"),
    down: alt("↓"),
    inwards: alt(mirrored ? "←" : "→"),
    outwards: alt(mirrored ? "→" : "←"),
    suppress: alt("S"),
    restore: alt("R"),
  };
}
