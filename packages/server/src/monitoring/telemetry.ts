/** What an act or a time is told with: never words of a text, tickets, names of people or secrets. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** Adds to a span what came of it. */
export type Tell = (attributes: Attributes, failed?: boolean) => void;

/** Something that spans are told below: one that is running, or the one that a request comes from. */
export interface SpanPlace {
  readonly place: unknown;
}

/** Where the server's doings and counts are told, beside its log and `/metrics`. */
export interface Telemetry {
  /**
   * Does the work and tells of it as a span, failed when it throws: below the places, below each of them when there are
   * several, else below what is running here. What it begins is told below it.
   */
  span<T>(name: string, work: (tell: Tell) => Promise<T>, places?: readonly SpanPlace[]): Promise<T>;
  /** The span that is running here; null for none. */
  here(): SpanPlace | null;
  /** The span that a request comes from, by the headers `traceparent` and `tracestate`; null for none. */
  from(headers: Headers): SpanPlace | null;
  /** Where times are counted, in milliseconds. */
  times(name: string, description: string): (milliseconds: number) => void;
  /** Has a number told as it is at the time of telling: one that goes up and down, or one that only goes up, by its attributes. */
  observe(
    name: string,
    description: string,
    kind: "gauge" | "counter",
    read: () => Iterable<readonly [value: number, attributes: Attributes]>,
  ): void;
  /** Tells what was not told yet, and ends. */
  close(): Promise<void>;
}

const nothing = (): void => {};

/** Tells nobody. */
export const noTelemetry: Telemetry = {
  span: (_name, work) => work(nothing),
  here: () => null,
  from: () => null,
  times: () => nothing,
  observe: nothing,
  close: async () => {},
};
