import { Stack } from "@mantine/core";
import type { Person } from "@plenary/server/api";
import { useListEvents } from "../api/useListEvents.ts";
import { Page } from "../frame/Page.tsx";
import { DraftList } from "./DraftList.tsx";
import { Library } from "./Library.tsx";
import { Mentions } from "./Mentions.tsx";

/** Where one starts: the drafts, and the base texts to amend. */
export function Home({ person }: { readonly person: Person }) {
  useListEvents("drafts,texts,conference,mentions");
  return (
    <Page>
      <Stack gap={48}>
        <Mentions />
        <DraftList person={person} />
        <Library person={person} />
      </Stack>
    </Page>
  );
}
