import { useEffect } from "react";

const steps: Readonly<Record<string, 1 | -1>> = { KeyJ: 1, KeyK: -1 };

/** Alt J goes to the next collision, Alt K to the one before, by the keys' places; outside of fields without Alt too. */
export function useCollisionKeys(onStep: (by: 1 | -1) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const by = steps[event.code];
      if (!by || event.ctrlKey || event.metaKey || event.isComposing) return;
      const writing = event.target instanceof HTMLElement && event.target.closest("input, textarea");
      if (writing && !event.altKey) return;
      event.preventDefault();
      onStep(by);
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [onStep]);
}
