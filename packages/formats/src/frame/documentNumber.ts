import { type Language, parseProposalNumber } from "@plenary/document";

/** How a language says of which document a proposal is part. */
interface Naming {
  /** The language's letter behind a document's number. */
  readonly letter: string;
  readonly document: (number: string, alone: boolean) => string;
  readonly addendum: (number: number) => string;
  readonly revision: (number: number) => string;
  /** Whether the document is named first and its addendum below. */
  readonly documentFirst?: true;
}

const namings: Readonly<Record<Language, Naming>> = {
  en: {
    letter: "E",
    document: (number) => `Document ${number}`,
    addendum: (number) => `Addendum ${number} to`,
    revision: (number) => `Revision ${number} to`,
  },
  fr: {
    letter: "F",
    document: (number) => `Document ${number}`,
    addendum: (number) => `Addendum ${number} au`,
    revision: (number) => `Révision ${number} au`,
  },
  es: {
    letter: "S",
    document: (number) => `Documento ${number}`,
    addendum: (number) => `Addéndum ${number} al`,
    revision: (number) => `Revisión ${number} al`,
  },
  ru: {
    letter: "R",
    document: (number, alone) => (alone ? `Документ ${number}` : `к Документу ${number}`),
    addendum: (number) => `Дополнительный документ ${number}`,
    revision: (number) => `Пересмотр ${number}`,
  },
  ar: {
    letter: "A",
    document: (number, alone) => (alone ? `الوثيقة ${number}` : `للوثيقة ${number}`),
    addendum: (number) => `الإضافة ${number}`,
    revision: (number) => `المراجعة ${number}`,
  },
  zh: {
    letter: "C",
    document: (number) => `文件 ${number}`,
    addendum: (number) => `补遗 ${number}`,
    revision: (number) => `修订 ${number}`,
    documentFirst: true,
  },
};

/**
 * The document that a proposal's number is part of, as its header table names it, one line each: `EUR/7A3/1` is in
 * "Addendum 3 to", "Document 7-E". Empty when the string is no such number.
 */
export function documentNumber(proposal: string, language: Language): readonly string[] {
  const number = parseProposalNumber(proposal);
  if (!number) return [];
  const naming = namings[language];
  const { addendum, revision } = number;
  const parts = [
    ...(revision === null ? [] : [naming.revision(revision)]),
    ...(addendum === null ? [] : [naming.addendum(addendum)]),
  ];
  const document = naming.document(`${number.document}-${naming.letter}`, parts.length === 0);
  return naming.documentFirst ? [document, ...parts.toReversed()] : [...parts, document];
}
