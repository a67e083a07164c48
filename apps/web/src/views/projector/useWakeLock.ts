import { useEffect } from "react";

/** Keeps the screen on while this is shown, where the browser allows it; asked for again when the page comes back. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      try {
        const given = await navigator.wakeLock.request("screen");
        if (over) await given.release();
        else lock = given;
      } catch {
        // Low on battery, or not allowed here: the screen then goes dark as it would anyway.
      }
    };
    const back = (): void => void ask();
    void ask();
    document.addEventListener("visibilitychange", back);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", back);
      void lock?.release();
    };
  }, []);
}
