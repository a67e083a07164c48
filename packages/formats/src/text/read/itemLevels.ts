import { type Label, parseLabel, readings } from "@plenary/document";

interface Open {
  readonly style: string;
  readonly last: number;
}

/** Gives items their level: a style of label that is new inside a list is one deeper, a known one goes back to it. */
export interface ItemLevels {
  /** The level of the item with this printed label. */
  next(label: string): number;
  /** Ends the list. */
  reset(): void;
}

/** Levels of the items of one text, from the first on. */
export function itemLevels(): ItemLevels {
  let open: Open[] = [];
  return {
    next(label) {
      const known = readings(label);
      const at = (reading: Label) => open.findLastIndex((list) => list.style === style(reading));
      // "i)" after "h)" goes on with the letters; after "1" it begins a list of Roman figures.
      const follows = known.find((reading) => at(reading) >= 0 && open[at(reading)]?.last === ordinal(reading) - 1);
      const reading = follows ?? known.find((each) => at(each) >= 0) ?? parseLabel(label);
      if (reading === null) return Math.max(open.length - 1, 0);
      const found = at(reading);
      const level = found >= 0 ? found : open.length;
      open = [...open.slice(0, level), { style: style(reading), last: ordinal(reading) }];
      return level;
    },
    reset() {
      open = [];
    },
  };
}

function style(label: Label): string {
  const sign = label.family === "bullet" ? label.open : "";
  return `${label.family} ${label.path.length} ${sign} ${label.close}`;
}

function ordinal(label: Label): number {
  return label.path.at(-1) ?? 1;
}
