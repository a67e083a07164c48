import { Extension } from "@tiptap/core";
import type { Plugin } from "@tiptap/pm/state";
import { yCursorPlugin } from "@tiptap/y-tiptap";
import { isCaret } from "@plenary/collab";
import type { Awareness } from "y-protocols/awareness";
import { ownCaretPlugin } from "./caret/ownCaretPlugin.ts";
import { othersCarets, quietAwareness } from "./caret/othersCarets.ts";
import { element } from "./redline/draw/pieces.ts";

/** A person as others see their caret; `group` is a code, `color` six hexadecimal digits after `#`. */
export interface Presence {
  readonly id: string;
  readonly name: string;
  readonly group: string | null;
  readonly color: string;
}

/** Other people's carets and selections, named with their group. */
export function presence(awareness: Awareness): Extension {
  return Extension.create({
    name: "presence",
    priority: 900,
    addProseMirrorPlugins() {
      const plugin: Plugin = yCursorPlugin(quietAwareness(awareness), {
        // The paper writes under an id of its own.
        // One's own caret is told by a plugin of the paper: no place is looked for here.
        getSelection: () => ({ anchor: 0, head: 0 }),
        awarenessStateFilter: (_paper: unknown, client: unknown, shown: { cursor?: unknown } | null) =>
          client !== awareness.clientID && isCaret(shown?.cursor),
        cursorBuilder: (user: Partial<Presence>) => caret(user),
        selectionBuilder: (user: Partial<Presence>) => ({ class: "selection", style: `--who: ${colorOf(user)}` }),
      });
      return [plugin, othersCarets(awareness), ownCaretPlugin(awareness)];
    },
  });
}

function caret(user: Partial<Presence>): HTMLElement {
  const made = element("span", "caret");
  made.setAttribute("aria-hidden", "true");
  made.style.setProperty("--who", colorOf(user));
  const name = [user.name, user.group].filter((part) => typeof part === "string" && part !== "").join(" · ");
  // Word joiners on both sides keep the line from breaking at the caret.
  made.append("\u2060", element("span", "caret-name", name), "\u2060");
  return made;
}

/** A colour from another client: anything but six hexadecimal digits becomes grey. */
function colorOf({ color }: Partial<Presence>): string {
  return typeof color === "string" && /^#[\da-f]{6}$/i.test(color) ? color : "#6b7280";
}
