/**
 * The symbols of proposals. An asterisk marks text that moved: ADD* where it comes to, SUP* where it came from; (MOD)
 * is editorial only; "NOC underlined" demands that the text stays as it is.
 */
export const amendmentSymbols = [
  "ADD",
  "ADD*",
  "MOD",
  "(MOD)",
  "SUP",
  "SUP*",
  "NOC",
  "NOC underlined",
  "OTHER",
] as const;

/** One symbol; see {@link amendmentSymbols}. */
export type AmendmentSymbol = (typeof amendmentSymbols)[number];

/** The symbol that a string says: UNOC is the underlined NOC, (ADD) the older ADD*; null when it is none. */
export function parseSymbol(said: string): AmendmentSymbol | null {
  const plain = said.replace(/\s+/g, " ").trim().toUpperCase();
  if (plain === "UNOC" || plain === "NOC UNDERLINED") return "NOC underlined";
  if (plain === "(ADD)") return "ADD*";
  return amendmentSymbols.find((symbol) => symbol === plain) ?? null;
}

/** What a symbol may stand on: a whole text, or a part of one (a numbered provision). */
export type SymbolPlace = "text" | "provision";

/** A kind of conference, by the rules of its proposals. */
export type Profile = "WTDC" | "WTSA" | "PP" | "treaty";

/** Where each symbol may stand; a change inside a resolution is MOD, never ADD or SUP. */
export const profiles: Readonly<Record<Profile, Readonly<Record<SymbolPlace, readonly AmendmentSymbol[]>>>> = {
  WTDC: { text: amendmentSymbols, provision: ["MOD", "(MOD)", "NOC", "NOC underlined"] },
  WTSA: { text: amendmentSymbols, provision: ["MOD", "(MOD)", "NOC", "NOC underlined"] },
  PP: { text: amendmentSymbols, provision: amendmentSymbols },
  treaty: { text: amendmentSymbols, provision: amendmentSymbols },
};
