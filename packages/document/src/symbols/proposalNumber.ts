/**
 * The number of a proposal, `EUR/16A2R1/3#1234`: who proposes (groups or states), the document with its addendum and
 * revision, the place in the document, and the id in the proposal system; null where it names none.
 */
export interface ProposalNumber {
  readonly authors: readonly string[];
  readonly document: number;
  readonly addendum: number | null;
  readonly revision: number | null;
  readonly sequence: number;
  readonly system: number | null;
}

const shape = /^([A-Z]{1,5}(?:\/[A-Z]{1,5})*)\/(\d+)(?:A(\d+))?(?:R(\d+))?\/(\d+)(?:#(\d+))?$/;

/** Reads the number of a proposal; null when the string is none. */
export function parseProposalNumber(said: string): ProposalNumber | null {
  const match = shape.exec(said.trim());
  if (!match) return null;
  const [, authors = "", document, addendum, revision, sequence, system] = match;
  return {
    authors: authors.split("/"),
    document: Number(document),
    addendum: addendum === undefined ? null : Number(addendum),
    revision: revision === undefined ? null : Number(revision),
    sequence: Number(sequence),
    system: system === undefined ? null : Number(system),
  };
}

/** The number as printed; {@link parseProposalNumber} reads it back. */
export function printProposalNumber(number: ProposalNumber): string {
  const part = (sign: string, value: number | null) => (value === null ? "" : `${sign}${value}`);
  const document = `${number.document}${part("A", number.addendum)}${part("R", number.revision)}`;
  return `${number.authors.join("/")}/${document}/${number.sequence}${part("#", number.system)}`;
}
