import { type Seals, parseSeals } from "../../proof/seal.ts";
import { limits } from "./package/limits.ts";
import { openPackage } from "./package/openPackage.ts";
import { parseXml } from "./xml/parseXml.ts";

/** The seals that a Word file carries in its custom properties; null where it has none. Throws a `DocxError`. */
export function readSeals(bytes: Uint8Array): Seals {
  const part = openPackage(bytes).get("docProps/custom.xml");
  const properties = part ? parseXml(part, "docProps/custom.xml", { elements: limits.elements }).children : [];
  const seal = (side: string): string => {
    const parts = new Map<number, string>();
    for (const { attributes, children } of properties) {
      const [, named, place] = /^Plenary (\w+) (\d{1,6})$/.exec(attributes.get("name") ?? "") ?? [];
      if (named === side) parts.set(Number(place), children[0]?.text ?? "");
    }
    return [...parts]
      .toSorted(([one], [other]) => one - other)
      .map(([, said]) => said)
      .join("");
  };
  return parseSeals(seal);
}
