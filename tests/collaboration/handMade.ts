import * as Y from "yjs";

/** An update message of the y-websocket protocol, made by hand. */
export function updateMessage(update: Uint8Array): Uint8Array {
  if (update.length > 127) throw new Error("Too long for a one-byte length.");
  return new Uint8Array([0, 2, update.length, ...update]);
}

/** An update that adds words to a draft, of a client that has seen nothing of it. */
export function foreignWords(): Uint8Array {
  const doc = new Y.Doc();
  doc.getXmlFragment("text").insert(0, [new Y.XmlText("mine")]);
  return Y.encodeStateAsUpdate(doc);
}
