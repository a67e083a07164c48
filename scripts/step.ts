import { spawn } from "node:child_process";

/**
 * Runs a command of the workspace with its output shown, and gives its exit status; a command that
 * a signal ended counts as 1.
 */
export function step(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...environment } });
    child.on("error", reject);
    child.on("exit", (status) => resolve(status ?? 1));
  });
}
