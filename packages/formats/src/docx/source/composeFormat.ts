import { type Mark, marks as allMarks, sameMarks } from "@plenary/document";
import { type Styles, runMarks, styleChain } from "../read/styles/readStyles.ts";
import { type Element, isWord, valueOf } from "../read/xml/element.ts";
import { raw } from "../read/xml/raw.ts";
import { isTracked } from "./trace.ts";

const order = (
  "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish " +
  "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang " +
  "eastAsianLayout specVanish oMath"
).split(" ");
const written: Readonly<Record<Mark, readonly (readonly [name: string, on: string, off: string])[]>> = {
  bold: [
    ["b", "<w:b/>", '<w:b w:val="0"/>'],
    ["bCs", "<w:bCs/>", '<w:bCs w:val="0"/>'],
  ],
  italic: [
    ["i", "<w:i/>", '<w:i w:val="0"/>'],
    ["iCs", "<w:iCs/>", '<w:iCs w:val="0"/>'],
  ],
  underline: [["u", '<w:u w:val="single"/>', '<w:u w:val="none"/>']],
  superscript: [["vertAlign", '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="baseline"/>']],
  subscript: [["vertAlign", '<w:vertAlign w:val="subscript"/>', '<w:vertAlign w:val="baseline"/>']],
};
const ofMarks = new Set(Object.values(written).flatMap((ways) => ways.map(([name]) => name)));

/**
 * The properties of a run of the file for words with these marks: as they stand there if they say these marks, else
 * with what says marks put right. `borrowed` words are new, so they take no style of links or notes along.
 */
export function composeFormat(
  properties: Element | null,
  marks: readonly Mark[],
  styles: Styles,
  borrowed = false,
): string {
  const children = (properties?.children ?? []).filter((each) => {
    if (isTracked(each)) return false;
    return !(borrowed && (isNamedReference(each, properties, styles) || isWord(each, "vertAlign")));
  });
  const own: Element | null = properties && { ...properties, children };
  if (sameMarks(runMarks(own, styles), marks)) return children.map((each) => raw(each)).join("");
  const rest = children.filter(({ space, name }) => space !== "w" || !ofMarks.has(name));
  const byStyle = runMarks(own && { ...own, children: rest }, styles);
  const parts = rest.map((each) => [each.name, raw(each)] as const);
  for (const mark of allMarks) {
    if (marks.includes(mark)) parts.push(...written[mark].map(([name, on]) => [name, on] as const));
    else if (byStyle.includes(mark) && !(mark.endsWith("script") && marks.some((other) => other.endsWith("script"))))
      parts.push(...written[mark].map(([name, , off]) => [name, off] as const));
  }
  return parts
    .toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .map(([, xml]) => xml)
    .join("");
}

function isNamedReference(element: Element, properties: Element | null, styles: Styles): boolean {
  if (!isWord(element, "rStyle")) return false;
  return styleChain(styles, valueOf(properties, "rStyle")).some(({ name }) => /hyperlink|reference/.test(name));
}
