import * as Y from "yjs";
import type { NumberedUpdate } from "../store/logStore.ts";
import { createGrowth } from "./growth.ts";
import { fitsSchema } from "./fitsSchema.ts";
import { deletesTheKnown, integrationOf } from "./integration.ts";
import { harmToBase } from "./harmToBase.ts";
import { type BoundClient, createOwners } from "./owners.ts";
import { placesOf } from "./places.ts";
import type { RefusalReason } from "./refusal.ts";
import { readWireUpdate } from "./wireUpdate.ts";

/** How large the update may be that answers the server's question, and any other. */
const MAX_ANSWER = 4 * 1024 * 1024;
const MAX_UPDATE = 1024 * 1024;

/** The connection of the server's own updates in the log. */
const SERVER = "server";

/** Who sends an update, and when. */
export interface Sender {
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Who shows presence under a client id; null for nobody. */
  readonly holder: (client: number) => string | null;
}

/** What a guard says of an update: why it is refused, or what client ids are bound with it. */
export type Verdict =
  | { readonly refused: RefusalReason }
  | { readonly refused: null; readonly binds: readonly BoundClient[] };

/** Judges the updates for one document before any of them is applied. */
export interface Guard {
  /** Judges an update; `answer` when it is the connection's first, which brings all that the client has. */
  judge(doc: Y.Doc, update: Uint8Array, answer: boolean, sender: Sender): Verdict;
  /** Keeps whose the client ids are that an update of the log, which another node judged, brings. */
  learn(logged: NumberedUpdate): void;
  /** Keeps whose the client ids are, once the update is applied. */
  bind(bound: readonly BoundClient[]): void;
}

/**
 * A guard of a document whose clients are bound so, which is made from a base with those ids and may grow to so many
 * bytes.
 */
export function createGuard(stored: readonly BoundClient[], base: ReadonlySet<string>, limit: number): Guard {
  const owners = createOwners(stored);
  const growth = createGrowth(limit);
  return {
    judge(doc, bytes, answer, sender) {
      if (bytes.length > (answer ? MAX_ANSWER : MAX_UPDATE)) return { refused: "size" };
      const update = readWireUpdate(bytes);
      if (typeof update === "string") return { refused: update };
      const binds = owners.claim(update, sender, (client) => Y.getState(doc.store, client));
      if (typeof binds === "string") return { refused: binds };
      const integration = integrationOf(doc, update);
      if (!integration) return { refused: "gap" };
      if (!deletesTheKnown(update, integration)) return { refused: "deletion" };
      const places = placesOf(doc, integration);
      if (!fitsSchema(places)) return { refused: "schema" };
      const refused = harmToBase(doc, update, places, base);
      if (refused !== null) return { refused };
      if (integration.fresh.length > 0 && !growth.has(doc, bytes.length)) return { refused: "full" };
      growth.add(bytes.length);
      return { refused, binds };
    },
    learn({ person, connection, at, data }) {
      if (connection === SERVER) return;
      const update = readWireUpdate(data);
      if (typeof update === "string") throw new Error(`The log holds an update that is refused: ${update}.`);
      growth.add(data.length);
      owners.learn([...update.structs.keys()].map((client) => ({ client, person, at })));
    },
    bind: (bound) => owners.bind(bound),
  };
}
