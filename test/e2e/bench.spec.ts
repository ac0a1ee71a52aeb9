// The benchmark is run by hand, and so breaks unseen: it must open the whole application over its core in memory and measure it.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { repository } from "./drivers.ts";
import { expect, test } from "./fixtures.ts";

const run = promisify(execFile);

// It is no test of the product, and has a browser of its own, so that once is enough.
test("the benchmark opens the whole application and measures it", {
  tag: ["@browser-host", "@repetition"],
}, async () => {
  test.setTimeout(600_000);
  const args = [
    "test/bench/run.mjs",
    "--sizes",
    "M",
    "--rounds",
    "1",
    "--views",
    "app",
    "--articles",
    "40",
    "--json",
  ];
  // It ends before the test does, so that a benchmark that hangs is not left behind.
  const options = { cwd: repository, maxBuffer: 16 * 1024 * 1024, timeout: 570_000 };
  const { stdout } = await run(process.execPath, args, options);
  const { views } = JSON.parse(stdout);
  expect(views.map(({ view }: { view: string }) => view)).toEqual(["floor", "app"]);
});
