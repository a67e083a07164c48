import { Skeleton, Stack, Text, Title } from "@mantine/core";
import type { Person } from "@plenary/server/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { conferenceQuery, peopleQuery } from "../api/queries.ts";
import { useListEvents } from "../api/useListEvents.ts";
import { Failure } from "../frame/Failure.tsx";
import { Page } from "../frame/Page.tsx";
import { ConferenceForm } from "./ConferenceForm.tsx";
import { Invite } from "./Invite.tsx";
import { OpenInvitations } from "./OpenInvitations.tsx";
import { PersonRow } from "./PersonRow.tsx";
import { Webhooks } from "../webhooks/Webhooks.tsx";

/** What {@link PeopleScreen} needs. */
export interface PeopleScreenProps {
  readonly person: Person;
  readonly demo: boolean;
}

/** The secretariat's screen: who is in the conference as what, invitations, the conference's name and groups. */
export function PeopleScreen({ person, demo }: PeopleScreenProps) {
  const { t } = useTranslation();
  useListEvents("people,conference,webhooks");
  const people = useQuery(peopleQuery);
  const conference = useQuery(conferenceQuery);
  const error = people.error ?? conference.error;
  const groups = conference.data?.groups ?? [];
  return (
    <Page>
      <Stack gap={40}>
        <Stack component="section" gap="sm" aria-labelledby="people">
          <Title order={1} size="h3" id="people">
            {t("people.title")}
          </Title>
          {error && <Failure error={error} retry={() => void people.refetch()} />}
          {!people.data && !error && <Skeleton height={200} />}
          <ul className="rows">
            {people.data?.people.map((each) => (
              <PersonRow key={each.id} person={each} groups={groups} own={each.id === person.id} />
            ))}
          </ul>
        </Stack>
        {demo ? (
          <Text c="dimmed">{t("people.demo")}</Text>
        ) : (
          <Stack component="section" gap="sm" aria-labelledby="invite">
            <Title order={2} size="h3" id="invite">
              {t("people.invite")}
            </Title>
            <Invite groups={groups} />
            <OpenInvitations invitations={people.data?.invitations ?? []} />
          </Stack>
        )}
        {conference.data && <ConferenceForm conference={conference.data} />}
        <Webhooks />
      </Stack>
    </Page>
  );
}
