const lists: Readonly<Record<string, string>> = {
  en: "this that these those",
  fr: "ce cet cette ces",
  es: "este esta estos estas ese esa esos esas",
  ru: "этот эта это эти этого этой этих этому этим этом",
  de: "dieser diese dieses diesem diesen",
  ar: "هذا هذه هؤلاء ذلك تلك",
};

const all = new Set(Object.values(lists).flatMap((list) => list.split(" ")));

/** Whether a word, in lower case, points at the noun after it: "this Conference", «هذا المؤتمر». */
export function isDemonstrative(word: string): boolean {
  return all.has(word);
}
