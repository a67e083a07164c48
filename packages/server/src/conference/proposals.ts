import { readText, textRoom } from "@plenary/collab";
import { type WishRow, sideBySide } from "@plenary/diff";
import type { Rooms } from "../rooms/rooms.ts";
import type { DraftSummary, Drafts } from "./drafts.ts";
import type { Person } from "./people.ts";
import type { TextSummary, Texts } from "./texts.ts";

/** What several groups want of one text, clause by clause, as the drafts stand now. */
export interface ProposalsView {
  readonly text: TextSummary;
  /** The drafts on the text, the oldest first; the owners of wishes are indexes into it. */
  readonly drafts: readonly DraftSummary[];
  readonly rows: readonly WishRow[];
  /** How many collisions there are. */
  readonly collisions: number;
}

/** The drafts on one text beside one another. */
export interface Proposals {
  /** The drafts on that text that the person may see; refused with 404 when there is no such text. */
  of(person: Person, text: string): Promise<ProposalsView>;
}

/** What proposals work on. */
export interface ProposalsParts {
  readonly drafts: Drafts;
  readonly texts: Texts;
  readonly rooms: Rooms;
}

/** Proposals from the rooms' own documents. */
export function createProposals({ drafts, texts, rooms }: ProposalsParts): Proposals {
  return {
    async of(person, id) {
      const { text: published, ...text } = await texts.get(id);
      const seen = (await drafts.list(person)).filter((draft) => draft.text.id === id);
      const currents = await Promise.all(
        seen.map((draft) => rooms.use(textRoom(draft.id), ({ doc }) => readText(doc, published))),
      );
      const { rows, collisions } = sideBySide(published, currents);
      return { text, drafts: seen, rows, collisions: collisions.length };
    },
  };
}
