import { useDirection } from "@mantine/core";
import { direction } from "@plenary/document";
import { useEffect } from "react";
import { useLanguage } from "./useLanguage.ts";

/** Keeps the page's language and direction those of the interface; the paper has its own. */
export function PageDirection() {
  const language = useLanguage();
  const { setDirection } = useDirection();
  useEffect(() => {
    document.documentElement.lang = language;
    setDirection(direction(language));
  }, [language, setDirection]);
  return null;
}
