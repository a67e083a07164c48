import type { Element } from "../read/xml/element.ts";
import { escapeXml } from "../write/xml.ts";

/** The children of a paragraph's properties, each with its name, in the order of the schema. */
export type PropertyList = readonly (readonly [name: string, xml: string])[];

const order = (
  "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs " +
  "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd " +
  "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment " +
  "textboxTightWrap outlineLvl divId cnfStyle"
).split(" ");

/** The properties of a paragraph that leaves its list and keeps the indent that the list gave it. */
export function outOfList(properties: PropertyList, indent: Element | null): PropertyList {
  const rest = properties.filter(([name]) => name !== "numPr");
  const unnumbered = inserted(rest, "numPr", '<w:numPr><w:numId w:val="0"/></w:numPr>');
  if (!indent || rest.some(([name]) => name === "ind")) return unnumbered;
  const attributes = [...indent.attributes].map(([name, value]) => ` w:${name}="${escapeXml(value)}"`).join("");
  return inserted(unnumbered, "ind", `<w:ind${attributes}/>`);
}

/** The properties as they are written. */
export function printed(properties: PropertyList): string {
  return properties.map(([, xml]) => xml).join("");
}

function inserted(properties: PropertyList, name: string, xml: string): PropertyList {
  const after = properties.findIndex(([each]) => order.indexOf(each) > order.indexOf(name));
  return properties.toSpliced(after < 0 ? properties.length : after, 0, [name, xml]);
}
