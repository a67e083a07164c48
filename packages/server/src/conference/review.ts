import { type Decision, readRecord, readText, recordRoom, replaceText, textRoom, writeRecord } from "@plenary/collab";
import { type Change, accept, compare, reject } from "@plenary/diff";
import { type Text, relabel } from "@plenary/document";
import { Problem } from "../http/problem.ts";
import type { Journal } from "../rooms/journal.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Statement } from "../store/logStore.ts";
import type { Database } from "../store/database.ts";
import type { Drafts } from "./drafts.ts";
import type { Person } from "./people.ts";
import { mayDecide } from "./rights.ts";
import type { Texts } from "./texts.ts";

/** The decisions on changes. */
export interface Review {
  /**
   * Accepts or rejects one pending change of a draft, as it stands now. Accepting puts it into the agreed text,
   * rejecting takes it out of the live one; the decision is kept with both, and with what is `alongside`, in one
   * transaction. Refused with 403 for
   * who may not decide, with 409 when that change is no longer there, then with what is pending in its clause.
   */
  decide(
    person: Person,
    draft: string,
    change: string,
    verdict: Decision["verdict"],
    alongside: (decision: Decision) => Statement[],
  ): Promise<Decision>;
}

/** What the review works on. */
export interface ReviewParts {
  readonly db: Database;
  readonly drafts: Drafts;
  readonly texts: Texts;
  readonly rooms: Rooms;
  readonly journal: Journal;
  readonly clock: () => Date;
  readonly ids: () => string;
}

/** Decisions on the rooms' own documents. */
export function createReview({ db, drafts, texts, rooms, journal, clock, ids }: ReviewParts): Review {
  return {
    async decide(person, draftId, changeId, verdict, alongside) {
      if (!mayDecide(person))
        throw new Problem(403, "Changes are accepted and rejected by the chair and the secretariat.");
      const draft = await drafts.find(draftId);
      const { text: published } = await texts.get(draft.text);
      const { durable, decision } = await rooms.use(textRoom(draft.id), (live) =>
        rooms.use(recordRoom(draft.id), (record) => {
          const { agreed } = readRecord(record.doc);
          const redline = compare(agreed ?? published, readText(live.doc, published), { ids: "trusted" });
          const change = redline.changes.find(({ id }) => id === changeId);
          if (!change) throw movedOn(redline.changes, changeId);
          const at = clock();
          const decision = decided(change, verdict, person, ids(), at);
          const author = { person: person.id, group: person.group ?? "", connection: "server" };
          const kept = [db.insertInto("decision").values(decisionRow(decision, draft.id, at)), ...alongside(decision)];
          const writes = journal.together(kept, () =>
            verdict === "accept"
              ? [
                  record.write(author, (doc) =>
                    writeRecord(doc, numbered(published, accept(redline, [change.id])), decision),
                  ),
                ]
              : [
                  live.write(author, (doc) => replaceText(doc, published, reject(redline, [change.id]))),
                  record.write(author, (doc) => writeRecord(doc, agreed ?? published, decision)),
                ],
          );
          return { durable: Promise.all(writes), decision };
        }),
      );
      await durable;
      return decision;
    },
  };
}

/** The agreed text with the labels that follow from what stands in it: a label is nothing that anyone decides on. */
function numbered(published: Text, agreed: Text): Text {
  return { ...agreed, clauses: relabel(published, agreed.clauses) };
}

function decided(change: Change, verdict: Decision["verdict"], person: Person, id: string, at: Date): Decision {
  const { kind, clause, deleted, inserted } = change;
  return {
    id,
    change: { kind, clause, deleted, inserted },
    verdict,
    person: { id: person.id, name: person.name },
    group: person.group ?? "",
    role: person.role,
    at: at.toISOString(),
  };
}

function decisionRow(decision: Decision, draft: string, at: Date) {
  const { id, change, verdict, person, group, role } = decision;
  return {
    id,
    draft,
    change: JSON.stringify(change),
    verdict,
    person: person.id,
    group_code: group,
    role,
    at: at.getTime(),
  };
}

/** The refusal of a decision that came too late, with what is pending now in the clause of the change, if its id tells it. */
function movedOn(changes: readonly Change[], id: string): Problem {
  const pending = changes.find(({ clause }) => id.includes(`:${clause}:`)) ?? null;
  return new Problem(
    409,
    "This change is no longer there: it was edited or decided meanwhile. Look at it again.",
    pending,
  );
}
