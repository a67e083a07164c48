import type { Text } from "@plenary/document";
import type * as Y from "yjs";
import { findMerge } from "./findMerge.ts";
import { findSplit } from "./findSplit.ts";
import { mergeClauses } from "../draft/mergeClauses.ts";
import { splitClause } from "../draft/splitClause.ts";
import { moveClause, restoreClause, suppressClause } from "../draft/structure.ts";

/**
 * A command on the structure of a live text, which only the server carries out, one after the other: two people
 * who did it at once would lose or double words.
 *
 * - `suppress`, `restore`: a clause says nothing, or what the base says
 * - `move`: a clause goes before another, to the end when that is null
 * - `split`: a clause becomes two at the place between the words `before` and `after`, as the person saw it;
 *   `at` is the place in the clause's flat content, which tells equal words apart
 * - `merge`: a clause goes on with the words of the one behind it, `next`
 */
export type StructureCommand =
  | { readonly command: "suppress" | "restore"; readonly clause: string }
  | { readonly command: "move"; readonly clause: string; readonly before: string | null }
  | {
      readonly command: "split";
      readonly clause: string;
      readonly at: number;
      readonly before: string;
      readonly after: string;
    }
  | { readonly command: "merge"; readonly clause: string; readonly next: string };

/**
 * What became of a command: it is done (`made` is the clause that a split made), it was done already and nothing was
 * written (`made` is the clause that the split before made), there is no such clause, or the text is no longer as the
 * person saw it, and nothing was written.
 */
export type CommandOutcome =
  | { readonly outcome: "done" | "unchanged"; readonly made: string | null }
  | { readonly outcome: "missing" | "changed" };

/** Carries out a command on a live text; `fresh` is the id of a clause that a split may make. */
export function runCommand(doc: Y.Doc, published: Text, given: StructureCommand, fresh: string): CommandOutcome {
  switch (given.command) {
    case "suppress":
      return found(suppressClause(doc, given.clause));
    case "restore":
      return found(restoreClause(doc, published, given.clause));
    case "move":
      return found(moveClause(doc, published, given.clause, given.before));
    case "split": {
      const place = findSplit(doc, published, given);
      if (typeof place === "string") return { outcome: place };
      if ("made" in place) return { outcome: "unchanged", made: place.made };
      const made = splitClause(doc, published, place.clause, place.at, fresh);
      return made === null ? { outcome: "changed" } : { outcome: "done", made };
    }
    case "merge": {
      const place = findMerge(doc, published, given);
      if (place === "unchanged") return { outcome: "unchanged", made: null };
      if (place !== "here") return { outcome: place };
      return mergeClauses(doc, published, given.clause) ? { outcome: "done", made: null } : { outcome: "changed" };
    }
  }
}

function found(there: boolean): CommandOutcome {
  return there ? { outcome: "done", made: null } : { outcome: "missing" };
}
