/** What an act or a time is told with: never words of a text, tickets, names of people or secrets. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** Where the server's doings and counts are told, beside its log and `/metrics`. */
export interface Telemetry {
  /** Begins something that takes time; the answer ends it, with what came of it. */
  begin(name: string): (attributes: Attributes, failed?: boolean) => void;
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
  begin: () => nothing,
  times: () => nothing,
  observe: nothing,
  close: async () => {},
};
