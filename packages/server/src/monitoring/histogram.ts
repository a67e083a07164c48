/** How often values fell into which ranges, as Prometheus counts them. */
export interface Histogram {
  /** Counts a time in milliseconds. */
  observe(milliseconds: number): void;
  /** The counts in Prometheus's text format, in seconds. */
  print(name: string, help: string): string;
}

/** The upper ends of the ranges in milliseconds; the last range has none. */
const ends = [0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 10_000] as const;

/** A histogram of times, from nought; each is given on to `also`. */
export function createHistogram(also: (milliseconds: number) => void = () => {}): Histogram {
  const counts = ends.map(() => 0);
  let all = 0;
  let sum = 0;
  return {
    observe(milliseconds) {
      also(milliseconds);
      all += 1;
      sum += milliseconds;
      const at = ends.findIndex((end) => milliseconds <= end);
      if (at !== -1) counts[at] = (counts[at] ?? 0) + 1;
    },
    print(name, help) {
      let below = 0;
      const buckets = ends.map((end, i) => {
        below += counts[i] ?? 0;
        return `${name}_bucket{le="${end / 1000}"} ${below}\n`;
      });
      return (
        `# HELP ${name} ${help}\n# TYPE ${name} histogram\n${buckets.join("")}` +
        `${name}_bucket{le="+Inf"} ${all}\n${name}_sum ${sum / 1000}\n${name}_count ${all}\n`
      );
    },
  };
}
