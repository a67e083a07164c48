import { z } from "zod";
import { type Hint, type HintListener, type Hints, hintSchema } from "./hints.ts";
import type { Receiver, Transport } from "./transport.ts";

/** How often a node says that it is there, in milliseconds; it hears its own beats too. */
const BEAT_MS = 500;
/** A node of which nothing is heard while so many of one's own beats come back has gone. */
const SILENT_BEATS = 5;
/** How long hints that need not be at once are gathered. */
const GATHER_MS = 20;

const payloadSchema = z.object({ from: z.string(), hints: z.array(hintSchema) });

/** What hints work on. */
export interface HintsParts {
  /** The name of this node. */
  readonly node: string;
  readonly connect: (receiver: Receiver) => Transport;
  readonly report: (error: unknown) => void;
}

/** Hints over a transport, gathered into payloads. */
export function createHints({ node, connect, report }: HintsParts): Hints {
  const listeners: HintListener[] = [];
  /** How many own beats have come back since each node was last heard; Infinity once it is taken as gone. */
  const silences = new Map<string, number>();
  let outbox: Hint[] = [];
  let timer: NodeJS.Timeout | null = null;
  /** How many own beats have been sent since one came back. */
  let unheard = 0;
  let sending = true;

  const transport = connect({
    received,
    connected: () => {
      unheard = 0;
      // What the others said meanwhile was missed.
      for (const [node, beats] of silences) if (beats !== Infinity) silences.set(node, 0);
      resume();
    },
    report,
  });
  const beat = setInterval(() => {
    unheard += 1;
    if (unheard > SILENT_BEATS) {
      // The way to the others is broken, whatever the connection says.
      unheard = 0;
      transport.renew();
    }
    void flush([{ kind: "alive" }]);
  }, BEAT_MS);

  function resume(): void {
    for (const listener of listeners) listener.resumed();
  }

  function received(payload: string): void {
    const read = payloadSchema.safeParse(parsed(payload));
    if (!read.success) return report(new Error(`Another node says what this one does not understand: ${payload}`));
    const { from, hints } = read.data;
    if (from === node) return hints.some(({ kind }) => kind === "alive") ? heardSelf() : undefined;
    const returned = silences.get(from) === Infinity;
    silences.set(from, 0);
    if (returned) resume();
    for (const hint of hints) {
      if (hint.kind === "bye") silences.delete(from);
      for (const listener of listeners)
        if (hint.kind === "bye") listener.gone(from);
        else if (hint.kind !== "alive") listener.heard(hint, from);
    }
  }

  /** The others are held against one's own beats: who is slow or cut off takes nobody as gone. */
  function heardSelf(): void {
    unheard = 0;
    for (const [from, beats] of silences) {
      silences.set(from, beats < SILENT_BEATS ? beats + 1 : Infinity);
      if (beats === SILENT_BEATS) for (const listener of listeners) listener.gone(from);
    }
  }

  /** Sends what waits, and `more`; resolves when it is sent or given up. */
  async function flush(more: readonly Hint[] = []): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const hints = [...outbox, ...more];
    outbox = [];
    try {
      await Promise.all(payloads(node, hints, transport.maxBytes).map((payload) => transport.send(payload)));
      if (!sending) resume();
      sending = true;
    } catch (error) {
      if (sending) report(error);
      sending = false;
    }
  }

  return {
    publish(hint) {
      outbox.push(hint);
      if (hint.kind !== "presence") void flush();
      else timer ??= setTimeout(() => void flush(), GATHER_MS);
    },
    subscribe: (listener) => void listeners.push(listener),
    async close() {
      clearInterval(beat);
      await flush([{ kind: "bye" }]);
      await transport.close();
    },
  };
}

/** The hints in as few payloads as hold them; one that is too large for any goes without what makes it large. */
function payloads(node: string, hints: readonly Hint[], maxBytes: number): string[] {
  const frame = Buffer.byteLength(JSON.stringify({ from: node, hints: [] }));
  const bodies: string[][] = [[]];
  let room = maxBytes - frame;
  for (const hint of hints.flatMap((one) => fitting(one, maxBytes - frame))) {
    const body = JSON.stringify(hint);
    const size = Buffer.byteLength(body) + 1;
    if (size > room && bodies.at(-1)?.length !== 0) {
      bodies.push([]);
      room = maxBytes - frame;
    }
    bodies.at(-1)?.push(body);
    room -= size;
  }
  return bodies
    .filter((body) => body.length > 0)
    .map((body) => `{"from":${JSON.stringify(node)},"hints":[${body.join()}]}`);
}

/** A hint that is too large, as smaller ones: one for each person who is there, at worst without the caret. */
function fitting(hint: Hint, bytes: number): Hint[] {
  if (hint.kind !== "presence" || Buffer.byteLength(JSON.stringify(hint)) < bytes) return [hint];
  if (hint.entries.length > 1) return hint.entries.flatMap((entry) => fitting({ ...hint, entries: [entry] }, bytes));
  return [
    { ...hint, entries: hint.entries.map((entry) => ({ ...entry, state: { user: entry.state?.["user"] ?? null } })) },
  ];
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
