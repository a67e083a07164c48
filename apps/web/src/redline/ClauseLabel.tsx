import type { ClauseRedline } from "@plenary/diff";

/** What {@link ClauseLabel} shows; `without` leaves out what one side alone has. */
export interface ClauseLabelProps {
  readonly entry: ClauseRedline;
  readonly without?: "-" | "+" | undefined;
}

/** A clause's number or letter; one that changed is struck beside the new one. */
export function ClauseLabel({ entry, without }: ClauseLabelProps) {
  const { base, current, joint, move } = entry;
  const old = without === "-" || joint === "split" || move === "to" ? null : (base?.label ?? null);
  const now = without === "+" || joint === "merge" || move === "from" ? null : (current?.label ?? null);
  if (old === null && now === null) return null;
  if (old === now || without) return <span className="label">{old ?? now}</span>;
  return (
    <span className="label">
      {old !== null && <del>{old}</del>}
      {now !== null && <ins>{now}</ins>}
    </span>
  );
}
