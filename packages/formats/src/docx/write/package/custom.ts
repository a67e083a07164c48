import { type Seals, printSeals } from "../../../proof/seal.ts";
import { xmlDeclaration } from "../xml.ts";

/** Word shows at most 255 characters of a property: a longer seal is cut into several. */
const longest = 240;

/** The custom properties: the seals, as `Plenary base 1`, `Plenary base 2`, …, `Plenary current 1`, … */
export function customPart(seals: Seals): string {
  const named = printSeals(seals).flatMap(([side, seal]) => cut(side, seal));
  // Ids of properties begin at 2.
  const properties = named.map(
    ([name, value], i) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + 2}" name="${name}">` +
      `<vt:lpwstr>${value}</vt:lpwstr></property>`,
  );
  return (
    `${xmlDeclaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ` +
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    `${properties.join("")}</Properties>`
  );
}

function cut(side: string, seal: string): [name: string, value: string][] {
  const parts = seal.match(new RegExp(`.{1,${longest}}`, "g")) ?? [];
  return parts.map((part, i) => [`Plenary ${side} ${i + 1}`, part]);
}
