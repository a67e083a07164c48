import { SaxesParser } from "saxes";
import { DocxError } from "../docxError.ts";
import { limits } from "../package/limits.ts";
import type { Element, Place, Space } from "./element.ts";

const word = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);
const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const nothing: ReadonlyMap<string, string> = new Map();

/** How many elements may still be read; shared by all parts of a file. */
export interface Budget {
  elements: number;
}

interface Building extends Element {
  readonly children: Building[];
  readonly place: Place & { to: number };
  text: string;
}

/** Ids and links between paragraphs and comments, in namespaces of later versions of Word. */
const laterAttributes = new Set(["paraId", "paraIdParent", "done"]);

/**
 * The root element of a part. Throws a {@link DocxError} when it is not well-formed, declares a document type, or goes
 * beyond the limits.
 */
export function parseXml(bytes: Uint8Array, part: string, budget: Budget): Element {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const source = decode(bytes);
  const open: Building[] = [];
  let root: Element | null = null;
  parser.on("error", (cause) => {
    throw new DocxError(`The part ${part} is not well-formed. Open the file in Word, save it anew and try again.`, {
      cause,
    });
  });
  parser.on("doctype", () => {
    throw new DocxError(`The part ${part} declares a document type, which no Word file does. It was not read.`);
  });
  parser.on("opentag", (tag) => {
    budget.elements -= 1;
    if (budget.elements < 0 || open.length >= limits.depth) {
      throw new DocxError(`The part ${part} holds too many elements or nests them too deeply. Split the file.`);
    }
    const above = open.at(-1);
    const element: Building = {
      space: spaceOf(tag.uri),
      name: tag.local,
      attributes: attributesOf(tag.attributes),
      children: [],
      text: "",
      // No attribute's value holds a "<", so the last one begins the tag.
      place: {
        part: source,
        from: source.lastIndexOf("<", parser.position - 1),
        to: parser.position,
        scope: above ? above.place.scope + declarations(tag.ns) : "",
      },
    };
    above?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed) closed.place.to = parser.position;
  });
  const addText = (text: string): void => {
    const parent = open.at(-1);
    if (parent && parent.children.length === 0) parent.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(source).close();
  if (root === null) throw new DocxError(`The part ${part} is empty.`);
  return root;
}

function spaceOf(uri: string): Space {
  if (word.has(uri)) return "w";
  if (uri === compatibility) return "mc";
  return uri.endsWith("/math") ? "m" : "other";
}

interface Attribute {
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

function attributesOf(given: Readonly<Record<string, Attribute>>): ReadonlyMap<string, string> {
  let out: Map<string, string> | null = null;
  for (const { uri, local, value } of Object.values(given)) {
    if ((uri === "" || word.has(uri) || laterAttributes.has(local)) && !local.startsWith("rsid"))
      (out ??= new Map()).set(local, value);
  }
  return out ?? nothing;
}

function declarations(declared: Readonly<Record<string, string>>): string {
  return Object.entries(declared)
    .map(
      ([prefix, uri]) =>
        ` xmlns${prefix === "" ? "" : `:${prefix}`}="${uri.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"`,
    )
    .join("");
}

function decode(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff && "utf-16be";
  return new TextDecoder(wide || "utf-8").decode(bytes);
}
