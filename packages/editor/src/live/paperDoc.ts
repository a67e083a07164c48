import * as Y from "yjs";
import { PageNodes } from "./pageNodes.ts";

/**
 * The paper's own copy of the live draft. What is written on the paper goes to the live draft at
 * once; what others write comes from there at once too, or is held back for a while.
 */
export interface PaperDoc {
  readonly doc: Y.Doc;
  readonly nodes: PageNodes;
  /** Holds back what others write until {@link PaperDoc.release}, at most for that many milliseconds. */
  hold(longest: number): void;
  /** Brings what was held back; nothing happens when nothing is held. */
  release(): void;
  /** Ends the connection of the two. */
  destroy(): void;
}

const fromLive = Symbol("from the live draft");
const fromPaper = Symbol("from the paper");

/** A paper's copy of the live draft; `before` is called ahead of every edit that arrives from others. */
export function paperDoc(live: Y.Doc, before: () => void): PaperDoc {
  const doc = new Y.Doc();
  let held: Uint8Array[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  const arrive = (update: Uint8Array) => {
    before();
    Y.applyUpdate(doc, update, fromLive);
  };
  const release = () => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    const [first, ...rest] = held;
    held = [];
    if (first) arrive(rest.length === 0 ? first : Y.mergeUpdates([first, ...rest]));
  };
  const inward = (update: Uint8Array, origin: unknown) => {
    if (origin === fromPaper) return;
    if (timer === null) arrive(update);
    else held.push(update);
  };
  const outward = (update: Uint8Array, origin: unknown) => {
    if (origin !== fromLive) Y.applyUpdate(live, update, fromPaper);
  };

  Y.applyUpdate(doc, Y.encodeStateAsUpdate(live), fromLive);
  live.on("update", inward);
  doc.on("update", outward);
  return {
    doc,
    nodes: new PageNodes(),
    hold: (longest) => {
      timer ??= setTimeout(release, longest);
    },
    release,
    destroy: () => {
      if (timer !== null) clearTimeout(timer);
      live.off("update", inward);
      doc.off("update", outward);
      doc.destroy();
    },
  };
}
