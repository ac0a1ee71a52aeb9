import { defineConfig } from "vitest/config";

/** The limits are against hanging alone: a busy machine may be many times slower than ours. */
const common = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 60_000 } },
  setupFiles: ["test/helpers/laws.ts"],
};
/** A core with its project on a disk, hosts, programs; and single files that take long. `npm run check` leaves them out. */
const long = [
  "test/{contract,main/core,main/cli,main/hosts,independent,module,renderer/host,renderer/over-a-core,torture}/**/*.test.{ts,tsx}",
  "test/**/*.long.test.{ts,tsx}",
];

export default defineConfig({
  test: {
    // Most long tests wait half of their time, for disks, clocks and processes, so twice as many workers as the usual machine has cores; in
    // `check` none does, and each worker loads everything once.
    maxWorkers: process.env.SAYSO_TEST_TIER === "check" ? 2 : 4,
    // What is compiled is kept between runs, by its content.
    experimental: { fsModuleCache: true },
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
