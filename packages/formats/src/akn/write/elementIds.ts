/** Gives elements their eIds by the naming convention: `body__hcontainer_2__para_3`; no two are alike. */
export interface ElementIds {
  /** The eId of an element inside `parent` ("" for none), numbered by its label, else by its place among its like. */
  next(parent: string, kind: string, label?: string | null): string;
}

/** The eIds of one document, each beginning with `prefix`. */
export function createElementIds(prefix: string): ElementIds {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return {
    next(parent, kind, label = null) {
      const stem = parent === "" ? `${prefix}${kind}` : `${parent}__${kind}`;
      const count = (counts.get(stem) ?? 0) + 1;
      counts.set(stem, count);
      const said = label?.match(/[\p{L}\p{N}]+/gu)?.join("-") ?? String(count);
      let id = `${stem}_${said}`;
      for (let n = 2; taken.has(id); n++) id = `${stem}_${said}-${n}`;
      taken.add(id);
      return id;
    },
  };
}
