import { Collaboration } from "@tiptap/extension-collaboration";
import { Plugin } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

/**
 * Binds the page to the live draft. The binding compares the two after every transaction, also after one that moved a
 * caret alone; here only once the page is another.
 */
export const liveBinding = Collaboration.extend({
  addProseMirrorPlugins() {
    return (this.parent?.() ?? []).map((plugin) =>
      plugin.spec.key === ySyncPluginKey ? compareEdits(plugin) : plugin,
    );
  },
});

function compareEdits({ spec }: Plugin): Plugin {
  return new Plugin({
    ...spec,
    view: (view) => {
      const bound = spec.view?.(view);
      return {
        ...bound,
        update: (page, before) => {
          if (page.state.doc !== before.doc) bound?.update?.(page, before);
        },
      };
    },
  });
}
