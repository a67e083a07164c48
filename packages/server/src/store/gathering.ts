import { AsyncLocalStorage } from "node:async_hooks";
import {
  ColumnNode,
  type ColumnUpdateNode,
  type CompiledQuery,
  type DeleteQueryNode,
  type Dialect,
  type Driver,
  type InsertQueryNode,
  Kysely,
  type OperationNode,
  type QueryResult,
  PrimitiveValueListNode,
  QueryNode,
  SelectQueryNode,
  SelectionNode,
  TableNode,
  type UpdateQueryNode,
  ValueNode,
  ValuesNode,
  createQueryId,
} from "kysely";
import type { Database, Tables } from "./database.ts";
import { demand } from "./demand.ts";
import type { Statement } from "./logStore.ts";

/** What a work wrote: answered to it as done, and not stored before its statements are. */
export interface Gathered<T> {
  readonly result: T;
  readonly statements: readonly Statement[];
}

/** A database for somebody who opens no transaction of the store's kind: what it writes can be stored with other things. */
export interface Gathering {
  /** The database to write to. Outside of {@link Gathering.gather} it writes at once. */
  readonly db: Database;
  /** Does the work and holds back what it writes. The work does not read what it wrote itself. */
  gather<T>(work: () => Promise<T>): Promise<Gathered<T>>;
}

type Row = Record<string, unknown>;

/**
 * Gathers writes to the database. What goes into the `immediate` tables is written at once all the same. A row that was
 * to be deleted and answered is demanded of the transaction: of two who take it at once one fails with `taken`.
 */
export function createGathering(db: Database, immediate: readonly string[], taken: () => Error): Gathering {
  const works = new AsyncLocalStorage<Statement[]>();
  const executor = db.getExecutor();

  const isImmediate = (node: OperationNode | undefined): boolean =>
    immediate.includes(tableOf(node).table.identifier.name);

  async function found(table: OperationNode, { where }: UpdateQueryNode | DeleteQueryNode): Promise<Row[]> {
    const all = SelectQueryNode.cloneWithSelections(SelectQueryNode.createFrom([table]), [
      SelectionNode.createSelectAll(),
    ]);
    const node = where ? QueryNode.cloneWithWhere(all, where.where) : all;
    const { rows } = await db.executeQuery<Row>(executor.compileQuery(node, createQueryId()));
    return [...rows];
  }

  async function answerTo(query: CompiledQuery): Promise<Row[] | null> {
    const node = query.query;
    const gathered = works.getStore();
    if (!gathered) return null;
    if (node.kind === "InsertQueryNode") {
      if (isImmediate(node.into)) return null;
      gathered.push({ compile: () => query });
      return insertedBy(node);
    }
    if (node.kind === "UpdateQueryNode") {
      if (isImmediate(node.table)) return null;
      const rows = await found(tableOf(node.table), node);
      gathered.push({ compile: () => query });
      return rows.map((row) => ({ ...row, ...setBy(node.updates ?? []) }));
    }
    if (node.kind !== "DeleteQueryNode" || isImmediate(node.from.froms[0])) return null;
    const rows = await found(tableOf(node.from.froms[0]), node);
    const statement = { compile: () => query };
    gathered.push(node.returning && rows.length > 0 ? demand(statement, taken()) : statement);
    return rows;
  }

  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => ({
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const rows = await answerTo(query);
        if (!rows) return db.executeQuery<R>(query);
        return { rows: rows as R[], numAffectedRows: BigInt(rows.length) };
      },
      streamQuery() {
        throw new Error("Streaming is not supported; use execute.");
      },
    }),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: async () => {},
    destroy: async () => {},
  };
  const dialect: Dialect = {
    createAdapter: () => executor.adapter,
    createDriver: () => driver,
    createIntrospector: () => db.introspection,
    createQueryCompiler: () => ({ compileQuery: (node, id) => executor.compileQuery(node, id) }),
  };
  return {
    db: new Kysely<Tables>({ dialect }),
    async gather(work) {
      const statements: Statement[] = [];
      const result = await works.run(statements, work);
      return { result, statements };
    },
  };
}

const refuse = (): Promise<never> => Promise.reject(new Error("Gather what is to be one transaction."));

function tableOf(node: OperationNode | undefined): TableNode {
  if (node && TableNode.is(node)) return node;
  throw new Error("Only statements on one table can be gathered.");
}

/** The rows that an insertion makes: every value is given. */
function insertedBy({ columns = [], values }: InsertQueryNode): Row[] {
  const lists = values && ValuesNode.is(values) ? values.values : [];
  return lists.map((list) => {
    const plain = PrimitiveValueListNode.is(list) ? list.values : list.values.map(valueOf);
    return Object.fromEntries(columns.map(({ column }, i) => [column.name, plain[i] ?? null]));
  });
}

function setBy(updates: readonly ColumnUpdateNode[]): Row {
  return Object.fromEntries(
    updates.map(({ column, value }) => [ColumnNode.is(column) ? column.column.name : "", valueOf(value)]),
  );
}

function valueOf(node: OperationNode): unknown {
  if (ValueNode.is(node)) return node.value;
  throw new Error("Only plain values can be gathered.");
}
