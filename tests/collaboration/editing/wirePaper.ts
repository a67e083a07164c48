import type { StructureCommand } from "@plenary/collab";
import { type LiveClient, connectClient, synced } from "../liveClient.ts";
import { published } from "../testConference.ts";
import type { TestServer } from "../testServer.ts";
import { type Paper, openPaper } from "./paper.ts";

/** A person at the real editor whose draft is that of the server, over a stock y-websocket connection. */
export interface WirePaper extends Paper {
  readonly client: LiveClient;
  /** The statuses of the server's answers to this person's commands. */
  readonly answers: readonly number[];
  /** Does something at the editor; resolves when the server has answered every command that came of it. */
  does(act: (paper: Paper) => void): Promise<void>;
  leave(): void;
  comeBack(): Promise<void>;
}

/** Signs a person in at the server and opens the draft. */
export async function wirePaper(server: TestServer, name: string): Promise<WirePaper> {
  const person = await server.signIn(name);
  const client = connectClient(server.rooms, server.draft, await person.ticket(server.draft));
  await synced(client);
  const answers: number[] = [];
  let running: Promise<unknown>[] = [];

  async function send(command: StructureCommand): Promise<string | null> {
    await client.saved();
    const answer = await person.request("POST", `/api/drafts/${server.draft}/commands`, command);
    answers.push(answer.status);
    if (!answer.ok) throw new Error(await answer.text());
    const { made }: { made: string | null } = await answer.json();
    return made;
  }
  const run = (command: StructureCommand): Promise<string | null> => {
    const sent = send(command);
    running.push(sent.catch(() => undefined));
    return sent;
  };
  const paper = openPaper(client.doc, published, name, run);
  return {
    ...paper,
    client,
    answers,
    async does(act) {
      act(paper);
      while (running.length > 0) await Promise.all(running.splice(0));
    },
    leave: () => client.provider.disconnect(),
    async comeBack() {
      client.provider.params["token"] = await person.ticket(server.draft);
      client.provider.connect();
      await synced(client);
    },
    close() {
      paper.close();
      client.close();
    },
  };
}
