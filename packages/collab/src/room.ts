/** The room of a draft's live text, as it stands in the address of the connection. */
export function textRoom(draft: string): string {
  return draft;
}

/** The room of a draft's record: what has been agreed and decided; only the server writes it. */
export function recordRoom(draft: string): string {
  return `${draft}${suffix}`;
}

/** Which draft a room belongs to and which of its two documents it holds. */
export interface RoomName {
  readonly draft: string;
  readonly part: "text" | "record";
}

/**
 * A room's name taken apart; null when it is none. The ids of drafts hold letters, digits, `-` and
 * `_`, so a name can neither leave its room nor be a path.
 */
export function parseRoom(name: string): RoomName | null {
  const part = name.endsWith(suffix) ? "record" : "text";
  const draft = part === "record" ? name.slice(0, -suffix.length) : name;
  return /^[A-Za-z0-9_-]{1,128}$/.test(draft) ? { draft, part } : null;
}

const suffix = ".record";
