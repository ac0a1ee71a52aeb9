// Real processes: one is killed in the middle of saving, many times, and one holds a project that another wants.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { tier } from "../../../helpers/tier.ts";
import { addingSpan, newId, person, problemOf, projectWith, temporaryFolder } from "../workplace.ts";

const builtIn = mkdtempSync(join(tmpdir(), "sayso-child-"));

// Node runs no TypeScript by itself at the version we support.
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      ssr: resolve(import.meta.dirname, "../saving-child.ts"),
      outDir: builtIn,
      rolldownOptions: { output: { entryFileNames: "child.mjs", format: "es" } },
    },
  });
});
afterAll(() => rmSync(builtIn, { recursive: true, force: true }));

interface Child {
  readonly process: ChildProcess;
  /** Everything it said, once it has ended. */
  readonly said: () => readonly string[];
  hasSaid(line: string): Promise<void>;
  kill(): Promise<void>;
}

function start(path: string, home: string, pace: "save" | "hold"): Child {
  const child = spawn(process.execPath, [join(builtIn, "child.mjs"), path, home, pace], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (data) => (out += data));
  child.stderr.on("data", (data) => (err += data));
  const ended = new Promise<void>((done) => child.on("close", () => done()));
  const kill = (): Promise<void> => {
    child.kill("SIGKILL");
    return ended;
  };
  onTestFinished(kill);
  return {
    process: child,
    said: () => out.split("\n").slice(0, -1),
    async hasSaid(line) {
      while (!out.includes(line)) {
        if (child.exitCode !== null) throw new Error(`The child ended: ${err}`);
        await new Promise((done) => setTimeout(done, 5));
      }
    },
    kill,
  };
}

const named = (lines: readonly string[], verb: string): string[] =>
  lines.flatMap((line) => (line.startsWith(`${verb} `) ? [line.slice(verb.length + 1)] : []));

const lanes = tier === "all" ? 4 : 2;
const killsInLane = tier === "all" ? 8 : 4;

test(`${lanes * killsInLane} kills in the middle of saving lose nothing that was acknowledged`, async () => {
  const folder = temporaryFolder();
  const lane = async (at: number): Promise<void> => {
    const home = join(folder, `home ${at}`);
    const path = join(folder, `project ${at}`);
    const ana = await person(home);
    const { project, article } = await projectWith(ana, path);
    await ana.call("project.close", { project: project.handle });
    const sent = new Set<string>();
    const saved = new Set<string>();
    for (let kill = 0; kill < killsInLane; kill += 1) {
      const child = start(path, home, "save");
      await child.hasSaid("saved");
      await new Promise((done) => setTimeout(done, ((at * killsInLane + kill) * 60) / (lanes * killsInLane)));
      await child.kill();
      for (const id of named(child.said(), "sent")) sent.add(id);
      for (const id of named(child.said(), "saved")) saved.add(id);

      const reopened = await ana.call("project.open", { path, mode: "write" });
      expect(reopened).toMatchObject({ readOnly: null, warnings: [] });
      const opened = await ana.call("article.open", { project: reopened.handle, article });
      expect(opened).toMatchObject({ readOnly: null, warnings: [] });
      const there = opened.set.spans.map(({ id }) => id);
      expect(there).toEqual(expect.arrayContaining([...saved]));
      expect([...sent]).toEqual(expect.arrayContaining(there));
      expect(opened.revision).toBe(there.length);
      // A change that was sent and not acknowledged is there or not; from now on that is settled.
      for (const id of there) saved.add(id);
      for (const id of sent) if (!saved.has(id)) sent.delete(id);
      await ana.call("project.close", { project: reopened.handle });
      expect(readdirSync(path).sort()).toEqual(expect.not.arrayContaining([".lock"]));
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, at) => lane(at)));
});

test("a project that another process has open can be read, and written once that is gone, even by a kill", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  await ana.call("project.close", { project: project.handle });
  const child = start(project.path, join(folder, "home"), "hold");
  await child.hasSaid("ready");
  const locked = await ana.call("project.open", { path: project.path, mode: "write" });
  expect(locked.readOnly).toMatchObject({
    why: "locked",
    detail: { holder: "Ana", pid: child.process.pid ?? 0 },
  });
  const change = addingSpan(project);
  const input = { article, opId: newId(), revision: 0, change };
  expect(await problemOf(ana.call("annotations.apply", { project: locked.handle, ...input }))).toMatchObject({
    problem: "project-read-only",
    detail: { why: "locked", holder: "Ana" },
  });
  await child.kill();
  const free = await ana.call("project.open", { path: project.path, mode: "write" });
  expect(free.readOnly).toBe(null);
  expect(await ana.call("annotations.apply", { project: free.handle, ...input })).toMatchObject({
    revision: 1,
  });
});
