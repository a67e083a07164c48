import { useEffect, useRef } from "react";

/** Gives the screen back when the projector goes. Leaving the full screen, by a key that the browser keeps, leaves. */
export function useFullScreen(onLeave: () => void): void {
  const latest = useRef(onLeave);
  useEffect(() => {
    latest.current = onLeave;
  });
  useEffect(() => {
    let full = document.fullscreenElement !== null;
    const changed = (): void => {
      const was = full;
      full = document.fullscreenElement !== null;
      if (was && !full) latest.current();
    };
    document.addEventListener("fullscreenchange", changed);
    return () => {
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
