import { type Clause, type Text, flatten } from "@plenary/document";

/**
 * Where each clause of a text stands, as people cite it, by its id: "resolves 3"; the first words
 * of the clause where no call stands above it. Rows and clauses of a table have the table's place.
 */
export function placesOf(text: Text): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  let call: { readonly clause: Clause; readonly said: string } | null = null;
  for (const clause of text.clauses) {
    if (clause.kind === "call") call = { clause, said: words(clause) };
    else if (clause.kind !== "item" && clause.kind !== "paragraph" && clause.kind !== "table") call = null;
    const label = clause.label ?? (call ? "" : words(clause));
    const place = clause === call?.clause ? call.said : `${call?.said ?? ""} ${label}`.trim();
    for (const id of idsOf(clause)) if (!out.has(id)) out.set(id, place);
  }
  return out;
}

function idsOf({ id, rows }: Clause): string[] {
  return [id, ...rows.flatMap((row) => [row.id, ...row.cells.flatMap(({ clauses }) => clauses.flatMap(idsOf))])];
}

function words(clause: Clause): string {
  const said = flatten(clause.content)
    .replaceAll(/[\u2028\uFFFC\s]+/g, " ")
    .trim();
  return said.length > 48 ? `${said.slice(0, 48).replace(/\s\S*$/, "")}…` : said;
}
