const number = /^第[〇零一二三四五六七八九十百千\d]{1,6}[条條章节節款項项]\s+(?!\p{M})/u;

/**
 * The lengths of the numbers of an article, `第十五条`, that two strings begin with, each with the
 * space behind it unless both have the same; null when neither has one, or both have the same. The
 * number heads the article and is none of its words.
 */
export function headings(base: string, current: string): readonly [number, number] | null {
  let a = number.exec(base)?.[0].length ?? 0;
  let b = number.exec(current)?.[0].length ?? 0;
  if (base.slice(0, a) === current.slice(0, b)) return null;
  while (a > 0 && b > 0 && base[a - 1] === current[b - 1] && /\s/u.test(base[a - 1]!)) {
    a--;
    b--;
  }
  return [a, b];
}
