import { type LoadRow, loadRun } from "./loadRun.ts";
import { medianRow } from "./medianRow.ts";
import { serverNames } from "./messages.ts";
import { scenarios } from "./scenarios.ts";

/**
 * Runs the scenarios of those letters against every server, or those named: each round all servers one after the other,
 * as many rounds as the scenario has unless that is given. The rows are the medians of the rounds.
 */
export async function loadBench(letters: string, names: string, rounds: number | null): Promise<LoadRow[]> {
  const servers = serverNames.filter((name) => names === "all" || names.split(",").includes(name));
  if (servers.length === 0) throw new Error(`--servers is ${names}: give some of ${serverNames.join(",")}, or all.`);
  const rows: LoadRow[] = [];
  for (const letter of letters) {
    const scenario = scenarios[letter];
    if (!scenario) throw new Error(`--scenarios is ${letters}: give some of ${Object.keys(scenarios).join("")}.`);
    const found = servers.map((): LoadRow[] => []);
    for (let round = 0; round < (rounds ?? scenario.rounds); round += 1) {
      for (const [i, server] of servers.entries()) {
        const row = await loadRun(server, letter, scenario);
        console.error(JSON.stringify(row));
        found[i]?.push(row);
      }
    }
    rows.push(...found.map(medianRow));
  }
  return rows;
}
