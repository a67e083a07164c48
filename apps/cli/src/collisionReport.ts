import { type Collision, type Redline, summary } from "@plenary/diff";

/** What some amendments do where they collide with others: the files, and each change in one line. */
interface ReportedAlternative {
  readonly owners: readonly string[];
  readonly changes: readonly {
    readonly kind: string;
    readonly summary: string;
    readonly deleted: string;
    readonly inserted: string;
  }[];
}

/** All collisions, as data and as lines for a person; no lines when nothing collides. */
export interface CollisionReport {
  readonly collisions: readonly { readonly alternatives: readonly ReportedAlternative[] }[];
  readonly lines: readonly string[];
}

/** The collisions with every alternative and its owners; `names` are those of the amendments with these redlines. */
export function collisionReport(
  collisions: readonly Collision[],
  redlines: readonly Redline[],
  names: readonly string[],
): CollisionReport {
  const reported = collisions.map(({ alternatives }) => ({
    alternatives: alternatives.map(({ owners, changes }) => ({
      owners: owners.map((owner) => names[owner] ?? ""),
      changes: changes.map(({ kind, deleted, inserted, owners: all, sources }) => {
        const redline = redlines[all[0] ?? -1];
        const own = redline?.changes.find(({ id }) => id === sources[0]?.id);
        return { kind, summary: redline && own ? summary(own, redline, redline.base.language) : "", deleted, inserted };
      }),
    })),
  }));
  const lines = reported.flatMap(({ alternatives }, at) => [
    `collision ${at + 1} of ${reported.length}`,
    ...alternatives.flatMap(({ owners, changes }) =>
      changes.map((change) => `  ${owners.join(", ")}: ${change.summary}`),
    ),
  ]);
  return { collisions: reported, lines: lines.map(plain) };
}

// The words of a text do not reach the terminal as commands.
function plain(line: string): string {
  return line.replace(/\p{Cc}/gu, "\uFFFD");
}
