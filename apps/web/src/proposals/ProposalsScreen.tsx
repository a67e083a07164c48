import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { conferenceQuery, proposalsQuery } from "../api/queries.ts";
import { useListEvents } from "../api/useListEvents.ts";
import { Failure } from "../frame/Failure.tsx";
import { Page } from "../frame/Page.tsx";
import { SideBySide } from "./SideBySide.tsx";
import "./proposals.css";

/** How often the drafts are looked at anew while people write in them, in milliseconds. */
const EVERY = 10_000;

/** What several groups want of one text: the page's shape while it loads, then clause by clause. */
export function ProposalsScreen({ id }: { readonly id: string }) {
  useListEvents("drafts,conference", EVERY);
  const proposals = useQuery(proposalsQuery(id));
  const conference = useQuery(conferenceQuery);
  const error = proposals.error ?? conference.error;
  const retry = (): void => {
    void proposals.refetch();
    void conference.refetch();
  };
  return (
    <Page wide>
      {proposals.data && conference.data ? (
        <SideBySide view={proposals.data} groups={conference.data.groups} />
      ) : error ? (
        <Failure error={error} retry={retry} home />
      ) : (
        <Skeleton height={480} aria-busy />
      )}
    </Page>
  );
}
