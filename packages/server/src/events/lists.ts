/** The lists of which the page can hear that they have changed; `mentions` are each person's own. */
export const listNames = ["drafts", "texts", "people", "conference", "webhooks", "mentions"] as const;

export type ListName = (typeof listNames)[number];

/** Which lists what is done at a path of the API changes. */
const changedAt: readonly (readonly [path: RegExp, lists: readonly ListName[]])[] = [
  [/^\/api\/(drafts|word)\b/, ["drafts"]],
  [/^\/api\/texts\b/, ["texts"]],
  [/^\/api\/(people|invitations)\b/, ["people"]],
  [/^\/api\/conference\b/, ["conference"]],
  [/^\/api\/webhooks\b/, ["webhooks"]],
];

/** The lists that an act at a path of the API changes. */
export function listsChangedAt(path: string): readonly ListName[] {
  return changedAt.find(([at]) => at.test(path))?.[1] ?? [];
}
