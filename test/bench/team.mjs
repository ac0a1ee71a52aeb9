// Measures sharing a project over git beside git itself: `npm run bench:team -- [ARTICLES] [DAYS]`. The figures are in docs/team.md.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../torture/bundle.mjs";

const [articles = "500", days = "3"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "sayso-bench-"));
try {
  await bundle(["../bench/team.ts"], folder);
  const { stdout, status } = spawnSync(process.execPath, [join(folder, "team.mjs"), folder, articles, days], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error("It ended without a result.");
  const { files, share, gitShare, clone, gitClone, sync, gitSync, sizes } = JSON.parse(
    stdout.trim().split("\n").at(-1),
  );
  const middle = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  const beside = (ours, theirs) =>
    `${ours.toFixed(2)} s, ${theirs.toFixed(2)} s, ${(ours / theirs).toFixed(2)} times`;
  const growth = (sizes.at(-1) - sizes[0]) / (sizes.length - 1);
  const lines = [
    ["shared files", megabytes(files)],
    ["sharing, git, beside it", beside(share, gitShare)],
    ["first clone, git, beside it", beside(clone, gitClone)],
    ["a day’s sync, git, beside it", beside(middle(sync), middle(gitSync))],
    ["repository", megabytes(sizes[0])],
    ["more for each day", megabytes(growth)],
  ];
  for (const [what, figure] of lines) process.stdout.write(`| ${what} | ${figure} |\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
