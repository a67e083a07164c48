import { execFileSync, spawnSync } from "node:child_process";

/** A host of its own for a node: it reaches the test's machine by one line, which can be cut. */
export interface Host {
  /** The command that runs another one there. */
  readonly inside: readonly [string, ...string[]];
  /** The address of the test's machine as the host sees it. */
  readonly gateway: string;
  cut(): void;
  mend(): void;
  close(): void;
}

const ip = (...args: string[]): void => void execFileSync("ip", args, { stdio: ["ignore", "ignore", "pipe"] });

/** Why no hosts can be made here; null when they can. */
export const noHosts = probe();

function probe(): string | null {
  const name = `plenary-probe-${process.pid}`;
  const { error, status } = spawnSync("ip", ["netns", "add", name], { stdio: "ignore" });
  if (error || status !== 0) return "network namespaces are not allowed here";
  ip("netns", "delete", name);
  return null;
}

/** Makes the host number `number` (from 0) of a test. */
export function makeHost(number: number): Host {
  const name = `plenary-${process.pid}-${number}`;
  const [outer, inner] = [`plo${process.pid % 100_000}${number}`, `pli${process.pid % 100_000}${number}`];
  // Of the addresses kept for tests of networks (198.18.0.0/15).
  const block = `198.18.${process.pid % 256}`;
  const [gateway, own] = [`${block}.${number * 4 + 1}`, `${block}.${number * 4 + 2}`];
  ip("netns", "add", name);
  ip("link", "add", outer, "type", "veth", "peer", "name", inner, "netns", name);
  ip("address", "add", `${gateway}/30`, "dev", outer);
  ip("link", "set", outer, "up");
  ip("-n", name, "address", "add", `${own}/30`, "dev", inner);
  for (const device of [inner, "lo"]) ip("-n", name, "link", "set", device, "up");
  return {
    inside: ["ip", "netns", "exec", name],
    gateway,
    cut: () => ip("link", "set", outer, "down"),
    mend: () => ip("link", "set", outer, "up"),
    close: () => ip("netns", "delete", name),
  };
}
