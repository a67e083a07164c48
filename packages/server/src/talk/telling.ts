import { textRoom } from "@plenary/collab";
import type { ListEvents } from "../events/listEvents.ts";
import type { Hints } from "../hints/hints.ts";
import { talk } from "../rooms/messages.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { mayRead } from "./talkRights.ts";
import type { ThreadRows } from "./threadRows.ts";
import type { ThreadView } from "./threadView.ts";

/** Tells the clients of a thread's readers how it is now, on whichever node they are. */
export interface Telling {
  /** To be called when the change is durable. */
  changed(thread: ThreadView): void;
}

/** What telling works on. */
export interface TellingParts {
  readonly rows: Pick<ThreadRows, "find">;
  readonly rooms: Pick<Rooms, "tell">;
  readonly events: Pick<ListEvents, "called">;
  readonly hints: Hints;
  readonly report: (error: unknown) => void;
}

/** Tells in the rooms of this process, and the other nodes, which read the thread from the store. */
export function createTelling({ rows, rooms, events, hints, report }: TellingParts): Telling {
  function tellHere(thread: ThreadView): void {
    rooms.tell(textRoom(thread.draft), talk(thread), (person) => mayRead(person, thread.audience));
    const mentions = thread.comments.flatMap((comment) => comment.mentions);
    events.called(new Set(mentions.map(({ person }) => person)));
  }

  async function tellAnew(draft: string, id: string): Promise<void> {
    const thread = await rows.find(draft, id);
    if (thread) tellHere(thread);
  }

  hints.subscribe({
    heard: (hint) => {
      if (hint.kind === "thread") tellAnew(hint.draft, hint.thread).catch(report);
    },
    gone: () => {},
    // Rooms have their clients ask again then.
    resumed: () => {},
  });
  return {
    changed(thread) {
      tellHere(thread);
      hints.publish({ kind: "thread", draft: thread.draft, thread: thread.id });
    },
  };
}
