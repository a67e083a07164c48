const words =
  "the Union shall continue to support developing countries in their work on networks, (ICT) services and No. 118 of 2022".split(
    " ",
  );

/** A base and a current list of n paragraphs of about 600 characters: one in twenty amended, one moved; the same every time. */
export function generate(n: number): { base: string[]; current: string[] } {
  let seed = n + 1;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const word = () => words[Math.floor(random() * words.length)]!;
  const base = Array.from({ length: n }, (_, i) => `${i + 1}. ${Array.from({ length: 100 }, word).join(" ")}`);
  const current = base.map((said, i) => (i % 20 === 7 || n === 1 ? amended(said, word) : said));
  if (n >= 4) current.splice(Math.floor(n * 0.75), 0, ...current.splice(Math.floor(n * 0.25), 1));
  return { base, current };
}

function amended(said: string, word: () => string): string {
  return said
    .split(" ")
    .flatMap((one, i) => (i % 33 === 12 ? [word(), word()] : i % 41 === 30 ? [] : [one]))
    .join(" ");
}
