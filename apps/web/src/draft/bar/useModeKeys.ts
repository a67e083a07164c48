import type { DisplayMode } from "@plenary/editor";
import { useEffect } from "react";

const modeOfKey: Readonly<Record<string, DisplayMode>> = { Digit1: "base", Digit2: "marked", Digit3: "clean" };

/** Keys 1, 2, 3 change the display mode, outside of text that is being written; with Alt everywhere. */
export function useModeKeys(onMode: (mode: DisplayMode) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const mode = modeOfKey[event.code];
      if (!mode || event.ctrlKey || event.metaKey || event.isComposing) return;
      const writing =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable='true']");
      if (writing && !event.altKey) return;
      event.preventDefault();
      onMode(mode);
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [onMode]);
}
