import { pieceOf } from "@plenary/collab";
import { flatPiece } from "@plenary/document";
import * as Y from "yjs";

/** Words that an undo made anew, or that look so: it puts them right before those that they are the copy of. */
export interface Copy {
  /** The first of the characters that it is the copy of. */
  readonly of: Y.ID;
  readonly client: number;
  /** What is left of it, and how far each piece is from its beginning. */
  readonly pieces: readonly { readonly item: Y.Item; readonly offset: number }[];
  readonly length: number;
}

/** What may be copies among the children of a text, which include what was deleted. */
export function copiesIn(children: readonly Y.Item[]): Copy[] {
  const before = children.filter(({ rightOrigin, countable }) => rightOrigin !== null && countable);
  const groups = Map.groupBy(before, ({ id, rightOrigin }) => `${id.client} ${characterKey(rightOrigin!)}`);
  return [...groups.values()].flatMap((items) => {
    const runs: Y.Item[][] = [];
    for (const item of items.toSorted((one, other) => one.id.clock - other.id.clock)) {
      const last = runs.at(-1)?.at(-1);
      if (last && last.id.clock + last.length === item.id.clock) runs.at(-1)!.push(item);
      else runs.push([item]);
    }
    return runs.map(copyOf);
  });
}

function copyOf(items: readonly Y.Item[]): Copy {
  const { id, rightOrigin } = items[0]!;
  const last = items.at(-1)!;
  return {
    of: rightOrigin!,
    client: id.client,
    pieces: items.filter(({ deleted }) => !deleted).map((item) => ({ item, offset: item.id.clock - id.clock })),
    length: last.id.clock + last.length - id.clock,
  };
}

/** The characters of an item, in the flat form; of what is gone for good, and of formatting, none. */
export function charactersOf({ content }: Y.Item): string {
  if (content instanceof Y.ContentString) return content.str;
  const piece = content instanceof Y.ContentEmbed ? pieceOf(content.embed) : null;
  return piece ? flatPiece(piece) : "";
}

/** The name of one character of a live text. */
export function characterKey({ client, clock }: Y.ID): string {
  return `${client}:${clock}`;
}
