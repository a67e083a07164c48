import type { Language, Text } from "@plenary/document";
import { arbitraryEdit, arbitraryText } from "@plenary/document/arbitrary";
import * as fc from "fast-check";
import { accept } from "../apply.ts";
import { compare } from "../compare.ts";
import { amendments } from "./amended.ts";

/** A base and amendments to it. */
interface SeveralAmendments {
  readonly base: Text;
  readonly currents: readonly Text[];
}

/** A base and 2–6 amendments: apart from one another, or some of them parts of one and so alike. */
export function severalAmendments(language: Language): fc.Arbitrary<SeveralAmendments> {
  const apart = arbitraryText(language).chain((base) =>
    fc.array(arbitraryEdit(base), { minLength: 2, maxLength: 6 }).map((currents) => ({ base, currents })),
  );
  const alike = amendments(language).chain(({ base, current }) => {
    const redline = compare(base, current, { ids: "trusted" });
    const part = fc.subarray(redline.changes.map(({ id }) => id)).map((ids) => accept(redline, ids));
    return fc
      .tuple(
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.array(arbitraryEdit(base), { minLength: 1, maxLength: 3 }),
      )
      .map(([parts, others]) => ({ base, currents: [...parts, ...others] }));
  });
  return fc.oneof(apart, alike);
}
