import { parseRoom } from "@plenary/collab";
import type { Clause } from "@plenary/document";
import { sql } from "kysely";
import type { Texts } from "../conference/texts.ts";
import type { Database } from "../store/database.ts";
import type { Statement } from "../store/logStore.ts";
import { type Guard, createGuard } from "./guard.ts";
import type { Limits } from "./limits.ts";
import type { BoundClient } from "./owners.ts";

/** The guards of all rooms. */
export interface Guards {
  /** A guard with what is stored of the room; for a room that is not there one with nothing. */
  open(room: string): Promise<Guard>;
  /** What stores whose the client ids are, in the transaction of the update that binds them. */
  statements(room: string, bound: readonly BoundClient[]): Statement[];
}

/** Guards with what the database holds, for documents that may grow to the limit. */
export function createGuards(db: Database, texts: Pick<Texts, "get">, limits: Pick<Limits, "document">): Guards {
  async function baseOf(room: string): Promise<ReadonlySet<string>> {
    const name = parseRoom(room);
    const draft =
      name?.part === "text" &&
      (await db.selectFrom("draft").select("base_text").where("id", "=", name.draft).executeTakeFirst());
    return draft ? idsOf((await texts.get(draft.base_text)).text.clauses) : new Set();
  }

  return {
    async open(room) {
      const stored = db.selectFrom("doc_client").select(["client", "person", "at"]).where("doc", "=", room);
      const [bound, base] = await Promise.all([stored.execute(), baseOf(room)]);
      return createGuard(bound, base, limits.document);
    },
    statements: (room, bound) =>
      bound.length === 0
        ? []
        : [
            db
              .insertInto("doc_client")
              .values(bound.map(({ client, person, at }) => ({ doc: room, client, person, at })))
              // Another node may have bound it meanwhile: to the same person that is well, else nothing may be stored.
              .onConflict((conflict) =>
                conflict.columns(["doc", "client"]).doUpdateSet({
                  person: sql`CASE WHEN doc_client.person = excluded.person THEN excluded.person END`,
                }),
              ),
          ],
  };
}

/** The ids of clauses, rows and cells, those inside tables included. */
function idsOf(clauses: readonly Clause[]): ReadonlySet<string> {
  return new Set(
    clauses.flatMap(({ id, rows }) => [
      id,
      ...rows.flatMap((row) => [row.id, ...row.cells.flatMap((cell) => [cell.id, ...idsOf(cell.clauses)])]),
    ]),
  );
}
