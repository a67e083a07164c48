import type { Group, Person } from "../conference/people.ts";

/** The regional groups of the sample conference. */
export const groups: readonly Group[] = [
  {
    code: "EUR",
    name: "European Conference of Postal and Telecommunications Administrations (CEPT)",
    color: "#2f6fde",
  },
  { code: "ACP", name: "Asia-Pacific Telecommunity (APT)", color: "#08755b" },
  { code: "ARB", name: "League of Arab States (LAS)", color: "#b4540a" },
];

/** The people of the sample conference; all of them are made up. */
export const people: readonly Person[] = [
  { id: "clara-lindqvist", name: "Clara Lindqvist", group: "EUR", role: "delegate" },
  { id: "mateo-ibarra", name: "Mateo Ibarra Solé", group: "EUR", role: "delegate" },
  { id: "helene-faure", name: "Hélène Faure-Marchand", group: "EUR", role: "coordinator" },
  { id: "wei-lan", name: "魏岚", group: "ACP", role: "delegate" },
  { id: "tavita-fonoti", name: "Tavita Fonoti", group: "ACP", role: "delegate" },
  { id: "shen-mingyuan", name: "沈明远", group: "ACP", role: "coordinator" },
  { id: "salma-haddad", name: "سلمى الحداد", group: "ARB", role: "delegate" },
  { id: "yacine-belkadi", name: "Yacine Belkadi", group: "ARB", role: "delegate" },
  { id: "nasser-alamiri", name: "ناصر العامري", group: "ARB", role: "coordinator" },
  { id: "ines-arancibia", name: "Inés Arancibia Vidal", group: null, role: "chair" },
  { id: "joseph-okello", name: "Joseph Okello", group: null, role: "secretariat" },
  { id: "amelie-roch", name: "Amélie Roch", group: "EUR", role: "commenter" },
  { id: "peter-van-loon", name: "Peter van Loon", group: null, role: "observer" },
];
