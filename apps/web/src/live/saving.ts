/** What the page says about the draft: everything is durable on the server, some of it is not yet, or there is no connection. */
export type SavingState = "saved" | "saving" | "offline";

/** What is known of the connection and of the edits that were sent over it. Versions count the draft's own edits. */
export interface Saving {
  readonly online: boolean;
  readonly version: number;
  readonly acknowledged: number;
}

/** What happens to a draft: an edit of one's own, an answer of the server, the connection's coming and going. */
export type SavingEvent =
  | { readonly type: "edited" }
  | { readonly type: "acknowledged"; readonly version: number }
  | { readonly type: "synced" }
  | { readonly type: "disconnected" };

/** Before the first connection: offline. Edits of an earlier visit may wait in the browser, so nothing counts as saved. */
export const initialSaving: Saving = { online: false, version: 0, acknowledged: 0 };

/**
 * The next state. Each connection starts a new version after its first exchange, because what was
 * written while it was down is only sent then; an answer to an older version does not make it saved.
 */
export function nextSaving(saving: Saving, event: SavingEvent): Saving {
  switch (event.type) {
    case "edited":
      return { ...saving, version: saving.version + 1 };
    case "acknowledged":
      return { ...saving, acknowledged: Math.max(saving.acknowledged, Math.min(event.version, saving.version)) };
    case "synced":
      return { ...saving, online: true, version: saving.version + 1 };
    case "disconnected":
      return { ...saving, online: false };
  }
}

/** The state in one word. */
export function savingState({ online, version, acknowledged }: Saving): SavingState {
  if (!online) return "offline";
  return acknowledged === version ? "saved" : "saving";
}
