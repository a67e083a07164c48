import { splitDerived } from "./derived.ts";
import { formatLabel } from "./formatLabel.ts";
import { ordinal } from "./label.ts";
import { parseLabel } from "./readLabel.ts";

/** The sample that a new neighbour of a clause with this label carries: the label without its derivation. */
export function sampleOf(label: string): string {
  const read = parseLabel(label);
  if (!read?.derived) return label;
  return read.derived.inside ? formatLabel({ ...read, derived: null }) : (splitDerived(label)?.rest ?? label);
}

/** The label after this one in its list: b) after a); a bullet and an unreadable label give themselves. */
export function nextLabel(sample: string): string {
  const label = parseLabel(sample);
  if (!label || label.family === "bullet") return sample;
  return formatLabel({ ...label, derived: null, path: [...label.path.slice(0, -1), ordinal(label) + 1] });
}
