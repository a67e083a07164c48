import { type ClauseRedline, type Redline, type Segment, revealed } from "@plenary/diff";
import { ANCHOR, type Clause, type Language, flatten } from "@plenary/document";

/**
 * The redline as plain text, one clause a line: `[-deleted-]{+inserted+}`, labels with a tab after them. A clause
 * suppressed, added or moved is marked whole, a moved one at both its places. A line ends with `{+¶+}` where a clause was
 * split, with `[-¶-]` where the next one was joined to it. What is not seen is named where nothing else changes:
 * `[-10 000-]{+10⟨no-break space⟩000+}`.
 */
export function writeMarkedText(redline: Redline): string {
  return redline.clauses
    .flatMap((clause, i, all) => markedLines(clause, redline.current.language, all[i + 1]))
    .map((line) => `${line}\n`)
    .join("");
}

function markedLines(clause: ClauseRedline, language: Language, next?: ClauseRedline): string[] {
  if (clause.rows.length > 0) {
    return clause.rows.flatMap((row) =>
      row.cells.flatMap((cell) => cell.clauses.flatMap((inside) => markedLines(inside, language))),
    );
  }
  const { base, current, move } = clause;
  if (current === null || move === "from") return base ? [deleted(line(base))] : [];
  if (base === null || move === "to") return [inserted(line(current))];
  const said = markedWords(clause.segments, language) + jointMark(next);
  if (clause.joint === "split") return [`${inserted(tabbed(current.label))}${said}`];
  if (clause.joint === "merge") return [`${deleted(tabbed(base.label))}${said}`];
  if (base.label === current.label) return [current.label === null ? said : `${current.label}\t${said}`];
  return [`${deleted(base.label ?? "")}${inserted(current.label ?? "")}\t${said}`];
}

/** The end of a line after which a clause was split, or to which the next one was joined. */
function jointMark(next: ClauseRedline | undefined): string {
  if (!next?.joint) return "";
  return next.joint === "split" ? inserted("¶") : deleted("¶");
}

function tabbed(label: string | null): string {
  return label === null ? "" : `${label}\t`;
}

function markedWords(segments: readonly Segment[], language: Language): string {
  let out = "";
  for (let i = 0; i < segments.length; i++) {
    const { op, content } = segments[i]!;
    const said = flatten(content);
    const next = segments[i + 1];
    if (op === "-" && next?.op === "+") {
      const come = flatten(next.content);
      const [before, after] = revealed(said, come, language) ?? [said, come];
      out += deleted(printable(before)) + inserted(printable(after));
      i++;
    } else out += op === "=" ? printable(said) : op === "-" ? deleted(printable(said)) : inserted(printable(said));
  }
  return out;
}

function line(clause: Clause): string {
  const said = printable(flatten(clause.content));
  return clause.label === null ? said : `${clause.label}\t${said}`;
}

function printable(flat: string): string {
  return flat.replaceAll(ANCHOR, "").replaceAll("\u2028", " ");
}

function deleted(said: string): string {
  return said === "" ? "" : `[-${said}-]`;
}

function inserted(said: string): string {
  return said === "" ? "" : `{+${said}+}`;
}
