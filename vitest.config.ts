import { defineConfig } from "vitest/config";

const common = {
  testTimeout: 30_000,
  hookTimeout: 30_000,
  expect: { poll: { timeout: 10_000 } },
  setupFiles: ["test/helpers/laws.ts"],
};
/** A core with its project on a disk, hosts, programs; and single files that take long. `npm run check` leaves them out. */
const long = [
  "test/{main/core,main/cli,main/hosts,independent,module,renderer/host,renderer/over-a-core,torture}/**/*.test.{ts,tsx}",
  "test/**/*.long.test.{ts,tsx}",
];

export default defineConfig({
  test: {
    // Some tests wait for clocks and processes rather than work, so one worker more than the usual machine has cores.
    maxWorkers: 3,
    // Test files leave nothing behind, so those of a worker share one world and load everything once.
    projects: [
      {
        test: {
          ...common,
          name: "quick",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...long, "test/e2e/**", "node_modules/**"],
          isolate: false,
        },
      },
      { test: { ...common, name: "long", include: long, isolate: false } },
    ],
  },
});
