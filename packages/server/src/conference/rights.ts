import type { Role } from "@plenary/collab";
import type { Person } from "./people.ts";

/** The roles, from the one that may least to the one that may most. */
export const roles = [
  "observer",
  "commenter",
  "delegate",
  "coordinator",
  "chair",
  "secretariat",
] as const satisfies readonly Role[];

/** How far a role reaches with an act: for every group, for the person's own group, or not at all. */
export type Reach = "all" | "own" | "none";

/** What is done in a conference, and how far each role reaches with it. docs/roles.md and its test say the same. */
export const rights = {
  "read the library": reach("all", "all", "all", "all", "all", "all"),
  "add base texts": reach("none", "none", "none", "all", "all", "all"),
  "see shared drafts": reach("all", "all", "all", "all", "all", "all"),
  "see drafts that are not shared": reach("own", "own", "own", "own", "all", "all"),
  "open drafts": reach("none", "none", "own", "own", "none", "all"),
  "write drafts": reach("none", "none", "own", "own", "none", "none"),
  "share drafts": reach("none", "none", "none", "own", "all", "all"),
  "number drafts": reach("none", "none", "none", "own", "none", "all"),
  "name versions": reach("none", "none", "own", "own", "all", "all"),
  "write in open threads": reach("none", "all", "all", "all", "all", "all"),
  "share in a group's threads": reach("none", "own", "own", "own", "own", "own"),
  "decide on changes": reach("none", "none", "none", "none", "all", "all"),
  "look after people": reach("none", "none", "none", "none", "none", "all"),
  "set up the conference": reach("none", "none", "none", "none", "none", "all"),
  "read the audit log": reach("none", "none", "none", "none", "none", "all"),
} as const satisfies Record<string, Readonly<Record<Role, Reach>>>;

/** Something that is done in a conference. */
export type Act = keyof typeof rights;

function reach(
  observer: Reach,
  commenter: Reach,
  delegate: Reach,
  coordinator: Reach,
  chair: Reach,
  secretariat: Reach,
): Readonly<Record<Role, Reach>> {
  return { observer, commenter, delegate, coordinator, chair, secretariat };
}

/** Whether the person may do that, to something of the group if it belongs to one. */
export function may(person: Person, act: Act, group: string | null = null): boolean {
  const far = rights[act][person.role];
  return far === "all" || (far === "own" && group !== null && person.group === group);
}

/** Whether the person may see a draft: a shared one, or one of a group whose drafts the person may see anyway. */
export function maySee(person: Person, draft: { readonly group: string; readonly shared: boolean }): boolean {
  return may(person, draft.shared ? "see shared drafts" : "see drafts that are not shared", draft.group);
}

/** Whether the person may write in a draft of that group. */
export function mayWrite(person: Person, group: string): boolean {
  return may(person, "write drafts", group);
}

/** Whether the person may accept and reject changes. */
export function mayDecide(person: Person): boolean {
  return may(person, "decide on changes");
}

/** Whether the person may add a base text to the library. */
export function mayImport(person: Person): boolean {
  return may(person, "add base texts");
}

/** Whether the person may open a draft for that group. */
export function mayOpenDraft(person: Person, group: string): boolean {
  return may(person, "open drafts", group);
}

/** Whether the person may give a draft of that group another number. */
export function mayNumber(person: Person, group: string): boolean {
  return may(person, "number drafts", group);
}

/** Whether the person may read the audit log. */
export function mayAudit(person: Person): boolean {
  return may(person, "read the audit log");
}
