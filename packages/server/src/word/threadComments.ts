import { type Place, findQuote, flatClauses, rangeReader, resolveAnchor } from "@plenary/collab";
import type { Redline } from "@plenary/diff";
import { type Clause, flatten } from "@plenary/document";
import type { AuthorNames } from "@plenary/formats/catalogue";
import type { WordComment } from "@plenary/formats/docx";
import type * as Y from "yjs";
import type { CommentView, ThreadView } from "../talk/threadView.ts";

/** The comments that go along in a Word file: none, those open to all, or those internal to the person's group too. */
export const commentChoices = ["none", "open", "internal"] as const;

/** What an export takes along of the talk on a draft. */
export type CommentChoice = (typeof commentChoices)[number];

type Spot = Pick<WordComment, "side" | "clause" | "from" | "to">;

/** What threads are put into: the live text, its redline, whether the file shows the base, and who may be named. */
export interface CommentedFile {
  readonly doc: Y.Doc;
  readonly redline: Redline;
  readonly view: "marked" | "clean";
  readonly names: AuthorNames;
}

/**
 * Threads as comments of a Word file, where they hang now: on words, on what a change deleted or else inserted, or on the
 * whole clause; one whose words are gone on those of the base, else on what is left of its place. A clean file has the
 * current text alone. Persons are named only where `names` says so.
 */
export function threadComments(
  threads: readonly ThreadView[],
  { doc, redline, view, names }: CommentedFile,
): WordComment[] {
  const shown = view === "marked" ? (["current", "base"] as const) : (["current"] as const);
  const clauses = { base: clausesOf(redline.base.clauses), current: clausesOf(redline.current.clauses) };
  const [published, current] = [flatClauses(redline.base), flatClauses(redline.current)];
  const ground = { current, published, changes: redline.changes, rangeOf: rangeReader(doc, redline.base) };

  /** All of a clause; of a table its first words, of a footnote the clause that it is anchored in. */
  function whole(id: string | null): Spot {
    for (const side of shown) {
      const known = id === null ? undefined : clauses[side].get(id);
      const held = known?.kind === "footnote" ? anchoring(known.id, clauses[side]) : known;
      const clause = held && firstWithWords(held);
      if (clause) return { side, clause: clause.id, from: 0, to: flatten(clause.content).length };
    }
    for (const side of shown) {
      const first = [...clauses[side].values()].find(({ kind }) => kind !== "table" && kind !== "footnote");
      if (first) return { side, clause: first.id, from: 0, to: 0 };
    }
    return { side: "current", clause: null, from: 0, to: 0 };
  }

  function spotOf({ anchor }: ThreadView, place: Place): Spot {
    if (place.clause !== null && clauses.current.get(place.clause)?.kind === "footnote") return whole(place.clause);
    switch (place.on) {
      case "words":
        return { side: "current", clause: place.clause, from: place.from, to: place.to };
      case "change": {
        const change = redline.changes.find(({ id }) => id === place.change);
        if (change?.kind !== "text" && change?.kind !== "marks") return whole(place.clause);
        const { clause, fromA, toA, fromB, toB } = change;
        return fromA < toA && view === "marked"
          ? { side: "base", clause, from: fromA, to: toA }
          : { side: "current", clause, from: fromB, to: toB };
      }
      case "clause":
        return whole(place.clause);
      case "orphan": {
        const before = anchor.on === "words" && view === "marked" ? findQuote(anchor, published) : null;
        return before ? { side: "base", ...before } : whole(place.clause);
      }
    }
  }

  return threads.flatMap((thread) => {
    const spot = spotOf(thread, resolveAnchor(thread.anchor, ground));
    const [root] = thread.comments;
    return thread.comments.map((comment) => ({
      ...spot,
      id: comment.id,
      author: signature(comment, names),
      date: names === "none" ? null : comment.at,
      words: wordsOf(comment, names),
      answers: comment === root ? null : (root?.id ?? null),
      resolved: thread.resolved !== null,
    }));
  });
}

/** Who a comment is by, as the file may say it; null to name nobody. */
function signature({ person: { id, name, group } }: CommentView, names: AuthorNames): string | null {
  if (names === "none") return null;
  // Whom a Word file names is of no group that is known here.
  if (names === "group") return group;
  if (id === null) return name === "" ? null : name;
  return group === null ? name : `${group} – ${name}`;
}

/** The words; those who are called in them are not named where nobody is. */
function wordsOf({ text, mentions }: CommentView, names: AuthorNames): string {
  if (names === "group-and-person") return text;
  return [...new Map(mentions.map((mention) => [mention.from, mention])).values()]
    .toSorted((a, b) => b.from - a.from)
    .reduce((said, { from, to }) => `${said.slice(0, from)}@…${said.slice(to)}`, text);
}

function clausesOf(clauses: readonly Clause[]): Map<string, Clause> {
  return new Map(deep(clauses).map((clause) => [clause.id, clause]));
}

function deep(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((one) => [one, ...deep(nested(one))]);
}

function nested({ rows }: Clause): Clause[] {
  return rows.flatMap(({ cells }) => cells.flatMap(({ clauses }) => clauses));
}

function firstWithWords(clause: Clause): Clause | null {
  return clause.kind === "table" ? (deep(nested(clause)).find(({ kind }) => kind !== "table") ?? null) : clause;
}

function anchoring(footnote: string, clauses: ReadonlyMap<string, Clause>): Clause | null {
  return (
    [...clauses.values()].find(({ content }) =>
      content.some((piece) => piece.type === "anchor" && piece.footnote === footnote),
    ) ?? null
  );
}
