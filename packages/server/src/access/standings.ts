import type { Drafts } from "../conference/drafts.ts";
import type { People, Person } from "../conference/people.ts";
import { mayWrite } from "../conference/rights.ts";
import { Problem } from "../http/problem.ts";

/** How often the standing of everybody who is connected is read anew. */
export const RECHECK_MS = 60_000;

/** What somebody is, and may do, in a draft. */
export interface Standing {
  readonly person: Person;
  /** The colour that the person's caret has. */
  readonly color: string;
  readonly mayWrite: boolean;
}

/** The standings of people in drafts, as the store has them now. */
export interface Standings {
  /** Null when there is no such person or draft, and alike when the draft is not for that person. */
  of(person: string, draft: string): Promise<Standing | null>;
}

/** Reads standings from the store. */
export function createStandings(people: People, drafts: Pick<Drafts, "visible">): Standings {
  return {
    async of(id, draftId) {
      const person = await people.find(id);
      if (!person) return null;
      const draft = await drafts.visible(person, draftId).catch(unlessUnknown);
      if (!draft) return null;
      return { person, color: await people.color(person.group), mayWrite: mayWrite(person, draft.group) };
    },
  };
}

function unlessUnknown(error: unknown): null {
  if (error instanceof Problem && error.status === 404) return null;
  throw error;
}

/** Whether nothing has changed that a connection carries on. */
export function sameStanding(one: Standing, other: Standing): boolean {
  return (
    one.mayWrite === other.mayWrite &&
    one.person.role === other.person.role &&
    one.person.group === other.person.group &&
    one.person.name === other.person.name
  );
}
