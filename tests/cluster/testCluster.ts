import { type SignedIn, signIn } from "../collaboration/testServer.ts";
import { type ClusterNode, type NodeOptions, startNode } from "./clusterNode.ts";
import { type Relay, openRelay } from "./relay.ts";
import { type Writer, haveConverged, missing, openWriter, seeEachOther, until } from "./writer.ts";

/** Several nodes on one store, each behind an address that stays. */
export interface TestCluster {
  readonly nodes: ClusterNode[];
  readonly relays: readonly Relay[];
  /** A person signed in through a node. */
  signIn(person: string, node?: number): Promise<SignedIn>;
  /** The drafts of the sample and a delegate of each. */
  drafts(): Promise<{ id: string; delegate: string }[]>;
  /** Writers in every draft, on every node. */
  writers(tag: string): Promise<Writer[][]>;
  /** Starts a node in the place of another. */
  replace(node: number): Promise<void>;
  close(): Promise<void>;
}

const delegates: Readonly<Record<string, string>> = {
  EUR: "clara-lindqvist",
  ACP: "wei-lan",
  ARB: "salma-haddad",
};

/** Starts nodes, all at once, on an empty store: one of them fills it with the sample. */
export async function startCluster(options: readonly NodeOptions[]): Promise<TestCluster> {
  const nodes = await Promise.all(options.map(startNode));
  const relays = await Promise.all(nodes.map(({ port }) => openRelay({ host: "127.0.0.1", port })));
  const origin = (node: number): string => relays[node]?.origin ?? "";

  async function drafts(): Promise<{ id: string; delegate: string }[]> {
    const secretariat = await signIn(origin(0), "joseph-okello");
    const listed = await secretariat.get<{ id: string; group: string }[]>("/api/drafts");
    return listed.map(({ id, group }) => ({ id, delegate: delegates[group] ?? "" }));
  }

  return {
    nodes,
    relays,
    drafts,
    signIn: (person, node = 0) => signIn(origin(node), person),
    writers: async (tag) =>
      Promise.all(
        (await drafts()).map(async ({ id, delegate }, at) => {
          const person = await signIn(origin(0), delegate);
          return Promise.all(nodes.map((_, node) => openWriter(origin(node), person, id, `${tag}${at}${node}`)));
        }),
      ),
    async replace(node) {
      const given = options[node];
      if (!given) throw new Error(`There is no node ${node}.`);
      const fresh = await startNode(given);
      nodes[node] = fresh;
      relays[node]?.lead({ host: "127.0.0.1", port: fresh.port });
    },
    async close() {
      await Promise.all(relays.map((relay) => relay.close()));
      await Promise.all(nodes.map((node) => node.kill()));
    },
  };
}

/** Lets everybody write, ten times a second each, for a second before the work, during it, and for about a second after. */
export async function whileWriting(writers: readonly Writer[], work: () => Promise<void>): Promise<void> {
  let written = 0;
  let enough = (): void => {};
  const timer = setInterval(() => {
    for (const writer of writers) if (writer.provider.shouldConnect) writer.write();
    written += 1;
    if (written % 10 === 0) enough();
  }, 100);
  const tenMore = (): Promise<void> => new Promise((resolve) => (enough = resolve));
  try {
    await tenMore();
    await work();
    await tenMore();
  } finally {
    clearInterval(timer);
  }
}

/**
 * Waits until all drafts have converged and nobody sees who is gone, and prints how long each took from now on. The
 * answer is what is missing: nothing, or the wait would not have ended; and whether they converged, and saw exactly who is
 * there, within `seconds`.
 */
export async function mended(
  what: string,
  drafts: readonly Writer[][],
  seconds = 3,
): Promise<{ missing: string[]; inTime: boolean; ghosts: boolean }> {
  const all = drafts.flat();
  const from = performance.now();
  const since = (): string => `${((performance.now() - from) / 1000).toFixed(2)} s`;
  await until(all, () => drafts.every(haveConverged));
  const converged = since();
  const inTime = performance.now() - from < seconds * 1000;
  await until(all, () => drafts.every(seeEachOther));
  const ghosts = performance.now() - from >= seconds * 1000;
  const lost = drafts.flatMap((writers) => writers.flatMap(({ doc }) => missing(doc, writers)));
  const written = all.reduce((sum, { words }) => sum + words.length, 0);
  console.log(
    `${what}: ${drafts.length} drafts × ${drafts[0]?.length} nodes converged ${converged} after the mend, ` +
      `no ghosts after ${since()}; ${lost.length} of ${written} words missing`,
  );
  return { missing: lost, inTime, ghosts };
}

/** What the nodes said of refused messages and of leaks: honest clients are never refused, and a node leaks no listener. */
export function refusals({ nodes }: Pick<TestCluster, "nodes">): string[] {
  return nodes.flatMap(({ said }) => said.filter((line) => /Refused \(|MaxListeners/.test(line)));
}
