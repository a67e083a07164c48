import { readText } from "@plenary/collab";
import { compare } from "@plenary/diff";
import { type Text, flatten } from "@plenary/document";
import { type Authorship, type Ledger, createLedger, rebuildLedger } from "@plenary/server";
import { expect } from "vitest";
import * as Y from "yjs";
import { type conference, live, readClausesContent } from "./drafters.ts";

/** The characters of every clause with the person who wrote them, or "base". */
export function owners(ledger: Ledger): string[][] {
  return ledger.state().clauses.flatMap(([, { text: said, runs }]) => {
    let at = 0;
    const parts = runs.map((run) => {
      const part = said.slice(at, (at += run.length));
      return `${run.base === null ? run.by.person : "base"}: ${part}`;
    });
    return parts.length > 0 ? [parts] : [];
  });
}

/** All that is of one person or the base, the parts in the ledger's order. */
export function of(ledger: Ledger, person: string): string {
  return owners(ledger)
    .flat()
    .filter((part) => part.startsWith(`${person}: `))
    .map((part) => part.slice(person.length + 2))
    .join("|");
}

/** Who deleted which words of the base. */
export function deleters(ledger: Ledger, published: Text): string[] {
  const said = new Map(published.clauses.map(({ id, content }) => [id, flatten(content)]));
  return ledger
    .state()
    .deleted.flatMap(([id, list]) => list.map(({ from, to, by }) => `${by.person}: ${said.get(id)!.slice(from, to)}`));
}

/** What must be so at any time: one author a character, one deleter a deleted base character, rebuilt as it is. */
export function lawful({ server, ledger, log }: ReturnType<typeof conference>, published: Text): void {
  const state = ledger.state();
  const alive = new Map<string, number>();
  for (const [, { text: said, runs }] of state.clauses) {
    expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(said.length);
    for (const run of runs)
      for (let i = 0; run.base !== null && i < run.length; i++) count(alive, `${run.base}:${run.offset + i}`);
  }
  for (const [id, list] of state.deleted)
    for (const { from, to } of list) for (let i = from; i < to; i++) count(alive, `${id}:${i}`);
  for (const { id, content } of published.clauses)
    for (let i = 0; i < flatten(content).length; i++) expect(alive.get(`${id}:${i}`), `${id}:${i}`).toBe(1);
  const shown = live(server);
  const texts = shown.elements().map((_, at) => flatten(readClausesContent(asText(shown.elements()[at]!.get(0)))));
  expect(state.clauses.map(([, { text: said }]) => said).toSorted()).toEqual(texts.toSorted());
  expect(rebuildLedger(published, log).state()).toEqual(state);
  expect(createLedger(published, structuredClone(state)).state()).toEqual(state);
}

function asText(child: unknown): Y.XmlText {
  return child instanceof Y.XmlText ? child : new Y.Doc().get("none", Y.XmlText);
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

/** Who made which change of the redline. */
export function authors({ server, ledger }: ReturnType<typeof conference>, published: Text): Authorship[] {
  const redline = compare(published, readText(server, published), { ids: "trusted" });
  return redline.changes.flatMap((change) => ledger.authorsOf(change, redline));
}
