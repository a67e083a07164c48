import { Refusal } from "./api/refusal.ts";
import { DirectionProvider, MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Redirect, Route, Switch, useRoute } from "wouter";
import { sessionQuery } from "./api/queries.ts";
import { CommandsProvider } from "./commands/CommandsProvider.tsx";
import { DraftScreen } from "./draft/DraftScreen.tsx";
import { Bar } from "./frame/Bar.tsx";
import { Failure } from "./frame/Failure.tsx";
import { NoSuchPage } from "./frame/NoSuchPage.tsx";
import { Page } from "./frame/Page.tsx";
import { PageDirection } from "./frame/PageDirection.tsx";
import { useTheme } from "./frame/useTheme.ts";
import { Home } from "./home/Home.tsx";
import { ProposalsScreen } from "./proposals/ProposalsScreen.tsx";
import { WordScreen } from "./word/WordScreen.tsx";
import { PeopleScreen } from "./people/PeopleScreen.tsx";
import { InvitationScreen } from "./signIn/InvitationScreen.tsx";
import { NewPasswordScreen } from "./signIn/NewPasswordScreen.tsx";
import { SignIn } from "./signIn/SignIn.tsx";

/** The whole page. */
export function App() {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: again, staleTime: 5000 } } }));
  const theme = useTheme();
  return (
    <DirectionProvider>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <PageDirection />
          <Notifications position="bottom-center" />
          <CommandsProvider>
            <Screens />
          </CommandsProvider>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

/** What fails on its way is asked for once more; a refusal stands. */
function again(failures: number, error: Error): boolean {
  return failures < 1 && !(error instanceof Refusal);
}

const draftPath = "/drafts/:id/:view?";

/** A draft fills the window; all other screens stand below one bar, which stays while one goes from one to another. */
function Screens() {
  const { data: session } = useQuery(sessionQuery);
  const [isDraft] = useRoute(draftPath);
  const person = session?.person;
  if (isDraft && person)
    return <Route path={draftPath}>{({ id }) => <DraftScreen key={id} id={id} person={person} />}</Route>;
  return (
    <>
      <Bar />
      <PlainScreens />
    </>
  );
}

/** What a link leads to is open to whoever holds it; everything else is for who is signed in. */
function PlainScreens() {
  return (
    <Switch>
      <Route path="/invitation/:token">{({ token }) => <InvitationScreen token={token} />}</Route>
      <Route path="/password/:token">{({ token }) => <NewPasswordScreen token={token} />}</Route>
      <Route>
        <SignedInScreens />
      </Route>
    </Switch>
  );
}

function SignedInScreens() {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const person = session?.person;
  if (!person)
    return <Page>{error ? <Failure error={error} retry={() => void refetch()} /> : <SignIn session={session} />}</Page>;
  return (
    <Switch>
      <Route path="/">
        <Home person={person} />
      </Route>
      <Route path="/word">
        <WordScreen person={person} />
      </Route>
      <Route path="/people">
        {person.role === "secretariat" ? <PeopleScreen person={person} demo={session.demo} /> : <Redirect to="/" />}
      </Route>
      <Route path="/texts/:id/proposals">{({ id }) => <ProposalsScreen key={id} id={id} />}</Route>
      <Route>
        <NoSuchPage />
      </Route>
    </Switch>
  );
}
