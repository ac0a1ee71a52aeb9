import { defineConfig } from "vitest/config";

const common = { testTimeout: 30_000, hookTimeout: 30_000, expect: { poll: { timeout: 10_000 } } };

export default defineConfig({
  test: {
    // Some tests wait for clocks and processes rather than work, so one worker more than the usual machine has cores.
    maxWorkers: 3,
    projects: [
      // Pure code leaves nothing behind, so its tests share one world and load everything once.
      {
        test: {
          ...common,
          name: "pure",
          include: ["test/{shared,renderer/actions,renderer/state}/**/*.test.ts"],
          isolate: false,
        },
      },
      {
        test: {
          ...common,
          name: "with a disk or a host",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/{shared,renderer/actions,renderer/state}/**", "test/e2e/**", "node_modules/**"],
        },
      },
    ],
  },
});
