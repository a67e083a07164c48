/** The servers that are measured. */
export const serverNames = ["plenary", "y-websocket", "hocuspocus"] as const;
export type ServerName = (typeof serverNames)[number];

/** One client of a scenario. */
export interface ClientPlan {
  /** The number of the room. */
  readonly room: number;
  /** Who it is, where the server knows people. */
  readonly person: string;
  /** How often it writes, in a second; 0 for a reader. */
  readonly writes: number;
  /** Which of the room's clients it is, from 0. The first opens the room: the others come once all rooms are open. */
  readonly seat: number;
}

/** What a server process is asked. */
export type ToServer = "usage" | "cpu";

/** What a server process says: where it is and how its rooms are called, or what it has used. */
export type FromServer =
  | { readonly type: "listening"; readonly port: number; readonly rooms: readonly string[] }
  | { readonly type: "usage"; readonly usage: Usage }
  | { readonly type: "cpu"; readonly cpu: number };

/** Processor time since the start in milliseconds, memory in bytes after a thorough collection of garbage. */
export interface Usage {
  readonly cpu: number;
  readonly memory: number;
}

/** What a generator is told. Times are milliseconds. */
export type ToGenerator =
  | {
      readonly type: "prepare";
      readonly server: ServerName;
      readonly port: number;
      readonly rooms: readonly string[];
      readonly clients: readonly ClientPlan[];
    }
  | { readonly type: "connect"; readonly opening: boolean }
  /** `tidy`: who writes takes words out too, so that texts stay as long as they are. */
  | { readonly type: "write"; readonly during: number; readonly tidy: boolean }
  | { readonly type: "settle"; readonly written: ReadonlyMap<number, number> };

/** What a generator did in the time of writing. Milliseconds. */
export interface Written {
  /** The writes of each room since the start. */
  readonly written: ReadonlyMap<number, number>;
  /** How late its own timers were at the 99th percentile: no time it measures is surer than that. */
  readonly late: number;
  /** Processor time it took. */
  readonly cpu: number;
}

/** What a generator says: milliseconds from each write of the last time of writing to each other client; each room's texts as hashes. */
export type FromGenerator =
  | { readonly type: "prepared" }
  | { readonly type: "connected" }
  | ({ readonly type: "written" } & Written)
  | {
      readonly type: "settled";
      readonly delays: Float64Array;
      readonly texts: ReadonlyMap<number, readonly string[]>;
      /** Clients that had not everything when the time was over. */
      readonly behind: number;
    };
