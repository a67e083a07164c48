import { writeText } from "@plenary/collab";
import { type Text, flatten } from "@plenary/document";
import { type LogEntry, createLedger, watchClauses } from "@plenary/server";
import * as Y from "yjs";

/**
 * One conference of several people on copies of one live text, whose updates reach the ledger one by one. The client ids
 * are those of the first text, then of each person; where they end, any.
 */
export function conference(published: Text, ids: readonly number[] = []) {
  const server = new Y.Doc();
  const left = [...ids];
  const copy = () => {
    const doc = new Y.Doc();
    doc.clientID = left.shift() ?? doc.clientID;
    return doc;
  };
  const ledger = createLedger(published);
  const log: Pick<LogEntry, "person" | "group" | "at" | "data">[] = [];
  let now = 1_000_000;
  let author = { person: "server", group: "" };
  watchClauses(server, (edits) => ledger.apply(edits, author, now));
  server.on("update", (data: Uint8Array) => log.push({ ...author, at: now, data }));
  const initial = copy();
  writeText(initial, published);
  Y.applyUpdate(server, Y.encodeStateAsUpdate(initial));
  return {
    server,
    ledger,
    log,
    later: (ms: number) => void (now += ms),
    /** A person at a copy of their own; what they do is sent when asked. */
    person(name: string) {
      const doc = copy();
      const pull = () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)));
      const send = () => {
        author = { person: name, group: `group of ${name}` };
        now += 3000;
        const missing = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server));
        Y.applyUpdate(server, missing);
      };
      pull();
      return {
        doc,
        pull,
        send,
        /** One transaction on what is there now, sent at once. */
        does(change: (live: Live) => void) {
          pull();
          doc.transact(() => change(live(doc)), name);
          send();
        },
      };
    },
  };
}

/** {@link live}. */
type Live = ReturnType<typeof live>;

/** Edits of a live text as the editor's binding writes them. */
export function live(doc: Y.Doc) {
  const root = doc.getXmlFragment("text");
  const elements = () =>
    root
      .toArray()
      .filter((child): child is Y.XmlElement => child instanceof Y.XmlElement && child.nodeName === "clause");
  const words = (at: number): Y.XmlText => {
    const element = elements()[at]!;
    const there = element.get(0);
    if (there instanceof Y.XmlText) return there;
    const made = new Y.XmlText();
    element.insert(0, [made]);
    return made;
  };
  const said = (at: number) => flatten(readClausesContent(words(at)));
  const add = (at: number, id: string, content: string) => {
    const element = new Y.XmlElement("clause");
    for (const [name, value] of Object.entries({ id, kind: "paragraph" })) element.setAttribute(name, value);
    element.insert(0, [new Y.XmlText(content)]);
    root.insert(at, [element]);
  };
  return {
    elements,
    words,
    said,
    add,
    remove: (at: number) => root.delete(at, 1),
    find: (part: string) => elements().findIndex((_, at) => said(at).includes(part)),
    insert: (at: number, before: string, what: string) => words(at).insert(said(at).indexOf(before), what),
    erase: (at: number, what: string) => words(at).delete(said(at).indexOf(what), what.length),
    split(at: number, before: string, id: string) {
      const place = said(at).indexOf(before);
      const rest = said(at).slice(place);
      words(at).delete(place, rest.length);
      add(at + 1, id, rest);
    },
    join(at: number) {
      const rest = said(at + 1);
      root.delete(at + 1, 1);
      words(at).insert(said(at).length, rest);
    },
    /** All of a clause written anew under another element, as a change of the node's type is. */
    remake(at: number) {
      const [id, content] = [elements()[at]!.getAttribute("id") ?? "", said(at)];
      root.delete(at, 1);
      add(at, id, content);
    },
  };
}

/** The content of words that carry marks only. */
export function readClausesContent(words: Y.XmlText) {
  const delta: { insert?: unknown }[] = words.toDelta();
  return delta.flatMap(({ insert }) => (typeof insert === "string" ? [{ type: "text" as const, text: insert }] : []));
}
