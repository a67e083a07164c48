import { step } from "./step.ts";

/** `pnpm start`: builds the page, then serves it; what `packages/server/src/main.ts` reads from the environment applies. */
const built = await step("vite", ["build", "apps/web", "--logLevel", "warn"]);
process.exitCode = built === 0 ? await step("node", ["packages/server/src/main.ts"]) : built;
