import type { Person } from "@plenary/server/api";
import { useQuery } from "@tanstack/react-query";
import { conferenceQuery, draftQuery } from "../api/queries.ts";
import { Bar } from "../frame/Bar.tsx";
import { Failure } from "../frame/Failure.tsx";
import { Page } from "../frame/Page.tsx";
import { LiveDraft } from "./LiveDraft.tsx";
import { PaperShape } from "./PaperShape.tsx";

/** One draft: the page's shape while it loads, then the paper. */
export function DraftScreen({ id, person }: { readonly id: string; readonly person: Person }) {
  const draft = useQuery(draftQuery(id));
  const conference = useQuery(conferenceQuery);
  const error = draft.error ?? conference.error;
  const retry = (): void => {
    void draft.refetch();
    void conference.refetch();
  };
  if (error)
    return (
      <>
        <Bar />
        <Page>
          <Failure error={error} retry={retry} home />
        </Page>
      </>
    );
  if (draft.data && conference.data)
    return <LiveDraft draft={draft.data} conference={conference.data} person={person} />;
  return (
    <div className="draft" aria-busy="true">
      <header className="bar" />
      <div className="desk">
        <PaperShape />
      </div>
    </div>
  );
}
