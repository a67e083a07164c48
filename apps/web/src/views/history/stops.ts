import type { History } from "@plenary/server/api";

/**
 * A place on the timeline: the draft's text after its update number `seq`, and what happened then.
 * - `opened`: the draft began
 * - `written`: somebody wrote, without a longer pause
 * - `decided`: somebody decided on `count` changes at once; `said` is the change, when it was one
 * - `named`: a version was named `said`
 */
export interface Stop {
  readonly kind: "opened" | "written" | "decided" | "named";
  readonly seq: number;
  readonly name: string;
  readonly group: string;
  /** ISO 8601. */
  readonly at: string;
  readonly said: string;
  readonly verdict: "accept" | "reject" | "undo" | null;
  readonly count: number;
  /** The id of the version that was named; null where none was. */
  readonly version: string | null;
}

/** What happened to a draft as places on its timeline, in order; never empty. */
export function stopsOf({ moments, decisions, versions }: History): readonly Stop[] {
  const first = moments[0];
  const plain = { said: "", verdict: null, count: 1, version: null };
  const opened: Stop = {
    ...plain,
    kind: "opened",
    seq: first?.from ?? 1,
    name: first?.person.name ?? "",
    group: first?.group ?? "",
    at: first?.began ?? "",
  };
  const written = moments
    .filter(({ to }) => to !== opened.seq)
    .map(({ to, person, group, ended }): Stop => ({
      ...plain,
      kind: "written",
      seq: to,
      name: person.name,
      group,
      at: ended,
    }));
  const named = versions.map(({ id, seq, name, person, at }): Stop => ({
    ...plain,
    kind: "named",
    seq,
    name: person.name,
    group: "",
    at,
    said: name,
    version: id,
  }));
  const rest = [...written, ...decided(decisions), ...named];
  return [opened, ...rest.toSorted((a, b) => a.seq - b.seq || a.at.localeCompare(b.at))];
}

/** Decisions of one person with one verdict, with nothing written between them, are one stop. */
function decided(decisions: History["decisions"]): Stop[] {
  const stops: Stop[] = [];
  for (const { seq, verdict, person, group, at, summary } of decisions) {
    const last = stops.at(-1);
    if (last && last.seq === seq && last.verdict === verdict && last.name === person.name)
      stops[stops.length - 1] = { ...last, at, said: "", count: last.count + 1 };
    else
      stops.push({
        kind: "decided",
        seq,
        name: person.name,
        group,
        at,
        said: summary,
        verdict,
        count: 1,
        version: null,
      });
  }
  return stops;
}

/**
 * The index of the stop that an address names: `12.4` is the stop 4 if it is at the update 12, else the last one that is
 * not later than that update. Without a name, or before all stops, the last of all.
 */
export function stopAsked(stops: readonly Stop[], name: string | null): number {
  const [seq = Number.NaN, index = Number.NaN] = (name ?? "").split(".").map((part) => Number.parseInt(part, 10));
  if (stops[index]?.seq === seq) return index;
  const found = stops.findLastIndex((stop) => stop.seq <= seq);
  return found === -1 ? Math.max(0, stops.length - 1) : found;
}
