// A project shared at an address: over HTTPS with git's own program for servers, and over SSH as far as git goes, with a stand-in for the program that
// would reach another computer.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { cloneProject } from "../../../../main/core/team/clone-project.ts";
import { shareProject } from "../../../../main/core/team/sync.ts";
import { person, problemOf, projectWith, temporaryFolder } from "../workplace.ts";
import { httpsPlace } from "./https-place.ts";
import { type Colleague, colleague, mark, marksOf, sharedFiles, sync } from "./team-scene.ts";

/** Ana and Ben work on a project that is shared there, and come to the same. */
async function workAt(
  at: string,
  address: string,
): Promise<{ readonly ana: Colleague; readonly ben: Colleague }> {
  const [ana, ben] = [await colleague(at, "Ana"), await colleague(at, "Ben")];
  const who = await person(ana.home, "Ana");
  const { article } = await projectWith(who, ana.root);
  await who.core.close();
  await mark(ana, article, 0);
  await shareProject(ana.context, ana.root, address);
  await cloneProject(ben.context, address, ben.root);
  await mark(ben, article, 6);
  await mark(ana, article, 12);
  await sync(ben);
  expect(await sync(ana)).toMatchObject({ conflicts: [] });
  await sync(ben);
  expect(sharedFiles(ana.root)).toEqual(sharedFiles(ben.root));
  for (const one of [ana, ben]) expect(await marksOf(one, article)).toEqual({ Ana: 2, Ben: 1 });
  return { ana, ben };
}

test("over HTTPS, with a password that git's own helper knows", { timeout: 300_000 }, async () => {
  const at = temporaryFolder();
  const { address, asked } = await httpsPlace(at);
  const { ana } = await workAt(at, address);
  expect(asked.filter((path) => path.endsWith("/git-receive-pack")).length).toBeGreaterThan(2);
  // Without the helper nobody is asked: what is wrong is said at once.
  writeFileSync(join(process.env.HOME ?? "", ".gitconfig"), "");
  const before = sharedFiles(ana.root);
  expect((await problemOf(sync(ana))).problem).toBe("git-failed");
  expect(sharedFiles(ana.root)).toEqual(before);
});

test("over SSH, by the program that the person's own settings choose", { timeout: 300_000 }, async () => {
  const at = temporaryFolder();
  const [bin, served, log] = [join(at, "bin"), join(at, "served.git"), join(at, "asked")];
  mkdirSync(bin);
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", served]);
  // What git asks of the other computer is run here, as its shell would.
  writeFileSync(
    join(bin, "ssh"),
    `#!/bin/sh\necho "$@" >> '${log}'\nfor word; do last=$word; done\nexec sh -c "$last"\n`,
  );
  chmodSync(join(bin, "ssh"), 0o755);
  const { PATH } = process.env;
  process.env.PATH = `${bin}:${PATH}`;
  onTestFinished(() => {
    process.env.PATH = PATH;
  });
  await workAt(at, `ssh://ana@newsroom.example${served}`);
  const asked = readFileSync(log, "utf8").trim().split("\n");
  expect(asked.length).toBeGreaterThan(6);
  // It may ask nothing of a person, since nobody might be there.
  for (const line of asked)
    expect(line).toMatch(/^-o BatchMode=yes .*ana@newsroom\.example git-(?:upload|receive)-pack /u);
});
