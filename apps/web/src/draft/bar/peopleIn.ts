/** Someone who has the draft open; `group` is "" for who has none. */
export interface Present {
  readonly id: string;
  readonly name: string;
  readonly group: string;
}

/** The people of these presence states, each once however many windows they have, by name. States that name nobody are left out. */
export function peopleIn(states: Iterable<unknown>): readonly Present[] {
  const people = new Map<string, Present>();
  for (const state of states) {
    const user: unknown = Reflect.get(Object(state), "user");
    const said = (key: string): string => {
      const value: unknown = Reflect.get(Object(user), key);
      return typeof value === "string" ? value : "";
    };
    if (said("id") !== "") people.set(said("id"), { id: said("id"), name: said("name"), group: said("group") });
  }
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Who is here now and was not before; nobody while nobody was known, as when one comes oneself. */
export function arrivals(before: readonly Present[], now: readonly Present[]): readonly Present[] {
  if (before.length === 0) return [];
  const known = new Set(before.map(({ id }) => id));
  return now.filter(({ id }) => !known.has(id));
}
