import { readText, replaceText, textRoom } from "@plenary/collab";
import { type ClauseSymbol, amendmentSymbol, compare } from "@plenary/diff";
import type { Text } from "@plenary/document";
import { importedAuthor } from "../word/importedAuthor.ts";
import type { AmendmentStage } from "../word/amendmentStages.ts";
import type * as Y from "yjs";
import { type Problem, problem } from "../http/problem.ts";
import type { Kicks } from "../access/kicks.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Statement } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";
import { newDraft, updateOf } from "./newDraft.ts";
import type { Person } from "./people.ts";
import { may, mayDecide, mayNumber, mayOpenDraft, maySee, mayWrite } from "./rights.ts";
import type { TextSummary, Texts } from "./texts.ts";

/** A draft as lists show it: its text, the number under which the group submits it, its symbol now, its last edit. */
export interface DraftSummary {
  readonly id: string;
  readonly text: Pick<TextSummary, "id" | "title" | "number" | "language">;
  readonly number: string;
  readonly symbol: ClauseSymbol;
  readonly group: string;
  /** ISO 8601. */
  readonly updatedAt: string;
  readonly mayWrite: boolean;
  /** Whether everybody of the conference may read it; else it is for its group, the chair and the secretariat. */
  readonly shared: boolean;
  readonly mayShare: boolean;
}

/** A draft with the edition it amends and what the person may do. */
export interface DraftDetail extends DraftSummary {
  readonly published: Text;
  readonly mayDecide: boolean;
  /** Whether the person may name versions of it. */
  readonly mayName: boolean;
}

/** What is fixed about a draft. */
export interface Draft {
  readonly id: string;
  readonly text: string;
  readonly group: string;
  readonly number: string;
  readonly shared: boolean;
}

/** The Word file that a draft is brought in from. */
export interface DraftFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A draft being made: its id and its live text. */
export interface MadeDraft {
  readonly draft: string;
  readonly live: Y.Doc;
}

/** The drafts of the conference. */
export interface Drafts {
  /** The drafts that the person may see, the oldest first. */
  list(person: Person): Promise<DraftSummary[]>;
  /** One draft as that person sees it; refused with 404 when there is none that the person may see. */
  get(person: Person, id: string): Promise<DraftDetail>;
  /**
   * The facts of a draft that the person may see. Refused with 404, in the same words and on the same way, when there
   * is none and when it is not for that person.
   */
  visible(person: Person, id: string): Promise<Draft>;
  /** Opens a draft to everybody's reading, or keeps it for its group again, in one transaction with what is kept `alongside`. */
  share(person: Person, id: string, shared: boolean, alongside: () => Statement[]): Promise<void>;
  /** The facts of a draft, whoever asks; refused with 404 when there is none. */
  find(id: string): Promise<Draft>;
  /** The group's draft on a text: the one that is there, or a new one, made with what is kept `alongside`. The answer is its id. */
  open(
    person: Person,
    text: string,
    group: string | undefined,
    alongside: (id: string) => Statement[],
  ): Promise<string>;
  /**
   * A new draft of the group that became what it is in stages, each logged as its author's; the file that it came from
   * is kept beside it, and what the caller adds `alongside` in the same transaction. Refused with 409 when the group has
   * a draft on the text. Whether the person may is the caller's to check. The answer is its id.
   */
  bringIn(
    person: Person,
    text: string,
    group: string,
    stages: readonly AmendmentStage[],
    file: DraftFile,
    alongside: (made: MadeDraft) => Statement[],
  ): Promise<string>;
  /** The Word file that the draft was brought in from, or else its base text (`own`: its ids are the file's); null for neither. */
  source(draft: Draft): Promise<{ readonly bytes: Uint8Array; readonly own: boolean } | null>;
  /**
   * Gives the draft another number, in one transaction with what is kept `alongside`. Refused with 403 for who may not,
   * with 409 when another draft has it.
   */
  renumber(person: Person, draft: Draft, number: string, alongside: Statement[]): Promise<void>;
  /** When the live text was last changed. */
  updatedAt(id: string): Promise<Date>;
}

