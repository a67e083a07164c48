/** Where somebody stands in a draft, as their page tells the others: at a change, by its id, or in a clause. */
export interface Stand {
  readonly change: string | null;
  readonly clause: string | null;
}

/** Somebody who may lead the screen, and where they stand; `client` is their window. */
export interface Leader {
  readonly client: number;
  readonly name: string;
  readonly chair: boolean;
  readonly stand: Stand;
}

/** Whom a screen follows, and where all leaders stood then. */
export interface Following {
  readonly leader: Leader | null;
  readonly stood: ReadonlyMap<number, string>;
}

/** A screen that follows nobody yet. */
export const nobody: Following = { leader: null, stood: new Map() };

/**
 * Who may lead among the presence states of a room: chairs and the secretariat who have told where they stand. The
 * server says who has which role, whatever a page claims.
 */
export function leadersIn(states: ReadonlyMap<number, unknown>): readonly Leader[] {
  return [...states].flatMap(([client, state]): Leader[] => {
    const user: unknown = Reflect.get(Object(state), "user");
    const stand: unknown = Reflect.get(Object(state), "stand");
    const role = said(user, "role");
    const [change, clause] = [said(stand, "change"), said(stand, "clause")];
    if ((role !== "chair" && role !== "secretariat") || (change === null && clause === null)) return [];
    return [{ client, name: said(user, "name") ?? "", chair: role === "chair", stand: { change, clause } }];
  });
}

/**
 * Whom the screen follows now: who moved last. The secretariat leads only while no chair is there; a leader who went is
 * followed by another.
 */
export function follow(before: Following, leaders: readonly Leader[]): Following {
  const chairs = leaders.filter(({ chair }) => chair);
  const may = chairs.length > 0 ? chairs : leaders;
  const moved = may.findLast((one) => before.stood.get(one.client) !== place(one));
  const still = may.find(({ client }) => client === before.leader?.client);
  return {
    leader: moved ?? still ?? may[0] ?? null,
    stood: new Map(leaders.map((one) => [one.client, place(one)])),
  };
}

function place({ stand }: Leader): string {
  return JSON.stringify([stand.change, stand.clause]);
}

function said(of: unknown, key: string): string | null {
  const value: unknown = Reflect.get(Object(of), key);
  return typeof value === "string" ? value : null;
}
