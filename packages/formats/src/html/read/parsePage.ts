import { SaxesParser } from "saxes";

/** A page that is no HTML file of this product, or no longer well-formed; the message says what to do. */
export class HtmlError extends Error {
  override readonly name = "HtmlError";
}

/** An element of a page and what stands in it. */
export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (PageElement | string)[];
}

interface Building extends PageElement {
  readonly children: (Building | string)[];
}

const limits = { depth: 60, elements: 2_000_000 };

/**
 * The root element of a page that was written here, which is well-formed XML behind its first line. Throws an
 * {@link HtmlError} for any other.
 */
export function parsePage(source: string): PageElement {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const open: Building[] = [];
  const made: Building[] = [];
  parser.on("error", (cause) => {
    throw new HtmlError(
      "This page was not written by Plenary, or another program saved it anew. Take the exported file.",
      {
        cause,
      },
    );
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length >= limits.depth || made.length >= limits.elements)
      throw new HtmlError("This page holds too many elements or nests them too deeply.");
    const element: Building = { name, attributes: { ...attributes }, children: [] };
    open.at(-1)?.children.push(element);
    made.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", (text) => void open.at(-1)?.children.push(text));
  parser.write(source.replace(/^\uFEFF?<!doctype html>/i, "")).close();
  const [root] = made;
  if (!root) throw new HtmlError("This page is empty.");
  return root;
}

/** Every element of the tree that passes, outermost first; what stands inside one that passes is not looked at. */
export function findAll(element: PageElement, passes: (each: PageElement) => boolean): PageElement[] {
  return element.children.flatMap((each) =>
    typeof each === "string" ? [] : passes(each) ? [each] : findAll(each, passes),
  );
}
