// A process that saves is killed: at every call to the disk that writes, one after the other, and at moments that chance decides.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { nodeDisk } from "../../main/storage/files/disk.ts";
import { inMemory } from "../helpers/in-memory.ts";
import { standing } from "./doing.ts";
import { look } from "./looking.ts";
import { counted, type Part, scaled } from "./part.ts";
import { deskOf, homeIn, inFolder, placeOf, workerAt, writeOut } from "./place.ts";
import { randomFrom } from "./random.ts";
import { type Expected, hashed, pictureOf } from "./truth.ts";

interface Said extends Expected {
  readonly act: string;
}

interface Ended {
  /** The last that it said may be there; `null` when it had not yet said anything. */
  readonly last: Said | null;
  readonly acknowledged: number;
  /** The calls that wrote, when it was not killed. */
  readonly calls: number | null;
}

interface Child {
  readonly program: string;
  readonly root: string;
  readonly seed: number;
  readonly call: number;
  readonly half: boolean;
  /** Milliseconds after its first act until it is killed; `null`: it kills itself. */
  readonly after: number | null;
}

function lives({ program, root, seed, call, half, after }: Child): Promise<Ended> {
  const args = [program, root, String(seed), String(call), half ? "half" : ""];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (data: Buffer) => {
    if (out === "" && after !== null) setTimeout(() => child.kill("SIGKILL"), after);
    out += data.toString("utf8");
  });
  child.stderr.on("data", (data: Buffer) => {
    err += data.toString("utf8");
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status, signal) => {
      if (status !== 0 && signal !== "SIGKILL")
        return reject(new Error(`The child failed: ${err.slice(0, 2_000)}`));
      const lines = out
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Said & { calls?: number });
      const said = lines.filter((line) => line.stages);
      const acknowledged = said.filter((line) => line.acknowledged > 0).length;
      resolve({ last: said.at(-1) ?? null, acknowledged, calls: lines.at(-1)?.calls ?? null });
    });
  });
}

interface Counts {
  kills: number;
  atCalls: number;
  acknowledged: number;
  readonly acts: Set<string>;
  readonly failures: string[];
}

const lanes = 2;

export const kills: Part = {
  id: "kills",
  title: "Kills of a saving process",
  run: ({ seed, scale, children, tell }) =>
    inFolder(async (folder) => {
      const template = join(folder, "template");
      mkdirSync(template);
      const place = await placeOf(template);
      const base = await readBase(template, place);
      const program = join(children, "killed-child.mjs");
      const counts: Counts = { kills: 0, atCalls: 0, acknowledged: 0, acts: new Set(), failures: [] };

      /** A copy of the project as it was made. */
      const fresh = (name: string): string => {
        const root = join(folder, name);
        rmSync(root, { recursive: true, force: true });
        cpSync(template, root, { recursive: true });
        return root;
      };

      async function kill(child: Omit<Child, "program">, before: Expected | null): Promise<Expected | null> {
        const { last, acknowledged, calls } = await lives({ ...child, program });
        if (calls !== null) return null;
        counts.kills += 1;
        counts.acknowledged += acknowledged;
        if (last) counts.acts.add(last.act);
        const expected = last ?? before;
        if (!expected) throw new Error("It is not known what must be there.");
        await tornLockIsNobodys(join(child.root, "project", ".lock"));
        const { wrong, found } = await look(nodeDisk, child.root, { expected, truth: null, told: hashed });
        const where =
          child.after === null ? `call ${child.call}${child.half ? ", in the middle" : ""}` : "some moment";
        if (wrong)
          counts.failures.push(`seed ${child.seed}, ${where}, during ${last?.act ?? "opening"}: ${wrong}`);
        if (counts.kills % 50 === 0) tell(`${counts.kills} kills`);
        if (!found) return null;
        const now = standing(found);
        return { ...now, stages: now.stages.map(hashed) };
      }

      /** Every call in turn; a write also in its middle. */
      async function everyCall(lane: number, step: number): Promise<void> {
        for (let call = lane * step; ; call += lanes * step)
          for (const half of call % 3 === 0 ? [false, true] : [false]) {
            const root = fresh(`calls ${lane}`);
            if ((await kill({ root, seed, call, half, after: null }, base)) === null && isOver(call)) return;
            counts.atCalls += 1;
          }
      }
      const total =
        (await lives({ program, root: fresh("whole"), seed, call: 1_000_000, half: false, after: null }))
          .calls ?? 0;
      const isOver = (call: number): boolean => call >= total;

      /** Whenever it is, again and again on the same project. */
      async function anyMoment(lane: number, times: number): Promise<void> {
        const random = randomFrom(seed + lane);
        let root = fresh(`moments ${lane}`);
        for (let time = 0; time < times; time += 1) {
          if (time % 40 === 0) root = fresh(`moments ${lane}`);
          const after = random.below(120);
          await kill({ root, seed: seed + lane * 100_000 + time, call: -1, half: false, after }, null);
        }
      }

      await Promise.all(
        Array.from({ length: lanes }, async (_, lane) => {
          await everyCall(lane, scale < 1 ? Math.ceil(1 / scale) : 1);
          await anyMoment(lane, scaled(300, scale));
        }),
      );
      return {
        figures: [
          ["kills", counted(counts.kills)],
          [
            "of them at a call that writes, each of them once and writes in their middle too",
            counted(counts.atCalls),
          ],
          ["kinds of acts interrupted", counted(counts.acts.size)],
          ["acknowledgements before the kills", counted(counts.acknowledged)],
          ["lost, torn or unreadable", counted(counts.failures.length)],
        ],
        failures: counts.failures,
      };
    }, inMemory),
};

/** Puts the project and what the child has to know of it below the folder. */
async function readBase(template: string, place: Awaited<ReturnType<typeof placeOf>>): Promise<Expected> {
  writeOut(place, template);
  const packages = JSON.stringify(place.packages, (_key, value) =>
    value instanceof Map ? [...value] : value,
  );
  writeFileSync(join(template, "packages.json"), packages);
  const worker = await workerAt(homeIn(template), place.disk);
  const { truth } = await deskOf(worker, template, randomFrom(0));
  await worker.close();
  return { ...standing(truth), stages: [hashed(pictureOf(truth))] };
}

/** A lock of which only a part was written is nobody's after ten seconds, which a person waits as well. */
async function tornLockIsNobodys(lock: string): Promise<void> {
  if (!existsSync(lock)) return;
  try {
    JSON.parse(readFileSync(lock, "utf8"));
  } catch {
    await wait(10_500 - Math.max(0, Date.now() - statSync(lock).mtimeMs));
  }
}
