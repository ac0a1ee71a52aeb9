// A project shared at an address: over HTTPS with git's own program for servers; over SSH as far as git goes, with a stand-in for the program that
// would reach another computer, and with a server for SSH where one is installed (on Debian by the package openssh-server).
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { userInfo } from "node:os";
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

/** A program that goes before the system's own of the same name until the test ends. */
function programFirst(at: string, name: string, script: string): void {
  const bin = join(at, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, name), script);
  chmodSync(join(bin, name), 0o755);
  const { PATH } = process.env;
  process.env.PATH = `${bin}:${PATH}`;
  onTestFinished(() => {
    process.env.PATH = PATH;
  });
}

const sshd = "/usr/sbin/sshd";

/** A server on the loopback address that lets whoever runs this in by a key. Gives its port. */
async function sshServer(at: string): Promise<number> {
  const file = (name: string): string => join(at, name);
  for (const key of ["host", "own"])
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", file(key)]);
  copyFileSync(file("own.pub"), file("authorized"));
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const address = free.address();
  const port = typeof address === "object" && address ? address.port : 0;
  free.close();
  await once(free, "close");
  const settings = [
    ...["ListenAddress 127.0.0.1", `Port ${port}`, `HostKey ${file("host")}`, `PidFile ${file("pid")}`],
    ...[`AuthorizedKeysFile ${file("authorized")}`, "StrictModes no", "UsePAM no", "PermitRootLogin yes"],
  ];
  writeFileSync(file("sshd_config"), `${settings.join("\n")}\n`);
  // Without this folder it does not start; the system makes it with its own server.
  if (userInfo().uid === 0) mkdirSync("/run/sshd", { recursive: true });
  const server = spawn(sshd, ["-D", "-e", "-f", file("sshd_config")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  onTestFinished(() => void server.kill());
  await new Promise<void>((listens, fail) => {
    let said = "";
    server.stderr.on("data", (part: Buffer) => {
      said += part.toString("utf8");
      if (said.includes("Server listening")) listens();
    });
    server.on("exit", () => fail(new Error(`sshd ended: ${said}`)));
  });
  const hostKey = readFileSync(file("host.pub"), "utf8");
  writeFileSync(file("known"), `[127.0.0.1]:${port} ${hostKey}`);
  const client = [
    ...[`IdentityFile ${file("own")}`, "IdentitiesOnly yes"],
    ...[`UserKnownHostsFile ${file("known")}`, "StrictHostKeyChecking yes"],
  ];
  writeFileSync(file("ssh_config"), `${client.join("\n")}\n`);
  return port;
}

test.runIf(existsSync(sshd))(
  "over SSH, by a server of this machine that asks for a key",
  { timeout: 300_000 },
  async () => {
    const at = temporaryFolder();
    const port = await sshServer(at);
    const real = execFileSync("sh", ["-c", "command -v ssh"], { encoding: "utf8" }).trim();
    programFirst(at, "ssh", `#!/bin/sh\nexec '${real}' -F '${join(at, "ssh_config")}' "$@"\n`);
    const served = join(at, "served.git");
    execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", served]);
    const { ana } = await workAt(at, `ssh://${userInfo().username}@127.0.0.1:${port}${served}`);
    writeFileSync(join(at, "authorized"), "");
    expect((await problemOf(sync(ana))).problem).toBe("git-failed");
  },
);

test("over SSH, by the program that the person's own settings choose", { timeout: 300_000 }, async () => {
  const at = temporaryFolder();
  const [served, log] = [join(at, "served.git"), join(at, "asked")];
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", served]);
  // What git asks of the other computer is run here, as its shell would.
  programFirst(
    at,
    "ssh",
    `#!/bin/sh\necho "$@" >> '${log}'\nfor word; do last=$word; done\nexec sh -c "$last"\n`,
  );
  await workAt(at, `ssh://ana@newsroom.example${served}`);
  const asked = readFileSync(log, "utf8").trim().split("\n");
  expect(asked.length).toBeGreaterThan(6);
  // It may ask nothing of a person, since nobody might be there.
  for (const line of asked)
    expect(line).toMatch(/^-o BatchMode=yes .*ana@newsroom\.example git-(?:upload|receive)-pack /u);
});
