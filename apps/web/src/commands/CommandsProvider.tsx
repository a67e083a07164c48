import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isMac, isPressed, writes } from "./chords.ts";
import { type Command, command } from "./command.ts";
import { type KnownCommand, commandTable } from "./commandTable.ts";
import { CommandsContext, createRegistry } from "./CommandsContext.ts";
import { KeySheet } from "./KeySheet.tsx";
import { Palette } from "./Palette.tsx";

/** Gathers what can be done on the page: hears the keys of it, and shows the palette and the sheet of keys. */
export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [registry] = useState(createRegistry);
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  const before = useRef<Element | null>(null);
  const show = useCallback((what: "palette" | "keys") => {
    before.current = document.activeElement;
    setOpen(what);
  }, []);

  useEffect(
    () => registry.add(() => [command(t, "palette", () => show("palette")), command(t, "keys", () => show("keys"))]),
    [registry, t, show],
  );

  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || open !== null) return;
      // The key that closed the sheet comes by here when that is gone already.
      if (event.target instanceof Element && event.target.closest("[data-own-keys]") !== null) return;
      const meant = meantBy(event);
      const found = meant.length === 0 ? undefined : registry.all().find(({ id, run }) => run && meant.includes(id));
      if (!found?.run) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [registry, open]);

  const close = (chosen: Command | null): void => {
    setOpen(null);
    // Where one was, before the command may lead on.
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    chosen?.run?.();
  };
  return (
    <CommandsContext value={registry}>
      {children}
      {open === "palette" && <Palette commands={registry.all().filter(({ id }) => id !== "palette")} onClose={close} />}
      {open === "keys" && <KeySheet onClose={() => close(null)} />}
    </CommandsContext>
  );
}

const known: readonly [string, KnownCommand][] = Object.entries(commandTable);

/** The commands of the page that a key stands for where it was pressed. */
function meantBy(event: KeyboardEvent): readonly string[] {
  const mac = isMac(navigator.platform);
  const { target } = event;
  const writing =
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable='true']") !== null;
  const means = (key: string): boolean => isPressed(key, event, mac) && !(writing && writes(key));
  return known.flatMap(([id, { heard, keys }]) => (heard === "page" && keys.some(means) ? [id] : []));
}
