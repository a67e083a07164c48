import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Text } from "@plenary/document";
import type { WordReading } from "@plenary/formats/docx";
import { Problem } from "../http/problem.ts";
import { withoutEmpty } from "./withoutEmpty.ts";

/** What the reading process is given. */
export interface WordJob {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly stages: number;
}

/** What it answers: the file read, or why it is refused. */
export type WordAnswer =
  | { readonly id: number; readonly reading: WordReading }
  | { readonly id: number; readonly refused: string };

/** Reads Word files in a process of its own, one after the other. */
export interface WordReader {
  /**
   * The file without the empty paragraphs that only make room. Refused with 400 when it is no such file, is damaged or
   * takes too much time or memory; the words say what to do.
   */
  read(bytes: Uint8Array): Promise<WordReading>;
  /** Ends the process. */
  close(): Promise<void>;
}

/** Authors and times of one file that are kept apart at most; see `readDocx`. */
const MOST_STAGES = 60;

/** How long reading one file may take, in milliseconds, and how much memory, in megabytes. */
const LIMITS = { time: 60_000, memory: 1024 };

/** A reader whose process starts with the first file, and anew after a file that it could not bear. */
export function createWordReader(): WordReader {
  let running: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;

  function started(): ChildProcess {
    if (running) return running;
    const child = fork(new URL("./wordProcess.ts", import.meta.url), {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${LIMITS.memory}`],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.once("exit", () => {
      if (running === child) running = null;
    });
    running = child;
    return child;
  }

  async function ask(bytes: Uint8Array): Promise<WordReading> {
    const child = started();
    const id = (count += 1);
    const { promise, resolve, reject } = Promise.withResolvers<WordAnswer>();
    const hear = (answer: WordAnswer): void => {
      if (answer.id === id) resolve(answer);
    };
    const tooMuch = (): void =>
      reject(new Problem(400, "This file takes too much to be read. Split it into several files; nothing was added."));
    const timer = setTimeout(() => {
      tooMuch();
      child.kill("SIGKILL");
    }, LIMITS.time);
    child.on("message", hear);
    child.once("exit", tooMuch);
    child.once("error", reject);
    child.send({ id, bytes, stages: MOST_STAGES } satisfies WordJob);
    try {
      const answer = await promise;
      if ("refused" in answer) throw new Problem(400, answer.refused);
      return said(answer.reading);
    } finally {
      clearTimeout(timer);
      child.off("message", hear);
      child.off("exit", tooMuch);
      child.off("error", reject);
    }
  }

  return {
    read(bytes) {
      const reading = last.then(() => ask(bytes));
      last = reading.catch(() => {});
      return reading;
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
