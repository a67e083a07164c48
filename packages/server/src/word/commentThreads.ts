import { type ThreadAnchor, changeAnchor, flatClauses, quoteAnchor, readText, wordsAnchor } from "@plenary/collab";
import { compare } from "@plenary/diff";
import type { Text } from "@plenary/document";
import type { WordComment } from "@plenary/formats/docx";
import type * as Y from "yjs";
import type { BroughtThread } from "../talk/bringThreads.ts";
import type { WordAmendment } from "./amendmentStages.ts";

/**
 * The comments of a Word file as threads on the draft that it became: on the quoted words, on the change that deleted
 * them, or on the clause. Words that the draft does not have, as those of edits that were left out, stay as a quote.
 */
export function commentThreads(amendment: WordAmendment, published: Text, live: Y.Doc): BroughtThread[] {
  const { comments } = amendment;
  const current = readText(live, published);
  const { changes } = compare(published, current, { ids: "trusted" });
  const said = { base: flatClauses(amendment.base), current: flatClauses(amendment.current) };
  const here = { base: flatClauses(published), current: flatClauses(current) };

  function anchorOf({ clause, from, to, side }: WordComment): ThreadAnchor {
    // What hangs on nothing that the texts hold, hangs nowhere.
    if (clause === null) return { on: "clause", clause: "nowhere" };
    const range = { clause, from, to };
    const words = said[side].get(clause) ?? "";
    const stands = here[side].get(clause)?.slice(from, to) === words.slice(from, to);
    if (side === "current") return stands ? wordsAnchor(live, published, current, range) : quoteAnchor(words, range);
    const deletes = changes.find(
      (change) =>
        change.clause === clause &&
        (change.kind === "suppress" || (change.kind === "text" && change.fromA <= from && to <= change.toA)),
    );
    return stands && deletes ? changeAnchor(deletes) : quoteAnchor(words, range);
  }

  const roots = rootsOf(comments);
  const answers = Map.groupBy(comments, ({ id }) => roots.get(id) ?? id);
  return comments
    .filter(({ id }) => roots.get(id) === id)
    .map((root) => ({
      anchor: anchorOf(root),
      resolved: root.resolved,
      comments: (answers.get(root.id) ?? []).map(({ author, date, words }) => ({
        author: author ?? "",
        date,
        text: words.replaceAll("\u2028", "\n").replaceAll("\0", "").toWellFormed().trim(),
      })),
    }))
    .map((thread) => ({ ...thread, comments: thread.comments.filter(({ text }) => text !== "") }))
    .filter((thread) => thread.comments.length > 0);
}

/** The comment that each one answers in the end; itself where it answers none. */
function rootsOf(comments: readonly WordComment[]): Map<string, string> {
  const answered = new Map(comments.map(({ id, answers }) => [id, answers]));
  return new Map(
    comments.map(({ id }) => {
      let root = id;
      const passed = new Set([id]);
      for (let next = answered.get(id); next && answered.has(next) && !passed.has(next); next = answered.get(next)) {
        passed.add(next);
        root = next;
      }
      return [id, root];
    }),
  );
}
