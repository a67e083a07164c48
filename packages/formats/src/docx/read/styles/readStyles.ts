import { type Mark, marks } from "@plenary/document";
import { type Element, child, isWord, valueOf } from "../xml/element.ts";

/** A style: its name as compared (small letters and digits alone), its properties, and the style it builds on. */
export interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph: Element | null;
  readonly run: Element | null;
  readonly basedOn: string | null;
}

/** The styles of a document by their ids, and the id of the one for paragraphs that name none. */
export interface Styles {
  readonly byId: ReadonlyMap<string, Style>;
  readonly standard: string | null;
}

/** Reads the part of the styles; without one there are none. */
export function readStyles(part: Element | null): Styles {
  const byId = new Map<string, Style>();
  let standard: string | null = null;
  for (const element of part?.children ?? []) {
    const id = element.attributes.get("styleId");
    if (!isWord(element, "style") || id === undefined) continue;
    const style: Style = {
      id,
      name: plain(valueOf(element, "name") ?? id),
      paragraph: child(element, "pPr"),
      run: child(element, "rPr"),
      basedOn: valueOf(element, "basedOn"),
    };
    byId.set(id, style);
    const isDefault = isOn(element.attributes.get("default") ?? "0");
    if (isDefault && element.attributes.get("type") === "paragraph") standard = id;
  }
  return { byId, standard };
}

/** The style with that id and those it builds on, the nearest first; none when it is unknown. */
export function styleChain(styles: Styles, id: string | null): readonly Style[] {
  const out: Style[] = [];
  let style = id === null ? undefined : styles.byId.get(id);
  while (style && !out.includes(style) && out.length < 32) {
    out.push(style);
    style = style.basedOn === null ? undefined : styles.byId.get(style.basedOn);
  }
  return out;
}

/** A style's name as it is compared: case, spaces and signs do not count, names in other scripts stay. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_\-.,:;()[\]]/g, "");
}

/** The formatting of a run with these properties: its own, then that of its character style. */
export function runMarks(properties: Element | null, styles: Styles): readonly Mark[] {
  if (!properties) return [];
  const named = styleChain(styles, valueOf(properties, "rStyle")).filter(
    ({ name }) => !/hyperlink|reference/.test(name),
  );
  const layers = [properties, ...named.flatMap(({ run }) => (run ? [run] : []))];
  return marks.filter((mark) => {
    for (const layer of layers) {
      const said = saysMark(layer, mark);
      if (said !== null) return said;
    }
    return false;
  });
}

function saysMark(properties: Element, mark: Mark): boolean | null {
  switch (mark) {
    case "bold":
      return toggle(child(properties, "b"));
    case "italic":
      return toggle(child(properties, "i"));
    case "underline": {
      const line = child(properties, "u");
      return line && (line.attributes.get("val") ?? "none") !== "none";
    }
    case "subscript":
    case "superscript": {
      const place = child(properties, "vertAlign");
      return place && place.attributes.get("val") === mark;
    }
  }
}

function toggle(element: Element | null): boolean | null {
  return element && isOn(element.attributes.get("val") ?? "1");
}

function isOn(value: string): boolean {
  return !["0", "false", "off", "none"].includes(value);
}
