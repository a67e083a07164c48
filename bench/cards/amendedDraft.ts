import { readText, replaceText } from "@plenary/collab";
import { type Text, content, flatten } from "@plenary/document";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { signIn } from "../server/signIn.ts";

const CLAUSES = 1000;

/** Adds a text of 1,000 clauses to the library of a server and opens a draft on it with two changes in each; its id. */
export async function amendedDraft(origin: string): Promise<string> {
  const coordinator = await signIn(origin, "helene-faure");
  const lines = Array.from(
    { length: CLAUSES },
    (_, i) => `${i + 1} to keep bridge ${i + 1} open in every season, and to report about its state each year;`,
  );
  const source = ["RESOLUTION 99 (Lakeside, 2027)", "", "Bridges", "", "resolves", "", ...lines].join("\n");
  const { ids } = await coordinator.post<{ ids: string[] }>("/api/texts", { name: "bridges.txt", source });
  const { id } = await coordinator.post<{ id: string }>("/api/drafts", { text: ids[0] });
  const { published } = await coordinator.get<{ published: Text }>(`/api/drafts/${id}`);

  const doc = new Y.Doc();
  const token = await coordinator.ticket(id);
  const rooms = `${origin.replace("http", "ws")}/rooms`;
  const provider = new WebsocketProvider(rooms, id, doc, { disableBc: true, params: { token } });
  await new Promise<void>((resolve) => provider.once("sync", () => resolve()));
  replaceText(doc, published, amended(readText(doc, published)));
  await waitUntil(async () => (await coordinator.get<{ symbol: string }>(`/api/drafts/${id}`)).symbol === "MOD");
  provider.destroy();
  return id;
}

function amended(text: Text): Text {
  return {
    ...text,
    clauses: text.clauses.map((clause) => {
      if (clause.kind !== "item") return clause;
      const said = flatten(clause.content).replace("in every season", "day and night").replace("each year", "monthly");
      return { ...clause, content: content(said) };
    }),
  };
}

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The server did not take the amendments.");
}
