import { SaxesParser } from "saxes";
import { AknError } from "../aknError.ts";
import { PLENARY } from "../vocabulary.ts";
import type { Element } from "./element.ts";

/** What a file may hold at most: a volume of resolutions stays an order of magnitude below. */
const limits = {
  /** UTF-16 units of the file. */
  length: 64 * 1024 * 1024,
  /** Elements of the file. */
  elements: 1_000_000,
  /** Elements inside elements. */
  depth: 200,
} as const;

interface Building extends Element {
  readonly children: (Building | string)[];
}

const nothing: ReadonlyMap<string, string> = new Map();

/**
 * The root element, `akomaNtoso`. Throws an {@link AknError} for other XML, for what is not well-formed or declares a
 * document type, and beyond the limits.
 */
export function parseXml(xml: string): Element {
  if (xml.length > limits.length)
    throw new AknError("The file is too large to be read as one. Split it and try again.");
  const parser = new SaxesParser({ xmlns: true });
  const open: Building[] = [];
  let root: Building | null = null;
  let count = 0;
  let space = "";
  parser.on("error", ({ message }) => {
    throw new AknError(`The XML is not well-formed at ${message.replace(/\.$/, "")}. Mend it there and try again.`);
  });
  parser.on("doctype", () => {
    throw new AknError(
      "The XML declares a document type, which no Akoma Ntoso does. Remove the DOCTYPE and try again.",
    );
  });
  parser.on("opentag", (tag) => {
    count += 1;
    if (count > limits.elements || open.length >= limits.depth)
      throw new AknError("The XML holds too many elements or nests them too deeply. Split the file and try again.");
    if (root === null && (tag.local !== "akomaNtoso" || !/\/akn\/3\.0/.test(tag.uri)))
      throw new AknError("The XML is no Akoma Ntoso 3.0: its root is not akomaNtoso of that namespace.");
    if (root === null) space = tag.uri;
    // An element of another vocabulary has no meaning here; what it holds is read.
    const element: Building = {
      name: tag.uri === space ? tag.local : `other:${tag.local}`,
      attributes: attributesOf(tag.attributes, ""),
      own: attributesOf(tag.attributes, PLENARY),
      children: [],
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  const addText = (text: string): void => {
    const children = open.at(-1)?.children;
    const last = children?.at(-1);
    if (children && typeof last === "string") children[children.length - 1] = last + text;
    else children?.push(text);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(xml.replace(/^\uFEFF/, "")).close();
  if (root === null) throw new AknError("The XML is empty. Give an Akoma Ntoso file.");
  return root;
}

interface Attribute {
  readonly uri: string;
  readonly local: string;
  readonly prefix: string;
  readonly value: string;
}

function attributesOf(given: Readonly<Record<string, Attribute>>, space: string): ReadonlyMap<string, string> {
  let out: Map<string, string> | null = null;
  for (const { uri, local, prefix, value } of Object.values(given)) {
    if (uri === space) (out ??= new Map()).set(local, value);
    else if (space === "" && prefix === "xml") (out ??= new Map()).set(`xml:${local}`, value);
  }
  return out ?? nothing;
}
