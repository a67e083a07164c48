import { defineConfig } from "vitest/config";

/** On two cores the runner would use one by itself. */
const maxWorkers = 2;
const slow = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 20_000 } } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "packages/*/src/**/*.test.{ts,tsx}",
            "apps/*/src/**/*.test.{ts,tsx}",
            "tests/architecture/**/*.test.ts",
          ],
          testTimeout: 60_000,
          maxWorkers,
        },
      },
      {
        test: {
          name: "system",
          include: ["tests/{api,cli,collaboration,editor,roundtrip,store}/**/*.test.ts"],
          maxWorkers,
          ...slow,
        },
      },
      // Within how many seconds a cluster is whole again is asserted here: nothing runs beside it.
      { test: { name: "cluster", include: ["tests/cluster/**/*.test.ts"], fileParallelism: false, ...slow } },
      {
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          setupFiles: ["tests/journeys/setup/tellFailed.ts"],
          maxWorkers,
          ...slow,
        },
      },
      { test: { name: "corpus", include: ["tests/corpus/**/*.test.ts"], maxWorkers, ...slow } },
    ],
  },
});
