import { createHash } from "node:crypto";
import type { Text } from "@plenary/document";
import type { WordNote, WordReading } from "@plenary/formats/docx";
import type { Statement } from "../store/logStore.ts";
import { type Problem, problem } from "../http/problem.ts";
import { type SilentChoice, wordAmendment } from "./amendmentStages.ts";
import { commentThreads } from "./commentThreads.ts";
import type { WordReader } from "./wordReader.ts";
import { RECOGNISED, type Recognised, recognise } from "./recognise.ts";
import { type SilentEdit, silentEdits } from "./silentEdits.ts";
import { type BroughtThread, bringThreads } from "../talk/bringThreads.ts";
import type { Database } from "../store/database.ts";
import type { Drafts } from "../conference/drafts.ts";
import type { Person } from "../conference/people.ts";
import { mayDecide, mayOpenDraft } from "../conference/rights.ts";
import type { TextDetail, TextSummary, Texts } from "../conference/texts.ts";
import { headOf } from "../conference/textHead.ts";

/** A Word file as it was sent. */
export interface WordFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Somebody whom the file names as the author of tracked changes; "" for changes that name nobody. */
export interface WordAuthor {
  readonly name: string;
  readonly changes: number;
}

/** An edition of the library that the file's base may be; shares are between 0 and 1. */
export type Candidate = Omit<Recognised<TextSummary>, "edition"> & { readonly text: TextSummary };

/** What a Word file holds and how it goes with the library. */
export interface WordReport {
  readonly number: string;
  readonly title: string;
  readonly language: Text["language"];
  readonly clauses: number;
  /** Tracked changes in the file; none in a clean one, whose amendment is what differs from the base. */
  readonly tracked: number;
  readonly authors: readonly WordAuthor[];
  readonly notes: readonly WordNote[];
  /** How many comments the file has, with the answers to them. */
  readonly comments: number;
  /** The most likely editions, the best first; the first is recognised when its score says so. */
  readonly candidates: readonly Candidate[];
  readonly recognised: boolean;
  /** The comparison with the edition that was asked for, else with the recognised one; null when there is neither. */
  readonly against: WordComparison | null;
}

/** The file against one edition. */
export interface WordComparison {
  readonly text: string;
  /** What the file's base changes of the edition without tracking it; empty for a clean file. */
  readonly silent: readonly SilentEdit[];
  /** To be sent with the choice: the draft is made only of what this report showed. */
  readonly seen: string;
}

/** What a person chose after seeing the report. */
export interface WordChoice {
  readonly text: string;
  readonly group?: string | undefined;
  /** What becomes of silent edits; may be left out when there are none. */
  readonly silent?: SilentChoice | undefined;
  readonly seen: string;
  readonly comments: CommentsChoice;
}

/** What becomes of the comments of a file: threads of the group alone, threads for all who see the draft, or nothing. */
export type CommentsChoice = "internal" | "open" | "leave";

/** Word files as amendments. */
export interface WordImports {
  /** What the file holds, seen against an edition. Nothing is stored. */
  report(person: Person, file: WordFile, text: string | undefined): Promise<WordReport>;
  /** Makes the draft, in one transaction, each change by who made it in Word; the answer is its id. */
  draft(person: Person, file: WordFile, choice: WordChoice, alongside: (id: string) => Statement[]): Promise<string>;
}

/** How many editions a report names. */
const CANDIDATES = 5;

/** What Word files are brought into. */
export interface WordImportsParts {
  readonly db: Database;
  readonly reader: WordReader;
  readonly texts: Texts;
  readonly drafts: Drafts;
  readonly clock: () => Date;
  readonly ids: () => string;
}

/** Word files against the library. */
export function createWordImports({ db, reader, texts, drafts, clock, ids }: WordImportsParts): WordImports {
  function compared(reading: WordReading, { id, text }: TextDetail, { bytes }: WordFile): WordComparison {
    const clean = reading.stages.length === 0;
    const silent = clean ? [] : silentEdits(text, wordAmendment(text, reading).base);
    const seen = createHash("sha256").update(bytes).update(id).update(JSON.stringify(silent)).digest("hex");
    return { text: id, silent, seen };
  }

  return {
    async report(person, file, asked) {
      const drafting = person.role === "delegate" || person.role === "coordinator" || mayDecide(person);
      if (!drafting) throw problem("word-drafters");
      const reading = await reader.read(file.bytes);
      const { base, changes } = reading;
      if (reading.current.clauses.length + base.clauses.length === 0)
        throw problem("no-text-in-word", { name: file.name });
      const details = await Promise.all((await texts.list()).map(({ id }) => texts.get(id)));
      const found = recognise(base.clauses.length > 0 ? base : reading.current, details);
      const best = found[0] && found[0].score >= RECOGNISED ? found[0] : null;
      const against = asked === undefined ? best?.edition : await texts.get(asked);
      if (against && against.text.language !== base.language) throw otherLanguage(against);
      return {
        ...headOf(base, file.name),
        language: base.language,
        clauses: reading.current.clauses.length,
        tracked: changes.length,
        authors: authorsIn(reading),
        notes: reading.notes,
        comments: reading.comments.length,
        candidates: found.slice(0, CANDIDATES).map(({ edition, ...how }) => ({ ...how, text: summaryOf(edition) })),
        recognised: best !== null,
        against: against ? compared(reading, against, file) : null,
      };
    },

    async draft(person, file, { text, group: asked, silent, seen, comments }, alongside) {
      const group = asked ?? person.group ?? "";
      if (!mayOpenDraft(person, group)) throw problem("open-own-group");
      const [reading, detail] = await Promise.all([reader.read(file.bytes), texts.get(text)]);
      if (detail.text.language !== reading.base.language) throw otherLanguage(detail);
      const comparison = compared(reading, detail, file);
      if (comparison.seen !== seen) throw problem("other-file");
      if (comparison.silent.length > 0 && silent === undefined) throw problem("silent-undecided");
      const amendment = wordAmendment(detail.text, reading);
      const audience = comments === "internal" ? group : null;
      return drafts.bringIn(person, text, group, amendment.stages(silent ?? "take"), file, ({ draft, live }) => {
        const threads: readonly BroughtThread[] =
          comments === "leave" ? [] : commentThreads(amendment, detail.text, live);
        const brought = { draft, audience, source: file.name, person: person.id, at: clock() };
        return [...bringThreads(db, ids, brought, threads), ...alongside(draft)];
      });
    },
  };
}

function authorsIn({ changes }: WordReading): WordAuthor[] {
  const counts = new Map<string, number>();
  for (const { author } of changes) counts.set(author ?? "", (counts.get(author ?? "") ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, changes: count }));
}

function summaryOf({ id, title, number, language, edition, clauses }: TextDetail): TextSummary {
  return { id, title, number, language, edition, clauses };
}

function otherLanguage({ number }: TextDetail): Problem {
  return problem("other-language", { number });
}
