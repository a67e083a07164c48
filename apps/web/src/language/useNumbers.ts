import { numberIn } from "./numbers.ts";
import { useLanguage } from "../frame/useLanguage.ts";

/** Writes a number that stands alone as the language of the interface does; in messages their blanks do it. */
export function useNumbers(): (number: number) => string {
  const language = useLanguage();
  return (number) => numberIn(language, number);
}
