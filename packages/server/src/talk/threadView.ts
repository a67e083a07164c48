import type { ThreadAnchor } from "@plenary/collab";
import type { Person } from "../conference/people.ts";
import type { Mention } from "./mentionsIn.ts";
import type { Audience } from "./talkRights.ts";

/** Who wrote a comment; `id` is null for whom a Word file names, whose name is "" when it names nobody. */
export type CommentAuthor = Pick<Person, "name" | "group"> & { readonly id: string | null };

/** A comment as its readers see it; times are ISO 8601. */
export interface CommentView {
  readonly id: string;
  readonly person: CommentAuthor;
  /** Plain text; nothing in it is markup. */
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly at: string;
  readonly editedAt: string | null;
}

/** A thread as its readers see it: the same for all of them. Without comments it is gone. */
export interface ThreadView {
  readonly id: string;
  readonly draft: string;
  readonly audience: Audience;
  readonly anchor: ThreadAnchor;
  /** The name of the Word file that brought the thread; null for one that was begun here. */
  readonly source: string | null;
  /** Who resolved it, "" where a Word file had it so, and when. */
  readonly resolved: { readonly name: string; readonly at: string } | null;
  /** Goes up with every change: of two views the one of the higher version is the newer. */
  readonly version: number;
  readonly comments: readonly CommentView[];
}

/** All threads of a draft that one person may read. */
export interface Talk {
  readonly threads: readonly ThreadView[];
  /** Who can be called: the people who may see the draft, with their groups. */
  readonly people: readonly Person[];
  /** Whether the person may begin threads that are open to all, and for which group internal ones. */
  readonly mayTalk: boolean;
  /** Whether the person may take others' comments out of open threads, and hang threads elsewhere. */
  readonly mayModerate: boolean;
  readonly group: string | null;
}

/** A call of the person that was not seen yet. */
export interface MentionView {
  readonly thread: string;
  readonly draft: string;
  readonly number: string;
  readonly title: string;
  /** The name of who calls. */
  readonly by: string;
  readonly text: string;
  readonly at: string;
}
