import { errorText } from "./errorText.ts";
import { run } from "./run.ts";

try {
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.env["INIT_CWD"] ?? process.cwd(),
    color: process.stdout.isTTY && !process.env["NO_COLOR"],
    write: (said) => process.stdout.write(said),
    warn: (said) => process.stderr.write(said),
  });
} catch (error) {
  process.stderr.write(`plenary: ${errorText(error)}\n`);
  process.exitCode = 2;
}
