import { type Clause, type ClauseKind, flatten, parseLabel } from "@plenary/document";
import { oneLine } from "./quoted.ts";

/** Where a clause stands, as a reader would name it. */
export interface Place {
  readonly kind: ClauseKind;
  /** The words of the call it stands under, "resolves"; null when it stands under none. */
  readonly call: string | null;
  /** Its label after those of the items that hold it, "3 a)"; null without one. */
  readonly label: string | null;
}

/** The place of the clause at this index of a text's clauses. */
export function placeOf(clauses: readonly Clause[], index: number): Place {
  const clause = clauses[index]!;
  const { kind } = clause;
  const own = labelOf(clause);
  if (kind !== "item" && kind !== "paragraph") return { kind, call: null, label: kind === "footnote" ? own : null };
  const labels = own === null ? [] : [own];
  let { level } = clause;
  for (let i = index - 1; i >= 0; i--) {
    const above = clauses[i]!;
    if (above.kind === "call") {
      const call = oneLine(flatten(above.content))
        .trim()
        .replace(/[,،，:：]$/u, "");
      return { kind, call: call === "" ? null : call, label: joined(labels) };
    }
    if (above.kind !== "item" && above.kind !== "paragraph" && above.kind !== "table") break;
    if (above.level >= level || above.kind === "table") continue;
    level = above.level;
    const label = labelOf(above);
    if (label !== null) labels.unshift(label);
  }
  return { kind, call: null, label: joined(labels) };
}

function joined(labels: readonly string[]): string | null {
  return labels.length === 0 ? null : labels.join(" ");
}

// A dash tells nobody which of them is meant.
function labelOf({ label }: Clause): string | null {
  if (label === null || parseLabel(label)?.family === "bullet") return null;
  return label.replace(/\s+/gu, "");
}
