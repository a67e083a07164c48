import type { LoadRow } from "./loadRun.ts";

/** The medians of several rounds, of each figure for itself; of clients left behind and drafts that diverged, all. */
export function medianRow(rounds: readonly LoadRow[]): LoadRow {
  const [first] = rounds;
  if (!first) throw new Error("There is no median of no rounds.");
  const sum = (key: "behind" | "diverged"): number => rounds.reduce((all, row) => all + row[key], 0);
  return {
    scenario: first.scenario,
    server: first.server,
    p50: medianOr(rounds.map(({ p50 }) => p50)),
    p99: medianOr(rounds.map(({ p99 }) => p99)),
    cpu: median(rounds.map(({ cpu }) => cpu)),
    perConnection: medianOr(rounds.map(({ perConnection }) => perConnection)),
    perDraft: median(rounds.map(({ perDraft }) => perDraft)),
    bothPerConnection: median(rounds.map(({ bothPerConnection }) => bothPerConnection)),
    memory: median(rounds.map(({ memory }) => memory)),
    late: median(rounds.map(({ late }) => late)),
    others: median(rounds.map(({ others }) => others)),
    writes: median(rounds.map(({ writes }) => writes)),
    behind: sum("behind"),
    diverged: sum("diverged"),
  };
}

function medianOr(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : median(known);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
