import { defineConfig } from "vitest/config";

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
        },
      },
      {
        test: {
          name: "system",
          include: ["tests/{api,cli,cluster,collaboration,editor,roundtrip,store}/**/*.test.ts"],
          ...slow,
        },
      },
      { test: { name: "journeys", include: ["tests/journeys/**/*.test.ts"], fileParallelism: false, ...slow } },
      { test: { name: "corpus", include: ["tests/corpus/**/*.test.ts"], maxWorkers: 2, ...slow } },
    ],
  },
});
