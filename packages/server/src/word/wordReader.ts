import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Text } from "@plenary/document";
import type { WordReading } from "@plenary/formats/docx";
import { problem } from "../http/problem.ts";
import type { IntoSource } from "./intoSource.ts";
import { withoutEmpty } from "./withoutEmpty.ts";

/** What the process is given: a file to be read in so many stages, or to be written into. */
export interface WordJob {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly task: { readonly stages: number } | IntoSource;
}

/** What it answers: the file read or written into, or why it is refused. */
export type WordAnswer =
  | { readonly id: number; readonly reading: WordReading }
  | { readonly id: number; readonly written: Uint8Array }
  | { readonly id: number; readonly refused: string };

/** Reads Word files, and writes into them, in a process of its own, one after the other. */
export interface WordReader {
  /**
   * The file without the empty paragraphs that only make room. Refused with 400 when it is no such file, is damaged or
   * takes too much time or memory; the words say what to do.
   */
  read(bytes: Uint8Array): Promise<WordReading>;
  /** The file with a draft in the place of its text. Refused as `read` refuses. */
  writeInto(bytes: Uint8Array, draft: IntoSource): Promise<Uint8Array>;
  /** Ends the process. */
  close(): Promise<void>;
}

/** Authors and times of one file that are kept apart at most; see `readDocx`. */
const MOST_STAGES = 60;

/** How long work on one file may take, in milliseconds, and how much memory, in megabytes. */
export interface WordLimits {
  readonly time: number;
  readonly memory: number;
}

/** How much of what the process complains of is kept, in UTF-16 units. */
const MOST_COMPLAINTS = 20_000;

const LIMITS: WordLimits = { time: 60_000, memory: 1024 };

/** A reader whose process starts with the first file, and anew after a file that it could not bear. */
export function createWordReader(limits = LIMITS): WordReader {
  let running: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;

  function started(): ChildProcess {
    if (running) return running;
    const child = fork(new URL("./wordProcess.ts", import.meta.url), {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${limits.memory}`],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let complaints = "";
    child.stderr?.setEncoding("utf8").on("data", (said: string) => {
      complaints = (complaints + said).slice(-MOST_COMPLAINTS);
    });
    // A process that ran out of memory says so at length; that is expected, and answered to who sent the file.
    child.once("close", () => {
      if (!/heap out of memory|heap limit/i.test(complaints)) process.stderr.write(complaints);
    });
    child.once("exit", () => {
      if (running === child) running = null;
    });
    // It may come when nobody waits any more, and nobody has to be told then.
    child.on("error", () => undefined);
    running = child;
    return child;
  }

  async function ask(bytes: Uint8Array, task: WordJob["task"]): Promise<WordAnswer> {
    const child = started();
    const id = (count += 1);
    const { promise, resolve, reject } = Promise.withResolvers<WordAnswer>();
    const hear = (answer: WordAnswer): void => {
      if (answer.id === id) resolve(answer);
    };
    const tooMuch = (): void => reject(problem("word-too-heavy"));
    // The next file waits until the process is gone, or it would be sent to a dying one.
    const end = (): boolean => child.kill("SIGKILL");
    const timer = setTimeout(end, limits.time);
    // A process that dies while the file is being sent is answered for by its exit.
    const failed = (error: Error): unknown => (child.pid === undefined ? reject(error) : end());
    child.on("message", hear);
    child.once("exit", tooMuch);
    child.on("error", failed);
    child.send({ id, bytes, task } satisfies WordJob);
    try {
      const answer = await promise;
      if ("refused" in answer) throw problem("word-unreadable", { detail: answer.refused });
      return answer;
    } finally {
      clearTimeout(timer);
      child.off("message", hear);
      child.off("exit", tooMuch);
      child.off("error", failed);
    }
  }

  function queued(bytes: Uint8Array, task: WordJob["task"]): Promise<WordAnswer> {
    const done = last.then(() => ask(bytes, task));
    last = done.catch(() => {});
    return done;
  }

  return {
    async read(bytes) {
      const answer = await queued(bytes, { stages: MOST_STAGES });
      if (!("reading" in answer)) throw new Error("A file to be read was not read.");
      return said(answer.reading);
    },
    async writeInto(bytes, draft) {
      const answer = await queued(bytes, draft);
      if (!("written" in answer)) throw new Error("A file to be written into was not written.");
      return answer.written;
    },
    async close() {
      const child = running;
      if (!child) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

function said(reading: WordReading): WordReading {
  // The current text and the last stage are one object, and stay it.
  const known = new Map<Text, Text>();
  const cleaned = (text: Text): Text => {
    const clean = known.get(text) ?? withoutEmpty(text);
    known.set(text, clean);
    return clean;
  };
  const { base, current, stages } = reading;
  return {
    ...reading,
    base: cleaned(base),
    current: cleaned(current),
    stages: stages.map((stage) => ({ ...stage, text: cleaned(stage.text) })),
  };
}
