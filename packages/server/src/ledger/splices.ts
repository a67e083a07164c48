import { diffText } from "@plenary/diff";
import type { Language } from "@plenary/document";

/** A stretch [from, to) of a text replaced by `inserted`; offsets of the text before any of the splices. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

/** What makes one text of the other, in order: as given when that is known and fits, else by comparing. */
export function splicesBetween(
  before: string,
  after: string,
  language: Language,
  given: readonly Splice[] | null,
): Splice[] {
  const known = given && spliced(before, given) === after ? given : [{ from: 0, to: before.length, inserted: after }];
  return known.flatMap((splice) => refined(before, splice, language));
}

function spliced(before: string, splices: readonly Splice[]): string {
  let out = "";
  let at = 0;
  for (const { from, to, inserted } of splices) {
    out += before.slice(at, from) + inserted;
    at = to;
  }
  return out + before.slice(at);
}

/** A replacement may span words that stay, as the editor's binding writes many at once: those are kept. */
function refined(before: string, { from, to, inserted }: Splice, language: Language): Splice[] {
  const removed = before.slice(from, to);
  if (removed === "" || inserted === "") return removed === inserted ? [] : [{ from, to, inserted }];
  const out: { from: number; to: number; inserted: string }[] = [];
  let at = from;
  let open = false;
  for (const [op, said] of diffText(removed, inserted, { language })) {
    if (op === "=") {
      at += said.length;
      open = false;
      continue;
    }
    if (!open) out.push({ from: at, to: at, inserted: "" });
    open = true;
    const last = out.at(-1)!;
    if (op === "-") last.to = at += said.length;
    else last.inserted += said;
  }
  return out;
}
