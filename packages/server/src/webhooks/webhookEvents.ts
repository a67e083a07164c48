/** What webhooks are told of, and by which act of the audit log it happens. */
const actOfEvent = {
  "text.added": ["import"],
  "draft.opened": ["open draft", "import draft"],
  "draft.shared": ["share draft"],
  "draft.numbered": ["rename draft"],
  "structure.changed": ["suppress", "restore", "move", "split", "merge"],
  "decision.accepted": ["accept"],
  "decision.rejected": ["reject"],
  "decision.undone": ["undo"],
  "version.named": ["snapshot", "rename version"],
  "session.began": ["sign in"],
  "session.ended": ["sign out"],
  "password.set": ["set password"],
  "person.joined": ["join"],
  "person.changed": ["change role"],
  "person.removed": ["revoke"],
  "invitation.made": ["invite"],
  "invitation.withdrawn": ["withdraw invitation"],
  "conference.named": ["name conference"],
  "group.added": ["add group"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Something that webhooks are told of. */
export type WebhookEvent = keyof typeof actOfEvent;

function isEvent(name: string): name is WebhookEvent {
  return Object.hasOwn(actOfEvent, name);
}

/** All of them, in the order in which they are listed. */
export const webhookEvents: readonly WebhookEvent[] = Object.keys(actOfEvent).filter(isEvent);

/** What webhooks are told of an act; null for an act that they hear nothing of. */
export function eventOf(act: string): WebhookEvent | null {
  return webhookEvents.find((event) => (actOfEvent[event] as readonly string[]).includes(act)) ?? null;
}
