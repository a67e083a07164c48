import { type Clause, type Text, flatten } from "@plenary/document";

/** Where a clause stands, as people cite it: "resolves 3"; the first words of the clause where no call stands above it, "" when it is not there. */
export function placeOf(text: Text, id: string): string {
  let call: Clause | null = null;
  for (const clause of text.clauses) {
    if (clause.kind === "call") call = clause;
    else if (clause.kind !== "item" && clause.kind !== "paragraph" && clause.kind !== "table") call = null;
    if (clause.id !== id && !holds(clause, id)) continue;
    const label = clause.label ?? (call ? "" : words(clause));
    return (clause === call ? words(clause) : [call ? words(call) : "", label].join(" ")).trim();
  }
  return "";
}

function holds(clause: Clause, id: string): boolean {
  return clause.rows.some(
    (row) =>
      row.id === id || row.cells.some(({ clauses }) => clauses.some((inner) => inner.id === id || holds(inner, id))),
  );
}

function words(clause: Clause): string {
  const said = flatten(clause.content)
    .replaceAll(/[\u2028\uFFFC\s]+/g, " ")
    .trim();
  return said.length > 48 ? `${said.slice(0, 48).replace(/\s\S*$/, "")}…` : said;
}
