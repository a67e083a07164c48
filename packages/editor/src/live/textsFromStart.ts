import { Plugin } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";

/**
 * Gives every clause that the person adds the one text that its words go into. Two people who begin to write in it away
 * from each other would else make one each, and who joins them would delete one with what is typed there meanwhile.
 */
export function textsFromStart(doc: Y.Doc): Plugin {
  return new Plugin({
    view: () => {
      const done = (tr: Y.Transaction): void => {
        if (!tr.local || tr.origin !== ySyncPluginKey) return;
        const bare = [...tr.changed.keys()].flatMap((type) => (type instanceof Y.XmlFragment ? newIn(type, tr) : []));
        const empty = bare.flatMap(withoutText);
        if (empty.length === 0) return;
        doc.transact((own) => {
          own.meta.set("addToHistory", tr.meta.get("addToHistory"));
          for (const clause of empty) clause.insert(0, [new Y.XmlText()]);
        }, ySyncPluginKey);
      };
      doc.on("afterTransaction", done);
      return { destroy: () => doc.off("afterTransaction", done) };
    },
  });
}

function newIn(parent: Y.XmlFragment, { beforeState }: Y.Transaction): Y.XmlElement[] {
  return Y.getTypeChildren(parent).flatMap(({ id, deleted, content }) => {
    const isNew = !deleted && id.clock >= (beforeState.get(id.client) ?? 0);
    return isNew && content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? [content.type] : [];
  });
}

function withoutText(element: Y.XmlElement): Y.XmlElement[] {
  if (element.nodeName === "clause") return element.length === 0 ? [element] : [];
  return element.toArray().flatMap((child) => (child instanceof Y.XmlElement ? withoutText(child) : []));
}
