import { type Decision, readRecord, readText, recordRoom, replaceText, textRoom, writeRecord } from "@plenary/collab";
import { type Change, type ChangePart, accept, acceptPart, compare, reject, rejectPart } from "@plenary/diff";
import { type Text, relabel } from "@plenary/document";
import type { Drafts } from "../conference/drafts.ts";
import type { Person } from "../conference/people.ts";
import { mayDecide } from "../conference/rights.ts";
import type { Texts } from "../conference/texts.ts";
import { problem } from "../http/problem.ts";
import type { Journal } from "../rooms/journal.ts";
import type { Room } from "../rooms/roomParts.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Database } from "../store/database.ts";
import type { Statement } from "../store/logStore.ts";
import { beforeOf } from "./before.ts";
import { actStatements, decisionsOn, undoing } from "./decided.ts";
import { undoChanges } from "./undoChanges.ts";
import { keptBefore } from "./keptBefore.ts";

/** What is decided: pending changes by their ids; `part` decides one half of a single replacement. */
export interface Verdict {
  readonly changes: readonly string[];
  readonly verdict: "accept" | "reject";
  readonly part?: ChangePart | undefined;
}

/** The decisions on changes. */
export interface Review {
  /**
   * Accepts or rejects pending changes of a draft, as it stands now, all or none. Accepting puts them into the agreed
   * text, rejecting takes them out of the live one; the decisions, one a change, are kept with both in one transaction.
   * Refused with 403 for who may not decide, with 409 when one is no longer there, then with what is pending in its clause.
   */
  decide(person: Person, draft: string, verdict: Verdict, alongside: Alongside): Promise<readonly Decision[]>;
  /**
   * Undoes decisions of one act: what was accepted is pending again, what was rejected comes back into the live text.
   * The undoing is kept as decisions of its own. Refused with 403 for who may not decide, with 404 when there is no
   * such decision, with 409 when it is undone already or the words have moved on since.
   */
  undo(person: Person, draft: string, decisions: readonly string[], alongside: Alongside): Promise<readonly Decision[]>;
}

/** What else is to be stored in the transaction of these decisions. */
type Alongside = (decisions: readonly Decision[]) => Statement[];

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

/** What becomes of a draft by one act: the decisions, and the texts that are others than before. */
interface Outcome {
  readonly decisions: readonly Decision[];
  readonly statements: readonly Statement[];
  readonly agreed?: Text;
  readonly live?: Text;
}

/** Decisions on the rooms' own documents. */
export function createReview({ db, drafts, texts, rooms, journal, clock, ids }: ReviewParts): Review {
  async function carryOut(
    person: Person,
    draftId: string,
    alongside: Alongside,
    work: (published: Text, live: Text, agreed: Text, decisions: readonly Decision[]) => Outcome,
  ): Promise<readonly Decision[]> {
    const draft = await drafts.find(draftId);
    const { text: published } = await texts.get(draft.text);
    return rooms.useAlone(textRoom(draft.id), (live) =>
      rooms.use(recordRoom(draft.id), async (record) => {
        const known = readRecord(record.doc);
        const agreed = known.agreed ?? published;
        const outcome = work(published, readText(live.doc, published), agreed, known.decisions);
        await Promise.all(write(live, record, published, agreed, outcome));
        return outcome.decisions;
      }),
    );

    function write(live: Room, record: Room, base: Text, agreed: Text, outcome: Outcome): Promise<void>[] {
      const author = { person: person.id, group: person.group ?? "", connection: "server" };
      const { live: words } = outcome;
      return journal.together([...outcome.statements, ...alongside(outcome.decisions)], () => [
        ...(words ? [live.write(author, (doc) => replaceText(doc, base, words))] : []),
        record.write(author, (doc) => writeRecord(doc, outcome.agreed ?? agreed, outcome.decisions)),
      ]);
    }
  }

  return {
    async decide(person, draft, { changes: wanted, verdict, part }, alongside) {
      demand(person);
      return carryOut(person, draft, alongside, (published, live, agreed) => {
        const redline = compare(agreed, live, { ids: "trusted" });
        const byId = new Map(redline.changes.map((change) => [change.id, change]));
        const changes = [...new Set(wanted)].map((id) => byId.get(id) ?? movedOn(redline.changes, id));
        const chosen = changes.map(({ id }) => id);
        const act = { id: ids(), person, at: clock() };
        const decisions = decisionsOn(redline, changes, verdict, act, ids, part);
        const half = (of: typeof acceptPart): Text | null =>
          part ? (changes.length === 1 && of(redline, changes[0]!, part)) || noParts() : null;
        if (verdict === "accept") {
          const next = numbered(published, half(acceptPart) ?? accept(redline, chosen));
          return {
            decisions,
            statements: actStatements(db, draft, act, beforeOf(agreed, next), decisions),
            agreed: next,
          };
        }
        const next = half(rejectPart) ?? reject(redline, chosen);
        return { decisions, statements: actStatements(db, draft, act, beforeOf(live, next), decisions), live: next };
      });
    },
    async undo(person, draft, wanted, alongside) {
      demand(person);
      const before = await keptBefore(db, draft, wanted);
      return carryOut(person, draft, alongside, (published, live, agreed, all) => {
        const over = new Set(all.flatMap(({ undoes }) => undoes ?? []));
        const undone = all.filter(({ id }) => wanted.includes(id));
        if (undone.some(({ id }) => over.has(id))) throw problem("undone-already");
        const inForce = all.filter(({ id, act }) => act === before.act && !over.has(id));
        const accepted = undone[0]?.verdict === "accept";
        const next = undoChanges(accepted ? agreed : live, before.text, inForce, undone);
        if (!next) throw problem("words-moved-on");
        const act = { id: ids(), person, at: clock() };
        const decisions = undoing(undone, act, ids);
        const statements = actStatements(db, draft, act, null, decisions);
        return accepted
          ? { decisions, statements, agreed: numbered(published, next) }
          : { decisions, statements, live: next };
      });
    },
  };
}

function demand(person: Person): void {
  if (!mayDecide(person)) throw problem("decide-chair");
}

/** The agreed text with the labels that follow from what stands in it: a label is nothing that anyone decides on. */
function numbered(published: Text, agreed: Text): Text {
  return { ...agreed, clauses: relabel(published, agreed.clauses) };
}

function noParts(): never {
  throw problem("no-parts");
}

/** The refusal of a decision that came too late, with what is pending now in the clause of the change, if its id tells it. */
function movedOn(changes: readonly Change[], id: string): never {
  const pending = changes.find(({ clause }) => id.includes(`:${clause}:`)) ?? null;
  throw problem("change-gone", {}, pending);
}
