import type { Person } from "../conference/people.ts";
import { may } from "../conference/rights.ts";

/** Who a thread is for: the code of the group that it is internal to, null for everybody who may see the draft. */
export type Audience = string | null;

/**
 * Whether the person may read a thread on a draft that the person may see: everybody an open one; a group's internal
 * one only the people of that group who may write in it.
 */
export function mayRead(person: Person, audience: Audience): boolean {
  return audience === null || mayTalk(person, audience);
}

/** Whether the person may begin threads for that audience and write in them: everybody but observers may. */
export function mayTalk(person: Person, audience: Audience): boolean {
  return audience === null ? may(person, "write in open threads") : may(person, "share in a group's threads", audience);
}
