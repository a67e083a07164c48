import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { wordsIn } from "../collaboration/liveClient.ts";
import type { SignedIn } from "../collaboration/testServer.ts";

/** A stock client in a draft, who writes words that nobody else writes. */
export interface Writer {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** All words written so far. */
  readonly words: readonly string[];
  /** Writes one more word at the end of the first clause. */
  write(): void;
  close(): void;
}

/** Lets a person into a draft through a node, as `name`, with their presence shown. */
export async function openWriter(origin: string, person: SignedIn, draft: string, name: string): Promise<Writer> {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${origin.replace("http", "ws")}/rooms`, draft, doc, {
    disableBc: true,
    params: { token: await person.ticket(draft) },
  });
  // Each client listens for the end of the process: many in one are no leak.
  const { _exitHandler: atExit } = provider;
  process.off("exit", atExit);
  provider.awareness.setLocalState({ cursor: null });
  const words: string[] = [];
  const writer: Writer = {
    doc,
    provider,
    words,
    write() {
      const first = doc.getXmlFragment("text").get(0);
      const target = first instanceof Y.XmlElement ? first.firstChild : null;
      if (!(target instanceof Y.XmlText)) throw new Error("The draft does not begin with words.");
      const word = `${name}.${words.length}.`;
      words.push(word);
      target.insert(target.length, ` ${word}`);
    },
    close() {
      provider.destroy();
      doc.destroy();
    },
  };
  await until([writer], () => provider.synced);
  return writer;
}

/** Resolves once the condition on the writers holds; it is looked at whenever something comes to one of them. */
export async function until(writers: readonly Writer[], condition: () => boolean): Promise<void> {
  if (condition()) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = (): void => {
    if (condition()) resolve();
  };
  for (const { doc, provider } of writers) {
    doc.on("update", look);
    provider.on("sync", look);
    provider.awareness.on("update", look);
  }
  try {
    await promise;
  } finally {
    for (const { doc, provider } of writers) {
      doc.off("update", look);
      provider.off("sync", look);
      provider.awareness.off("update", look);
    }
  }
}

/** Whether all writers of a draft are connected and have the same text, with every word that any of them wrote. */
export function haveConverged(writers: readonly Writer[]): boolean {
  const [first, ...others] = writers;
  if (!first || !writers.every(({ provider }) => provider.wsconnected && provider.synced)) return false;
  const snapshot = Y.snapshot(first.doc);
  return (
    others.every(({ doc }) => Y.equalSnapshots(Y.snapshot(doc), snapshot)) && missing(first.doc, writers).length === 0
  );
}

/** The words of the writers that the document does not hold. */
export function missing(doc: Y.Doc, writers: readonly Pick<Writer, "words">[]): string[] {
  const text = wordsIn(doc);
  return writers.flatMap(({ words }) => words.filter((word) => !text.includes(word)));
}

/** Whether each writer sees exactly the others, and nobody who has gone. */
export function seeEachOther(writers: readonly Writer[]): boolean {
  const here = new Set(writers.map(({ doc }) => doc.clientID));
  return writers.every(({ provider }) => {
    const seen = [...provider.awareness.getStates().keys()];
    return seen.length === here.size && seen.every((id) => here.has(id));
  });
}
