import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/** Outer blocks, by their positions, and the class on them. */
interface AtHand {
  /** Where the caret is, or both ends of the selection. */
  readonly here: readonly number[];
  /** Where it was before that. */
  readonly left: readonly number[];
  readonly drawn: DecorationSet;
}

const atHandKey = new PluginKey<AtHand>("atHand");

/**
 * Marks the outer blocks that the caret is in and was in last. Blocks out of sight are not laid out, and a new one
 * counts as out of sight until it is painted: without this, what an input method or a phone's keyboard writes in that
 * moment would go to the next block that is laid out.
 */
export function atHandPlugin(): Plugin<AtHand> {
  return new Plugin<AtHand>({
    key: atHandKey,
    state: {
      init: (_config, state) => draw(state, outerBlocks(state), []),
      apply(tr, before, _old, state) {
        if (!tr.docChanged && !tr.selectionSet) return before;
        const here = outerBlocks(state);
        const was = before.here.map((pos) => tr.mapping.map(pos));
        const stays = was.join() === here.join();
        if (stays && !tr.docChanged) return before;
        return draw(state, here, stays ? before.left.map((pos) => tr.mapping.map(pos)) : was);
      },
    },
    props: { decorations: (state) => atHandKey.getState(state)?.drawn },
  });
}

function outerBlocks({ selection: { $anchor, $head } }: EditorState): number[] {
  return [$anchor, $head].filter(({ depth }) => depth > 0).map((end) => end.before(1));
}

function draw({ doc }: EditorState, here: readonly number[], left: readonly number[]): AtHand {
  const drawn = [...new Set([...here, ...left])].flatMap((pos) => {
    const node = doc.nodeAt(pos);
    return node?.isBlock === true ? [Decoration.node(pos, pos + node.nodeSize, { class: "at-hand" })] : [];
  });
  return { here, left, drawn: DecorationSet.create(doc, drawn) };
}
