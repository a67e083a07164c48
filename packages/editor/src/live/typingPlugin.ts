import { Plugin, TextSelection } from "@tiptap/pm/state";

/** Phones and tablets, whose keyboards keep a record of their own of what they wrote. */
const touch = /Android|iPhone|iPad|iPod/;

/**
 * Writes what a key types straight into the text. Written by the browser first, a letter would be read back from the
 * page, and inside an insertion the words and the struck ones beside them would be built anew for each key.
 */
export function typingPlugin(): Plugin {
  return new Plugin({
    props: {
      handleKeyPress: (view, event) => {
        const letter = String.fromCharCode(event.charCode);
        const { selection, tr } = view.state;
        // Half a character is left to the browser, which has the other half.
        if (!view.editable || /[\p{Cc}\p{Cs}]/u.test(letter) || touch.test(navigator.userAgent)) return false;
        if (!(selection instanceof TextSelection)) return false;
        const { from, to } = selection;
        const plain = () => tr.insertText(letter).scrollIntoView();
        const handled = view.someProp("handleTextInput", (handle) => handle(view, from, to, letter, plain));
        if (handled !== true) view.dispatch(plain());
        return true;
      },
    },
  });
}
