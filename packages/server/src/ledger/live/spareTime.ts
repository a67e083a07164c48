/** How many times as long as a piece of work took nothing is done after it: what is urgent gets four fifths of the time. */
const REST = 4;
const LEAST_REST_MS = 5;

/** Does what nobody waits for, one piece after another, with rests in which what somebody waits for gets its turn. */
export interface SpareTime {
  /** Does the work before long, after what was given before. */
  do(work: () => void): void;
}

/** Spare time of this process; it does not keep the process alive. */
export function createSpareTime(report: (error: unknown) => void): SpareTime {
  const works: (() => void)[] = [];
  let timer: NodeJS.Timeout | null = null;

  function rest(milliseconds: number): void {
    timer = setTimeout(work, milliseconds).unref();
  }

  function work(): void {
    timer = null;
    const began = performance.now();
    try {
      works.shift()?.();
    } catch (error) {
      report(error);
    }
    if (works.length > 0) rest(Math.max(LEAST_REST_MS, REST * (performance.now() - began)));
  }

  return {
    do(one) {
      works.push(one);
      if (!timer) rest(LEAST_REST_MS);
    },
  };
}
