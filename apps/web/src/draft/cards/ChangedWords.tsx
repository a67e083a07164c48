import type { Change } from "@plenary/diff";

/** The words before and after; of a clause moved, split or joined its words once. */
export function ChangedWords({ change: { kind, deleted, inserted } }: { readonly change: Change }) {
  if (kind === "split" || kind === "merge")
    return (
      <>
        {kind === "split" ? <ins>¶</ins> : <del>¶</del>} {shortened(inserted)}
      </>
    );
  return (
    <>
      {deleted !== "" && <del>{shortened(deleted)}</del>}
      {deleted !== "" && inserted !== "" && " "}
      {inserted !== "" && <ins>{shortened(inserted)}</ins>}
    </>
  );
}

function shortened(words: string): string {
  return words.length > 160 ? `${words.slice(0, 160)}…` : words;
}
