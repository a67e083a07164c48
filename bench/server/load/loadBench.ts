import { type LoadRow, loadRun } from "./loadRun.ts";
import { serverNames } from "./messages.ts";
import { scenarios } from "./scenarios.ts";

/** Runs the scenarios of those letters against every server, or those named, one after the other. */
export async function loadBench(letters: string, names: string): Promise<LoadRow[]> {
  const servers = serverNames.filter((name) => names === "all" || names.split(",").includes(name));
  if (servers.length === 0) throw new Error(`--servers is ${names}: give some of ${serverNames.join(",")}, or all.`);
  const rows: LoadRow[] = [];
  for (const letter of letters) {
    const scenario = scenarios[letter];
    if (!scenario) throw new Error(`--scenarios is ${letters}: give some of ${Object.keys(scenarios).join("")}.`);
    for (const server of servers) {
      const row = await loadRun(server, letter, scenario);
      console.error(JSON.stringify(row));
      rows.push(row);
    }
  }
  return rows;
}