/** The number of the document under which a group submits when it has none yet. */
const FIRST_DOCUMENT = 7;

/** What drafts work on. */
export interface DraftsParts {
  readonly store: Store;
  readonly texts: Texts;
  readonly rooms: Rooms;
  readonly clock: () => Date;
  readonly ids: () => string;
  readonly kicks: Kicks;
}

/** The drafts in the store. */
export function createDrafts({ store, texts, rooms, clock, ids, kicks }: DraftsParts): Drafts {
  const { db, log } = store;
  const symbols = new Map<string, { head: number; symbol: ClauseSymbol }>();
  const rows = db
    .selectFrom("draft")
    .innerJoin("base_text", "base_text.id", "draft.base_text")
    .select(["draft.id", "draft.number", "draft.group_code as group", "draft.created_at", "draft.shared"])
    .select(["base_text.id as text", "base_text.title", "base_text.number as textNumber", "base_text.language"]);
  type DraftRow = Awaited<ReturnType<typeof rows.executeTakeFirstOrThrow>>;

  function unknown(): Problem {
    return problem("unknown-draft");
  }

  function factsOf({ id, text, group, number, shared }: DraftRow): Draft {
    return { id, text, group, number, shared: shared === 1 };
  }

  async function find(id: string): Promise<DraftRow> {
    const row = await rows.where("draft.id", "=", id).executeTakeFirst();
    if (!row) throw unknown();
    return row;
  }

  async function seen(person: Person, id: string): Promise<DraftRow> {
    const row = await find(id);
    if (!maySee(person, { group: row.group, shared: row.shared === 1 })) throw unknown();
    return row;
  }

  async function lastUpdate(id: string): Promise<{ head: number; at: number }> {
    return db
      .selectFrom("doc_update")
      .select(["seq as head", "at"])
      .where("doc", "=", textRoom(id))
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
  }

  async function symbolOf(id: string, head: number, published: () => Promise<Text>): Promise<ClauseSymbol> {
    const known = symbols.get(id);
    if (known?.head === head) return known.symbol;
    const base = await published();
    const symbol = await rooms.use(textRoom(id), ({ doc }) =>
      amendmentSymbol(compare(base, readText(doc, base), { ids: "trusted" })),
    );
    symbols.set(id, { head, symbol });
    return symbol;
  }

  async function summary(person: Person, row: DraftRow): Promise<DraftSummary> {
    const { head, at } = await lastUpdate(row.id);
    return {
      id: row.id,
      text: { id: row.text, title: row.title, number: row.textNumber, language: row.language },
      number: row.number,
      symbol: await symbolOf(row.id, head, async () => (await texts.get(row.text)).text),
      group: row.group,
      updatedAt: new Date(Math.max(at, row.created_at)).toISOString(),
      mayWrite: mayWrite(person, row.group),
      shared: row.shared === 1,
      mayShare: may(person, "share drafts", row.group),
    };
  }

  async function source({ id, text }: Pick<Draft, "id" | "text">): ReturnType<Drafts["source"]> {
    const own = await db.selectFrom("draft_source").select("bytes").where("draft", "=", id).executeTakeFirst();
    if (own) return { bytes: own.bytes, own: false };
    const base = await db.selectFrom("text_source").select("bytes").where("base_text", "=", text).executeTakeFirst();
    return base ? { bytes: base.bytes, own: true } : null;
  }

  return {
    find: async (id) => factsOf(await find(id)),
    visible: async (person, id) => factsOf(await seen(person, id)),
    async share(person, id, shared, alongside) {
      const { group } = await seen(person, id);
      if (!may(person, "share drafts", group)) throw problem("share-coordinator", { group });
      const set = db
        .updateTable("draft")
        .set({ shared: Number(shared) })
        .where("id", "=", id);
      await store.commit([set, ...alongside()]);
      if (!shared) kicks.kick({ draft: id });
    },
    async list(person) {
      const all = await rows.orderBy("draft.created_at").execute();
      const visible = all.filter(({ group, shared }) => maySee(person, { group, shared: shared === 1 }));
      return Promise.all(visible.map((row) => summary(person, row)));
    },
    async get(person, id) {
      const row = await seen(person, id);
      const { text: published } = await texts.get(row.text);
      const mayName = may(person, "name versions", row.group);
      return { ...(await summary(person, row)), published, mayDecide: mayDecide(person), mayName };
    },
    async open(person, text, asked, alongside) {
      const group = asked ?? person.group ?? "";
      if (!mayOpenDraft(person, group)) throw problem("open-own-group");
      return log.exclusively(
        `drafts of ${group}`,
        async () =>
          (await existing(text, group))?.id ?? create(person, text, group, [], null, ({ draft }) => alongside(draft)),
      );
    },
    source,
    async bringIn(person, text, group, stages, file, alongside) {
      return log.exclusively(`drafts of ${group}`, async () => {
        const there = await existing(text, group);
        if (there) throw problem("draft-there", { group, number: there.number });
        return create(person, text, group, stages, file, alongside);
      });
    },
    async renumber(person, { id, group }, number, alongside) {
      if (!mayNumber(person, group)) throw problem("number-coordinator", { group });
      const same = await db.selectFrom("draft").select("id").where("number", "=", number).executeTakeFirst();
      if (same && same.id !== id) throw problem("number-taken", { number });
      await store.commit([db.updateTable("draft").set({ number }).where("id", "=", id), ...alongside]);
    },
    updatedAt: async (id) => new Date(Math.max((await lastUpdate(id)).at, (await find(id)).created_at)),
  };

  async function existing(text: string, group: string): Promise<DraftRow | undefined> {
    return (await rows.where("draft.group_code", "=", group).execute()).find((row) => row.text === text);
  }

  async function create(
    person: Person,
    text: string,
    group: string,
    stages: readonly AmendmentStage[],
    file: DraftFile | null,
    alongside: (made: MadeDraft) => Statement[],
  ): Promise<string> {
    const { text: published } = await texts.get(text);
    const known = await db.selectFrom("conference_group").select("code").where("code", "=", group).executeTakeFirst();
    if (!known) throw problem("unknown-group", { group });
    const draft = { id: ids(), text, group, number: await nextNumber(group), shared: false };
    const now = clock();
    const made = newDraft(draft, published, { person: person.id, group }, now);
    const later = stages.flatMap(({ author, date, text: wanted }) => {
      const data = updateOf(made.live, () => replaceText(made.live, published, wanted));
      const at = Date.parse(date ?? "");
      const who = author
        ? { person: importedAuthor(author.name), group: "", connection: `import by ${person.id}` }
        : { person: person.id, group: person.group ?? "", connection: "server" };
      return data ? [{ doc: textRoom(draft.id), ...who, at: Number.isNaN(at) ? now.getTime() : at, data }] : [];
    });
    const kept = file ? [db.insertInto("draft_source").values({ draft: draft.id, ...file })] : [];
    const added = alongside({ draft: draft.id, live: made.live });
    await log.append([...made.entries, ...later], [...made.statements(store), ...kept, ...added]);
    return draft.id;
  }

  /** The next free number of the group in its document: EUR/7A3/1 after EUR/7A2/1. */
  async function nextNumber(group: string): Promise<string> {
    const used = await db.selectFrom("draft").select("number").where("group_code", "=", group).execute();
    const parts = used.flatMap(({ number }) => /\/(\d+)A(\d+)\//.exec(number) ?? []).map(Number);
    const document = parts[1] ?? FIRST_DOCUMENT;
    const last = Math.max(0, ...parts.filter((_, i) => i % 3 === 2));
    return `${group}/${document}A${last + 1}/1`;
  }
}
