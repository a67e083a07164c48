interface Waiting {
  /** How many updates in all must be durable before it is done. */
  readonly upto: number;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** What waits for updates to be durable. */
export interface Waits {
  /** One more update is on its way into the log. */
  given(): void;
  /** So many more are durable: does what waited for them. */
  committed(count: number): void;
  /** Does it when all that has been given is durable: at once when it is. */
  whenDurable(done: () => void, failed?: (error: unknown) => void): void;
  /** Nothing more will be durable. */
  giveUp(error: unknown): void;
}

/** Nothing waits yet. */
export function createWaits(): Waits {
  let waiting: Waiting[] = [];
  let given = 0;
  let durable = 0;
  return {
    given: () => void (given += 1),
    committed(count) {
      durable += count;
      const due = waiting.filter((one) => one.upto <= durable);
      waiting = waiting.filter((one) => one.upto > durable);
      for (const { done } of due) done();
    },
    whenDurable(done, failed = () => {}) {
      if (given === durable) done();
      else waiting.push({ upto: given, done, failed });
    },
    giveUp(error) {
      for (const { failed } of waiting) failed(error);
      waiting = [];
    },
  };
}
