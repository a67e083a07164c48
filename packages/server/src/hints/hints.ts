import { z } from "zod";
import { listNames } from "../events/lists.ts";

const presenceEntry = z.object({
  client: z.number(),
  clock: z.number(),
  person: z.string(),
  /** What the client shows of itself; null when it has gone. */
  state: z.record(z.string(), z.unknown()).nullable(),
});

/** What one node tells the others. */
export const hintSchema = z.discriminatedUnion("kind", [
  /** A document's log has come to that number. */
  z.object({ kind: z.literal("head"), doc: z.string(), seq: z.number() }),
  /** Who is in a room through this node, as far as it has changed. */
  z.object({ kind: z.literal("presence"), room: z.string(), entries: z.array(presenceEntry) }),
  /** Somebody came into a room and asks who is there. */
  z.object({ kind: z.literal("presence?"), room: z.string() }),
  /** Rights have changed: open connections that they concern are closed and must ask again. */
  z.object({
    kind: z.literal("kick"),
    kick: z.union([z.object({ person: z.string(), gone: z.boolean() }), z.object({ draft: z.string() })]),
  }),
  /** A thread on a draft has changed. */
  z.object({ kind: z.literal("thread"), draft: z.string(), thread: z.string() }),
  /** What lists show has changed by something that is in no document's log. */
  z.object({ kind: z.literal("lists"), lists: z.array(z.enum(listNames)).default(["drafts"]) }),
  /** The node is there. */
  z.object({ kind: z.literal("alive") }),
  /** The node goes. */
  z.object({ kind: z.literal("bye") }),
]);

export type Hint = z.infer<typeof hintSchema>;

/** Presence under one client id, as nodes tell it each other. */
export type PresenceEntry = z.infer<typeof presenceEntry>;

/** Who listens to the other nodes. */
export interface HintListener {
  /** Another node says something. */
  heard(hint: Hint, node: string): void;
  /** A node has gone, or has not been heard of for so long that it must be thought so. */
  gone(node: string): void;
  /** Hints may have been missed until now, by this node or by the others. */
  resumed(): void;
}

/**
 * Word between the nodes that serve the same store. It may be lost, doubled or late: nothing that must be right rests on
 * it. What was missed is found by looking into the store.
 */
export interface Hints {
  /** Tells all other nodes. */
  publish(hint: Hint): void;
  /** From now on the listener is told. */
  subscribe(listener: HintListener): void;
  /** Says goodbye and ends. */
  close(): Promise<void>;
}

/** The hints of a store that only one process uses. */
export const noHints: Hints = { publish() {}, subscribe() {}, close: async () => {} };
