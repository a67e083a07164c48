import type { Person } from "./people.ts";

/** Whether the person may write in a draft of that group: the delegates and the coordinator of the group may. */
export function mayWrite(person: Person, group: string): boolean {
  return drafts(person) && person.group === group;
}

/** Whether the person may accept and reject changes: the chair and the secretariat may. */
export function mayDecide(person: Person): boolean {
  return person.role === "chair" || person.role === "secretariat";
}

/** Whether the person may add a base text to the library. */
export function mayImport(person: Person): boolean {
  return mayDecide(person) || person.role === "coordinator";
}

/** Whether the person may open a draft for that group: who drafts for it, and the secretariat for any. */
export function mayOpenDraft(person: Person, group: string): boolean {
  return person.role === "secretariat" || mayWrite(person, group);
}

/** Whether the person may give a draft of that group another number. */
export function mayNumber(person: Person, group: string): boolean {
  return person.role === "secretariat" || (person.role === "coordinator" && person.group === group);
}

/** Whether the person may read the audit log. */
export function mayAudit(person: Person): boolean {
  return person.role === "secretariat";
}

function drafts(person: Person): boolean {
  return person.role === "delegate" || person.role === "coordinator";
}
