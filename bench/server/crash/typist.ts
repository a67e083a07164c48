import { SAVED } from "@plenary/collab";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

/** A stock y-websocket client that types numbered words and notes which of them the server called saved. */
export interface Typist {
  /** The words of the document that were typed by any typist. */
  words(): ReadonlySet<string>;
  /** The words that this one typed. */
  readonly typed: ReadonlySet<string>;
  /** The words that this one typed and the server called saved. */
  readonly saved: ReadonlySet<string>;
  /**
   * Resolves when it has all that the server has; until then it connects anew, as the stock client does, when the server
   * asks it to come back later. Rejects when it may not come back.
   */
  readonly synced: Promise<void>;
  /** Whether it is still connected; {@link Typist.gone} resolves when not. */
  readonly connected: boolean;
  readonly gone: Promise<void>;
  /** Types a word and resolves when the server has called it saved; never when the connection goes before. */
  type(word: string): Promise<void>;
  close(): void;
}

const WORD = /w\d+x\d+x\d+y/g;

/** Connects a typist to the room of a draft, with an empty document of its own. */
export function connectTypist(origin: string, draft: string, ticket: string): Typist {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${origin.replace("http", "ws")}/rooms`, draft, doc, {
    disableBc: true,
    params: { token: ticket },
  });
  const typed = new Set<string>();
  const saved = new Set<string>();
  const asked = new Map<number, () => void>();
  let version = 0;
  provider.messageHandlers[SAVED] = (_encoder, { arr, pos }) => {
    const number = new DataView(arr.buffer, arr.byteOffset + pos).getUint32(0);
    asked.get(number)?.();
    asked.delete(number);
  };
  const gone = Promise.withResolvers<void>();
  const synced = Promise.withResolvers<void>();
  let inStep = false;
  provider.on("sync", (done: boolean) => {
    inStep ||= done;
    if (done) synced.resolve();
  });
  provider.on("connection-close", () => {
    if (!inStep || !provider.shouldConnect) return;
    // What is to be read now is what came from the server before it died.
    provider.disconnect();
    gone.resolve();
  });
  provider.on("closed", ({ code, reason }) => {
    synced.reject(new Error(`The connection to ${draft} was closed before it was in step: ${code} ${reason}`));
  });

  return {
    words: () => new Set(doc.getXmlFragment("text").toJSON().match(WORD)),
    typed,
    saved,
    get connected() {
      return provider.shouldConnect;
    },
    synced: synced.promise,
    gone: gone.promise,
    async type(word) {
      const words = wordsOf(doc);
      words.insert(words.length, ` ${word}`);
      typed.add(word);
      const answered = Promise.withResolvers<void>();
      version += 1;
      asked.set(version, answered.resolve);
      const question = new DataView(new ArrayBuffer(5));
      question.setUint8(0, SAVED);
      question.setUint32(1, version);
      provider.ws?.send(question.buffer);
      await answered.promise;
      saved.add(word);
    },
    close() {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** The words of the last clause that has any. */
function wordsOf(doc: Y.Doc): Y.XmlText {
  for (const node of doc.getXmlFragment("text").toArray().toReversed()) {
    const first = node instanceof Y.XmlElement ? node.firstChild : null;
    if (first instanceof Y.XmlText) return first;
  }
  throw new Error("The draft has no clause with words.");
}
