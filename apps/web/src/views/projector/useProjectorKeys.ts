import { useEffect, useRef } from "react";

/** What the keys of the projector do. */
export interface ProjectorKeys {
  readonly onLeave: () => void;
  /** Larger or smaller letters. */
  readonly onSize: (by: 1 | -1) => void;
}

/** Escape leaves, `+` and `-` make the letters larger and smaller, F fills the screen. Leaving the full screen leaves. */
export function useProjectorKeys(keys: ProjectorKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    let full = document.fullscreenElement !== null;
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === "Escape") latest.current.onLeave();
      else if (event.key === "+" || event.key === "=") latest.current.onSize(1);
      else if (event.key === "-") latest.current.onSize(-1);
      else if (event.code === "KeyF") void fillScreen();
      else return;
      event.preventDefault();
    };
    const changed = (): void => {
      const was = full;
      full = document.fullscreenElement !== null;
      // There the browser takes the key Escape for itself.
      if (was && !full) latest.current.onLeave();
    };
    window.addEventListener("keydown", pressed);
    document.addEventListener("fullscreenchange", changed);
    return () => {
      window.removeEventListener("keydown", pressed);
      document.removeEventListener("fullscreenchange", changed);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, []);
}

/** Fills the screen with the page, where the browser allows it. */
export async function fillScreen(): Promise<void> {
  await document.documentElement.requestFullscreen().catch(() => {
    // Not allowed here: the page stays as large as it is.
  });
}
