import type { Language, Mark } from "@plenary/document";
import { escapeXml } from "./xml.ts";

/** Characters that have elements of their own in a run. */
const elements: Readonly<Record<string, string>> = {
  "\t": "<w:tab/>",
  "\n": "<w:br/>",
  "\v": "<w:br/>",
  "\u2028": "<w:br/>",
  "\u2029": "<w:br/>",
  "\u00AD": "<w:softHyphen/>",
  "\u2011": "<w:noBreakHyphen/>",
};

/** One run: its properties (see {@link runProperties}) and its text; "" when there is nothing to print. */
export function textRun(text: string, properties: string, deleted: boolean): string {
  const name = deleted ? "w:delText" : "w:t";
  let inside = "";
  for (const part of text.split(/([\t\n\v\u2028\u2029\u00AD\u2011])/)) {
    const element = elements[part];
    if (element !== undefined) inside += element;
    else {
      const escaped = escapeXml(part.replaceAll("\r", ""));
      if (escaped !== "") inside += `<${name} xml:space="preserve">${escaped}</${name}>`;
    }
  }
  return inside === "" ? "" : `<w:r>${properties}${inside}</w:r>`;
}

/** The children of a run's properties, in the order of the schema; "" when it has none. */
export function runFormat(marks: readonly Mark[], language: Language): string {
  let format = "";
  if (marks.includes("bold")) format += "<w:b/><w:bCs/>";
  if (marks.includes("italic")) format += "<w:i/><w:iCs/>";
  if (marks.includes("underline")) format += '<w:u w:val="single"/>';
  if (marks.includes("superscript")) format += '<w:vertAlign w:val="superscript"/>';
  else if (marks.includes("subscript")) format += '<w:vertAlign w:val="subscript"/>';
  if (language === "ar") format += "<w:rtl/>";
  return format;
}

/** A run's properties element; `change` is the tracked change of its format, if any. */
export function runProperties(format: string, change = ""): string {
  return format === "" && change === "" ? "" : `<w:rPr>${format}${change}</w:rPr>`;
}
