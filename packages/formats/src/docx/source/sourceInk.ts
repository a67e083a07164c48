import type { Segment } from "@plenary/diff";
import type { Mark } from "@plenary/document";
import type { Span } from "../read/blocks/inline.ts";
import { type Styles, runMarks } from "../read/styles/readStyles.ts";
import type { Element } from "../read/xml/element.ts";
import type { Ink, InkPart, InkPlace } from "../write/ink.ts";
import type { Tracking } from "../write/revisions.ts";
import { composeFormat } from "./composeFormat.ts";
import type { Trace, TracedPoint, TracedRun, TracedWhole } from "./trace.ts";

/** What the ink of a clause is made of. */
export interface InkSources {
  readonly base: Trace | null;
  readonly current: Trace | null;
  /** The looks of words that the file does not hold. */
  readonly borrowed: Element | null;
  readonly styles: Styles;
  /** Marks that were written; none is written twice. */
  readonly written: Set<Element>;
  /** How objects of the whole paragraph are tracked. */
  readonly fate: Tracking | null;
}

/**
 * The ink of a clause that the file holds: words have the looks of their places there, new words those of the words
 * before them; links, fields and formulas whose words all stay stand as they are; pictures and bookmarks at their places.
 */
export function sourceInk({ base, current, borrowed, styles, written, fate }: InkSources): Ink {
  const passed = { base: 0, current: 0 };
  const objects = new Set<Element>();
  const onBoth = new Set(current?.points.map(({ element }) => element));
  const inBase = new Set(base?.points.map(({ element }) => element));

  const trackingOf = (point: TracedPoint, side: "base" | "current"): Tracking | null => {
    if (point.kind === "mark" || fate !== null || !base || !current) return point.kind === "mark" ? null : fate;
    if (side === "base") return onBoth.has(point.element) ? null : "del";
    return inBase.has(point.element) ? null : "ins";
  };
  const pointsOf = (side: "base" | "current"): readonly TracedPoint[] =>
    (side === "base" ? base : current)?.points ?? [];
  /** Passes the next point over, and says whether it was not yet written. */
  const pass = (side: "base" | "current", { kind, element }: TracedPoint): boolean => {
    passed[side] += 1;
    const set = kind === "mark" ? written : objects;
    return !set.has(element) && Boolean(set.add(element));
  };
  /** The points up to a place but those inside the whole that is written next. */
  const due = (side: "base" | "current", at: number, whole?: TracedWhole): InkPart[] => {
    const points = pointsOf(side);
    const out: InkPart[] = [];
    for (let point = points[passed[side]]; point && point.at <= at; point = points[passed[side]]) {
      if (whole && isInside(point, whole)) break;
      if (pass(side, point)) out.push({ type: "raw", length: 0, xml: point.xml, tracking: trackingOf(point, side) });
    }
    return out;
  };
  const swallow = (side: "base" | "current", whole: TracedWhole): void => {
    const points = pointsOf(side);
    for (let point = points[passed[side]]; point && isInside(point, whole); point = points[passed[side]]) {
      pass(side, point);
    }
  };

  return {
    rest: () => [...due("base", Infinity), ...due("current", Infinity)],
    parts(op, start, length, whole) {
      const [trace, side] = readFrom(op);
      const out: InkPart[] = [];
      for (let done = 0; done < length;) {
        const place = {
          base: start.base + (op === "+" ? 0 : done),
          current: start.current + (op === "-" ? 0 : done),
        };
        const at = place[side];
        const left = length - done;
        const found = whole && trace ? wholeAt(trace.wholes, at, left, op) : undefined;
        out.push(...due("base", place.base, found), ...due("current", place.current, found));
        if (found) {
          out.push({ type: "raw", length: found.to - found.from, xml: found.xml, tracking: "segment" });
          swallow("base", found);
          swallow("current", found);
          done += found.to - found.from;
          continue;
        }
        const run = trace ? runAt(trace.runs, at) : null;
        const next = Math.min(
          run?.to ?? Infinity,
          after(trace?.runs ?? [], at + 1)?.from ?? Infinity,
          after(trace?.wholes ?? [], at + 1)?.from ?? Infinity,
          nextPoint("base", place.base) - place.base + at,
          nextPoint("current", place.current) - place.current + at,
        );
        const units = Math.max(1, Math.min(left, next - at));
        out.push({ type: "words", length: units, format: formatOf(run, place) });
        done += units;
      }
      return out;
    },
  };

  function wholeAt(
    wholes: readonly TracedWhole[],
    at: number,
    left: number,
    op: Segment["op"],
  ): TracedWhole | undefined {
    let i = indexAfter(wholes, at);
    for (let found = wholes[i]; found && found.from === at; found = wholes[(i += 1)]) {
      if (found.to - at > left) continue;
      // A tracked deletion holds no plain words, and neither it nor an insertion holds a link.
      if (op === "=" && fate === null) return found;
      if (found.trackable && (op === "+" || !/<w:t[ >]/.test(found.xml))) return found;
    }
    return undefined;
  }

  function readFrom(op: Segment["op"]): [Trace | null, "base" | "current"] {
    if (op === "-") return [base, "base"];
    if (op === "+") return [current, "current"];
    return current ? [current, "current"] : [base, "base"];
  }

  function nextPoint(side: "base" | "current", at: number): number {
    const points = (side === "base" ? base : current)?.points ?? [];
    const point = points[passed[side]];
    return point && point.at > at ? point.at : Infinity;
  }

  function formatOf(run: TracedRun | null, start: InkPlace): (marks: readonly Mark[]) => string {
    if (run) return (marks) => composeFormat(run.properties, marks, styles);
    const before = base && (runAt(base.runs, start.base - 1) ?? runAt(base.runs, start.base));
    const properties = before ? before.properties : borrowed;
    return (marks) => composeFormat(properties, marks, styles, true);
  }
}

/** The ink of a label: as the paragraph begins. */
export function labelInk(properties: Element | null, styles: Styles): Ink {
  const format = composeFormat(properties, runMarks(properties, styles), styles, true);
  return { rest: () => [], parts: (_op, _place, length) => [{ type: "words", length, format: () => format }] };
}

function runAt(runs: readonly TracedRun[], at: number): TracedRun | null {
  const i = indexAfter(runs, at);
  const found = runs[i]?.from === at ? runs[i] : runs[i - 1];
  return found && found.from <= at && at < found.to ? found : null;
}

function after<T extends Span>(stretches: readonly T[], at: number): T | undefined {
  return stretches[indexAfter(stretches, at)];
}

/** The index of the first stretch that begins at a place or after it. */
function indexAfter(stretches: readonly Span[], at: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.from < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isInside({ element }: TracedPoint, { first, last }: TracedWhole): boolean {
  const { part, from, to } = element.place;
  return part === first.place.part && from >= first.place.from && to <= last.place.to;
}
