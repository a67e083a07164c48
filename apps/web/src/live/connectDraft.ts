import { type DraftRecord, SAVED, readRecord, recordRoom, textRoom } from "@plenary/collab";
import * as decoding from "lib0/decoding";
import { IndexeddbPersistence } from "y-indexeddb";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { type CrowdChannel, crowdChannel } from "./crowdChannel.ts";
import { openRoom } from "./openRoom.ts";
import { savedMessage } from "./savedMessage.ts";
import { type TalkChannel, talkChannel } from "./talkChannel.ts";
import { type SavingEvent, type SavingState, initialSaving, nextSaving, savingState } from "./saving.ts";

/** What a live draft needs. */
export interface DraftConnectionOptions {
  /** The address of the rooms, `ws://host/rooms`. */
  readonly server: string;
  readonly draft: string;
  /** Who is signed in: what waits offline in this browser is kept by person. */
  readonly person: string;
  readonly ticket: () => Promise<string>;
  readonly onSaving: (state: SavingState) => void;
  readonly onRecord: (record: DraftRecord) => void;
  /** The text is there, from the server or from this browser. Called once. */
  readonly onReady: () => void;
  /** The server refused for good; `code` is one of `closeCodes`. What is written stays in this browser. */
  readonly onRefused: (code: number) => void;
  /** What the person may do in the draft may have changed: it is to be asked anew. */
  readonly onRights: () => void;
  /** The server has let the person in, see openRoom. */
  readonly onEntered: () => void;
}

/** A draft that is being worked on. */
export interface DraftConnection {
  readonly talk: TalkChannel;
  readonly crowd: CrowdChannel;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** Resolves once all that was written here is durable on the server; rejects when there is no connection. */
  saved(): Promise<void>;
  close(): void;
}

/** Connects a draft's live text and its record, and keeps the text in this browser for work without a connection. */
export function connectDraft(options: DraftConnectionOptions): DraftConnection {
  const { server, draft, person, ticket, onSaving, onRecord, onReady, onRefused, onRights, onEntered } = options;
  const doc = new Y.Doc();
  const record = new Y.Doc();
  const kept = new IndexeddbPersistence(`plenary:${person}:${draft}`, doc);
  const text = openRoom({ server, room: textRoom(draft), doc, ticket, onRefused, onRights, onEntered });
  const agreed = openRoom({
    server,
    room: recordRoom(draft),
    doc: record,
    ticket,
    onRefused,
    onRights,
    onEntered: () => undefined,
  });
  let saving = initialSaving;
  let asking: ReturnType<typeof setTimeout> | undefined;
  let ready = false;
  let waiting: PromiseWithResolvers<void>[] = [];

  function happened(event: SavingEvent): void {
    const before = savingState(saving);
    saving = nextSaving(saving, event);
    const state = savingState(saving);
    if (state !== before) onSaving(state);
    if (state !== "saving") settle(state);
    if (saving.online && saving.version !== saving.acknowledged) asking ??= setTimeout(ask, 100);
  }

  function settle(state: "saved" | "offline"): void {
    const due = waiting;
    waiting = [];
    for (const { resolve, reject } of due) {
      if (state === "saved") resolve();
      else reject(new Error("There is no connection to the server."));
    }
  }

  function ask(): void {
    asking = undefined;
    const { ws } = text.provider;
    if (ws?.readyState === WebSocket.OPEN) ws.send(savedMessage(saving.version));
  }

  function filled(): void {
    if (ready || doc.getXmlFragment("text").length === 0) return;
    ready = true;
    onReady();
  }

  text.provider.messageHandlers[SAVED] = (_encoder, decoder) =>
    happened({ type: "acknowledged", version: decoding.readVarUint(decoder) });
  text.provider.on("sync", (synced: boolean) => {
    if (!synced) return;
    happened({ type: "synced" });
    filled();
  });
  text.provider.on("status", ({ status }: { status: string }) => {
    if (status !== "connected") happened({ type: "disconnected" });
  });
  doc.on("update", (_update: Uint8Array, origin: unknown) => {
    if (origin !== text.provider) happened({ type: "edited" });
  });
  kept.on("synced", filled);
  record.on("update", () => onRecord(readRecord(record)));

  return {
    doc,
    talk: talkChannel(text.provider),
    crowd: crowdChannel(text.provider),
    awareness: text.provider.awareness,
    saved() {
      const one = Promise.withResolvers<void>();
      waiting.push(one);
      const state = savingState(saving);
      if (state !== "saving") settle(state);
      return one.promise;
    },
    close() {
      settle("offline");
      clearTimeout(asking);
      text.close();
      agreed.close();
      void kept.destroy();
      record.destroy();
    },
  };
}
