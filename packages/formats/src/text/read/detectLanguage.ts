import type { Language } from "@plenary/document";

const words: Readonly<Record<"en" | "fr" | "es", ReadonlySet<string>>> = {
  en: new Set("the of and to in that for on with by is be as this at from or its which an shall are".split(" ")),
  fr: new Set("le la les des et du en que pour dans une au aux sur par qui est un ce cette sont à de".split(" ")),
  es: new Set("el la los las y en que para del una con por al se es un su como lo esta de".split(" ")),
};

/** The language most of a text is in: by its script, then by its function words. English when nothing tells. */
export function detectLanguage(source: string): Language {
  const count = (stretches: RegExp): number =>
    (source.match(stretches) ?? []).reduce((units, { length }) => units + length, 0);
  const latin = count(/\p{Script=Latin}+/gu);
  // One Chinese character says as much as three letters.
  const scripts: [Language, number][] = [
    ["zh", 3 * count(/\p{Script=Han}+/gu)],
    ["ar", count(/\p{Script=Arabic}+/gu)],
    ["ru", count(/\p{Script=Cyrillic}+/gu)],
  ];
  const [language, most] = scripts.reduce((best, next) => (next[1] > best[1] ? next : best));
  if (most > latin) return language;
  const scores = { en: 0, fr: 0, es: 0 };
  for (const word of source.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (words.en.has(word)) scores.en += 1;
    if (words.fr.has(word)) scores.fr += 1;
    if (words.es.has(word)) scores.es += 1;
  }
  return (["en", "fr", "es"] as const)
    .map((name) => ({ name, score: scores[name] }))
    .reduce((best, next) => (next.score > best.score ? next : best)).name;
}
