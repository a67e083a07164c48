import type { LogEntry } from "../logStore.ts";
import { LOG_QUERY_MS, within } from "./pool.ts";

/** Who announces an append with NOTIFY: the channel and the name of this node. */
export interface Announcement {
  readonly channel: string;
  readonly node: string;
}

const bump = `bumped AS (UPDATE doc SET head_seq = head_seq + $2 WHERE id = $1 RETURNING head_seq)`;
const insert = `added AS (
  INSERT INTO doc_update (doc, seq, person, group_code, connection, at, data)
  SELECT $1, bumped.head_seq - $2 + given.place, given.person, given.group_code, given.connection, given.at, given.data
  FROM bumped, unnest($3::text[], $4::text[], $5::text[], $6::bigint[], $7::bytea[])
    WITH ORDINALITY AS given (person, group_code, connection, at, data, place))`;
const notify = `, pg_notify($8, json_build_object('from', $9::text, 'hints',
  json_build_array(json_build_object('kind', 'head', 'doc', $1, 'seq', head_seq)))::text)`;

/**
 * Appends entries of one document in one round trip: the row lock on the document is held until the commit, so the order
 * of the numbers is the order of the commits and there are no holes. Answers with the new head; with no row when there is
 * no such document.
 */
export function appendSql(doc: string, entries: readonly LogEntry[], announcement: Announcement | null) {
  const columns = [
    entries.map(({ person }) => person),
    entries.map(({ group }) => group),
    entries.map(({ connection }) => connection),
    entries.map(({ at }) => at),
    entries.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
  ];
  const announced = announcement ? [announcement.channel, announcement.node] : [];
  return within(LOG_QUERY_MS, {
    name: announcement ? "append and notify" : "append",
    text: `WITH ${bump}, ${insert} SELECT head_seq${announcement ? notify : ""} FROM bumped`,
    values: [doc, entries.length, ...columns, ...announced],
  });
}
