import { createSession, diffDocument } from "../redline/engine.ts";
import { generate } from "./generate.ts";

/** One line of the table: paragraphs, and times in milliseconds. */
export interface SpeedRow {
  readonly paragraphs: number;
  readonly cold: number;
  readonly key: number;
  readonly keyP95: number;
}

/** How long the redline of generated texts takes from nothing, and after one keystroke. */
export function redlineBench(): SpeedRow[] {
  const options = { locale: "en" };
  const warm = generate(20);
  for (let i = 0; i < 200; i++) diffDocument(warm.base, warm.current, options);
  return [1, 10, 100, 1000].map((n) => {
    const { base, current } = generate(n);
    const cold = times(25, () => diffDocument(base, current, options));
    const session = createSession(base, current, options);
    let said = current[0]!;
    const key = times(60, (i) =>
      session.replaceParagraph(0, (said = `${said.slice(0, 300)}${"abcdef"[i % 6]}${said.slice(300)}`)),
    );
    return { paragraphs: n, cold: at(cold, 0.25), key: at(key, 0.5), keyP95: at(key, 0.95) };
  });
}

function times(count: number, run: (i: number) => unknown): number[] {
  return Array.from({ length: count }, (_, i) => {
    const start = performance.now();
    run(i);
    return performance.now() - start;
  }).sort((one, other) => one - other);
}

function at(sorted: readonly number[], share: number): number {
  return Number(sorted[Math.floor(sorted.length * share)]!.toFixed(3));
}
