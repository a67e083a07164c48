import type { ChangeKind } from "./redline.ts";

/** Gives the ids of the changes of one redline, in reading order. */
export type ChangeIds = (kind: ChangeKind, clause: string, deleted: string, inserted: string) => string;

/**
 * Ids made of what a change is, where and which words: the same words in the same clause keep their
 * id whatever happens elsewhere. The second alike in a clause gets `.2`.
 */
export function changeIds(): ChangeIds {
  const seen = new Map<string, number>();
  return (kind, clause, deleted, inserted) => {
    const id = `${kind}:${clause}:${hash(`${deleted}\0${inserted}`)}`;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}.${times}`;
  };
}

// 64 bits in two halves (FNV-1a and a multiplicative hash): two different edits of one clause never meet by chance.
function hash(said: string): string {
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let i = 0; i < said.length; i++) {
    const unit = said.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other + unit, 0x85ebca6b) ^ (other >>> 13);
  }
  return (one >>> 0).toString(36) + (other >>> 0).toString(36);
}
