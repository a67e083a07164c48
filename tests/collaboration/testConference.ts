import { clause, item, text } from "@plenary/document";
import type { SeedConference } from "@plenary/server";

/** The base text of the tests' draft. */
export const published = text("en", [
  clause("number", "RESOLUTION 1 (Rev. Porto, 2023)", { id: "number" }),
  clause("title", "Bridges", { id: "title" }),
  clause("call", "resolves", { id: "resolves" }),
  item("1", "to build ten bridges;", { id: "one" }),
  item("2", "to count them every year,", { id: "two" }),
]);

/** How the seeded draft stands at the beginning: one word is another. */
const drafted = text("en", [
  ...published.clauses.slice(0, 3),
  item("1", "to build twelve bridges;", { id: "one" }),
  ...published.clauses.slice(4),
]);

/** A small conference: two groups, one person of each role, two base texts, one draft with one change. */
export const testConference: SeedConference = {
  name: "Test Conference",
  groups: [
    { code: "EUR", name: "Europe", color: "#2f6fde" },
    { code: "ARB", name: "Arab States", color: "#0a7d4f" },
  ],
  people: [
    { id: "eur", name: "Ada Delgado", group: "EUR", role: "delegate" },
    { id: "eur2", name: "Jan Novotny", group: "EUR", role: "coordinator" },
    { id: "arb", name: "Samir Haddad", group: "ARB", role: "delegate" },
    { id: "commenter", name: "Ines Prat", group: "EUR", role: "commenter" },
    { id: "observer", name: "Olga Petrova", group: null, role: "observer" },
    { id: "chair", name: "Ravi Menon", group: null, role: "chair" },
    { id: "secretariat", name: "Mei Lin", group: null, role: "secretariat" },
  ],
  texts: [
    { id: "t1", number: "Resolution 1", title: "Bridges", edition: "Rev. Porto, 2023", text: published },
    { id: "t2", number: "Resolution 2", title: "Roads", edition: "Porto, 2023", text: published },
  ],
  drafts: [{ text: "t1", group: "EUR", number: "EUR/7A1/1", current: drafted }],
};
