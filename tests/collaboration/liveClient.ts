import { SAVED, readClauses, readText } from "@plenary/collab";
import { flatten, plainLines } from "@plenary/document";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { published } from "./testConference.ts";

/** A stock y-websocket client on a room. */
export interface LiveClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Types words at the end of a clause. */
  type(clause: string, words: string): void;
  /** Takes words out of a clause, from that place on. */
  erase(clause: string, from: number, length: number): void;
  /** What the clause says. */
  said(clause: string): string;
  /** Resolves when everything typed so far is durable on the server, by the server's word. */
  saved(): Promise<void>;
  /** Resolves once the condition on the document holds. */
  until(condition: () => boolean): Promise<void>;
  close(): void;
}

/** Connects a stock client; `rooms` is the address that rooms are below. */
export function connectClient(rooms: string, room: string, ticket: string, doc = new Y.Doc()): LiveClient {
  const provider = new WebsocketProvider(rooms, room, doc, {
    disableBc: true,
    params: { token: ticket },
  });
  // Each client listens for the end of the process: many in one are no leak.
  const { _exitHandler: atExit } = provider;
  process.off("exit", atExit);
  const asked = new Map<number, () => void>();
  let version = 0;
  provider.messageHandlers[SAVED] = (_encoder, { arr, pos }) => {
    const number = new DataView(arr.buffer, arr.byteOffset + pos).getUint32(0);
    asked.get(number)?.();
    asked.delete(number);
  };
  return {
    doc,
    provider,
    type(clause, words) {
      const target = wordsOf(doc, clause);
      target.insert(target.length, words);
    },
    erase: (clause, from, length) => wordsOf(doc, clause).delete(from, length),
    said(clause) {
      const found = readText(doc, published).clauses.find(({ id }) => id === clause);
      return found ? flatten(found.content) : "";
    },
    saved() {
      const { promise, resolve } = Promise.withResolvers<void>();
      version += 1;
      asked.set(version, resolve);
      const question = new DataView(new ArrayBuffer(5));
      question.setUint8(0, SAVED);
      question.setUint32(1, version);
      provider.ws?.send(question.buffer);
      return promise;
    },
    async until(condition) {
      while (!condition())
        await new Promise<void>((resolve) => {
          doc.once("update", () => resolve());
        });
    },
    close() {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** The words of a clause in the shared document. */
function wordsOf(doc: Y.Doc, clause: string): Y.XmlText {
  for (const node of doc.getXmlFragment("text").toArray()) {
    if (!(node instanceof Y.XmlElement) || node.getAttribute("id") !== clause) continue;
    const first = node.firstChild;
    if (first instanceof Y.XmlText) return first;
  }
  throw new Error(`There is no clause ${clause} with words.`);
}

/** All words of the live text, one clause a line, whatever its base is. */
export function wordsIn(doc: Y.Doc): string {
  return plainLines(readClauses(doc)).join("\n");
}

/** Resolves when the provider has everything that the server has. */
export function synced({ provider }: Pick<LiveClient, "provider">): Promise<void> {
  if (provider.synced) return Promise.resolve();
  return new Promise((resolve) => {
    provider.on("sync", (done: boolean) => {
      if (done) resolve();
    });
  });
}
