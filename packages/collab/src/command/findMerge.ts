import type { Text } from "@plenary/document";
import type * as Y from "yjs";
import { goneId } from "../draft/gone.ts";
import { readClauses } from "../draft/readClauses.ts";
import { resolveIds } from "../draft/resolveIds.ts";

/** Somebody wants a clause to go on with the words of the one behind it, `next`. */
interface WantedMerge {
  readonly clause: string;
  readonly next: string;
}

/**
 * Whether the two can be joined: "here" when the second is the next one that stands in the text behind the first,
 * "unchanged" when the second stands there no more, as after a join, "missing" when there was never one of the two,
 * "changed" when another stands between them.
 */
export function findMerge(
  doc: Y.Doc,
  published: Text,
  { clause, next }: WantedMerge,
): "here" | "unchanged" | "missing" | "changed" {
  const raw = readClauses(doc);
  const ids = resolveIds(raw, published);
  const standing = raw.flatMap((each) => ids.get(each) ?? []);
  const at = standing.indexOf(clause);
  if (at === -1) return "missing";
  if (standing[at + 1] === next) return "here";
  if (standing.includes(next)) return "changed";
  return raw.some(({ id }) => [next, goneId(next)].includes(id)) ? "unchanged" : "missing";
}
