import { type Text, clause, item, text } from "@plenary/document";

const CLAUSES = 12;

/** The text of every draft: twelve clauses of about 200 characters. */
export const sampleText: Text = text("en", [
  clause("title", "Bridges between remote communities", { id: "title" }),
  clause("call", "resolves", { id: "resolves" }),
  ...Array.from({ length: CLAUSES }, (_, i) =>
    item(
      `${i + 1}`,
      "to build bridges where communities are apart, to count them every year, to keep each of them in such a state " +
        "that people and goods can cross it in every season, and to report about them;",
      { id: `item-${i + 1}` },
    ),
  ),
]);
