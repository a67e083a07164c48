import { type Clause, type Text, flatten, languages, table, text } from "@plenary/document";
import { arbitraryEdit, arbitraryText } from "@plenary/document/arbitrary";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "../compare.ts";
import { amendments } from "../laws/amended.ts";
import { severalAmendments } from "../laws/severalAmendments.ts";
import { type TableEdit, amendTable, tableEdits } from "../laws/amendedTable.ts";
import { merge } from "./merge.ts";
import type { Merged, MergedChange } from "./merged.ts";

function everyChange({ changes, collisions }: Merged): MergedChange[] {
  return [...changes, ...collisions.flatMap(({ alternatives }) => alternatives.flatMap((one) => one.changes))];
}

const word = /(?:(?!\p{sc=Han})[\p{L}\p{M}\p{N}])+|\p{sc=Han}/gu;

function words(clauses: readonly Clause[]): string[] {
  return clauses.flatMap(({ content, rows }) => [
    ...(flatten(content).match(word) ?? []),
    ...rows.flatMap(({ cells }) => cells.flatMap((cell) => words(cell.clauses))),
  ]);
}

function ids(clauses: readonly Clause[]): string[] {
  return clauses.flatMap(({ id, rows }) => [
    id,
    ...rows.flatMap((row) => [row.id, ...row.cells.flatMap((cell) => [cell.id, ...ids(cell.clauses)])]),
  ]);
}

/** What a result says with the owners, which stand for texts, in the order of another list of them. */
function renamed({ text, changes, collisions }: Merged, names: readonly number[]): unknown {
  const owned = ({ owners, sources, ...change }: MergedChange) => ({
    ...change,
    owners: owners
      .map((owner, i) => ({ owner: names[owner]!, source: sources[i]! }))
      .sort((one, other) => one.owner - other.owner),
  });
  return {
    text,
    changes: changes.map(owned),
    collisions: collisions.map(({ alternatives }) =>
      alternatives.map((one) => ({
        owners: one.owners.map((owner) => names[owner]!).sort((a, b) => a - b),
        changes: one.changes.map(owned),
      })),
    ),
  };
}

describe.each(languages)("laws of merging in %s", (language) => {
  test("[M1] no amendment gives the base, one gives its text, the same twice gives it with two owners", () => {
    const both = fc.oneof(
      amendments(language),
      arbitraryText(language).chain((base) => arbitraryEdit(base).map((current) => ({ base, current }))),
    );
    fc.assert(
      fc.property(both, ({ base, current }) => {
        expect(merge(base, [])).toEqual({ text: base, changes: [], collisions: [] });
        expect(merge(base, [base]).text).toEqual(base);
        for (const times of [1, 2]) {
          const merged = merge(
            base,
            Array.from({ length: times }, () => current),
          );
          expect(merged.text).toEqual(current);
          expect(merged.collisions).toEqual([]);
          expect(merged.changes.length).toBe(
            compare(base, current, { ids: "trusted", joints: "splits" }).changes.length,
          );
          for (const { owners } of merged.changes) expect(owners).toEqual([0, 1].slice(0, times));
        }
        expect(merge(base, [base, current]).text).toEqual(current);
      }),
    );
  });

  test("[M2] every change of every amendment stands or collides, never both", () => {
    fc.assert(
      fc.property(
        severalAmendments(language),
        fc.constantFrom("stack" as const, "collide" as const),
        (given, insertions) => {
          const merged = merge(given.base, given.currents, { insertions });
          given.currents.forEach((current, input) => {
            const made = compare(given.base, current, { ids: "trusted", joints: "splits" }).changes;
            const found = everyChange(merged).flatMap(({ owners, sources }) =>
              owners.flatMap((owner, i) => (owner === input ? [sources[i]!.id] : [])),
            );
            expect(new Set(found)).toEqual(new Set(made.map(({ id }) => id)));
          });
          const standing = new Set(merged.changes.map(({ id }) => id));
          const colliding = everyChange({ ...merged, changes: [] }).map(({ id }) => id);
          expect(colliding.filter((id) => standing.has(id))).toEqual([]);
          for (const { alternatives } of merged.collisions) expect(alternatives.length).toBeGreaterThan(1);
          expect(ids(merged.text.clauses).length).toBe(new Set(ids(merged.text.clauses)).size);
        },
      ),
    );
  });

  test("[M3] never a word that nobody wrote", () => {
    fc.assert(
      fc.property(severalAmendments(language), ({ base, currents }) => {
        const written = new Set([base, ...currents].flatMap(({ clauses }) => words(clauses)));
        expect(words(merge(base, currents).text.clauses).filter((said) => !written.has(said))).toEqual([]);
      }),
    );
  });

  test("[M4] the order of the amendments changes only the order of owners", () => {
    fc.assert(
      fc.property(
        severalAmendments(language).chain((given) =>
          fc
            .shuffledSubarray([...given.currents.keys()], { minLength: given.currents.length })
            .map((order) => ({ ...given, order })),
        ),
        ({ base, currents, order }) => {
          const merged = merge(base, currents);
          const shuffled = merge(
            base,
            order.map((input) => currents[input]!),
          );
          expect(renamed(shuffled, order)).toEqual(renamed(merged, [...currents.keys()]));
        },
      ),
    );
  });
});

const cellWords = fc.constantFrom("", "a", "b c", "Sum", "10 million", "x y z");
const grids = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }))
  .chain(([width, height]) =>
    fc.array(fc.array(cellWords, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  );

describe("laws of merging tables", () => {
  test("[M11] columns, rows and cells: one amendment gives its text, order changes nothing, ids are unique", () => {
    const lone: TableEdit = [
      { type: "row", at: 1, said: "a" },
      { type: "cell", row: 0, at: 0, said: "a" },
    ];
    const emptied: TableEdit = [
      { type: "row", at: 0, said: "b c" },
      { type: "row", at: 0, said: "a" },
      { type: "dropCell", row: 2, at: 0 },
    ];
    const shorter: TableEdit = [
      { type: "column", at: 0, said: "a" },
      { type: "cell", row: 0, at: 1, said: "a" },
      { type: "dropRow", at: 1 },
    ];
    const wider: TableEdit = [
      { type: "column", at: 0, said: "a" },
      { type: "column", at: 0, said: "a" },
      { type: "dropCell", row: 0, at: 2 },
    ];
    fc.assert(
      fc.property(grids, fc.array(tableEdits(cellWords), { minLength: 2, maxLength: 4 }), (rows, edits) => {
        const base = text("en", [table(rows, { id: "t" })]);
        // The first two take the same names for what they add, as apart they would not know better.
        const currents = edits.map((edit, i): Text => ({
          ...base,
          clauses: [amendTable(base.clauses[0]!, edit, i < 2 ? "n" : `m${i}`)],
        }));
        for (const current of currents) {
          expect(merge(base, [current]).text).toEqual(current);
          expect(merge(base, [current, current]).text).toEqual(current);
        }
        const merged = merge(base, currents);
        expect(merge(base, currents.toReversed()).text).toEqual(merged.text);
        expect(new Set(ids(merged.text.clauses)).size).toBe(ids(merged.text.clauses).length);
      }),
      {
        examples: [
          [[["a"]], [lone, lone]],
          [
            [["a"], ["a"]],
            [emptied, [{ type: "row", at: 0, said: "b c" }]],
          ],
          [
            [["a"], ["a"]],
            [shorter, wider],
          ],
        ],
      },
    );
  });
});
