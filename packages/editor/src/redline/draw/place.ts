import { type Clause, type Text, flatten } from "@plenary/document";

/** Where a clause stands in a text, as people cite it: "recalling e)"; its label or first words alone outside a call. */
export function placeOf(text: Text, id: string): string {
  let call: Clause | null = null;
  for (const clause of text.clauses) {
    if (clause.id === id)
      return [call ? words(call) : "", clause.label ?? (call ? "" : words(clause))].join(" ").trim();
    if (clause.kind === "call") call = clause;
    else if (clause.kind !== "item" && clause.kind !== "paragraph" && clause.kind !== "table") call = null;
  }
  return "";
}

function words(clause: Clause): string {
  const said = flatten(clause.content)
    .replaceAll(/[\u2028\uFFFC]/g, " ")
    .trim();
  return said.length > 40 ? `${said.slice(0, 40).replace(/\s\S*$/, "")}…` : said;
}
