import type { Compilable } from "kysely";
import type { Statement } from "./logStore.ts";

/**
 * The statement, which has RETURNING, made a condition of its transaction: when it finds no row, because somebody else was
 * first, nothing of the transaction is stored and its commit rejects with `otherwise`.
 */
export function demand(statement: Pick<Compilable, "compile">, otherwise: Error): Statement {
  return { compile: () => statement.compile(), otherwise };
}
