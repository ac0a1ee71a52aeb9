// Projects on their way to the trash and back on a disk that fails once, or until it is looked at again, and then loses its power:
// what was told as done is done, and what failed can be asked for again.
import { describe, expect, test } from "vitest";
import {
  deleteProjectForGood,
  projectsInTrash,
  putProjectAway,
  type TrashPlace,
  takeProjectBack,
} from "../../../../main/storage/trash/project-trash.ts";
import { type MemoryDisk, memoryDisk } from "../../../torture/memory-disk.ts";
import { randomFrom } from "../../../torture/random.ts";
import { faultSweep, faultyDisk } from "../faulty-disk.ts";

const file = "/shelf/project/project.json";
const project = { id: "aaaaaaaaaaaaaaaa", root: "/shelf/project", name: "Bridges", putAwayAt: "", by: "Ana" };

/** All of it safe. */
async function withProject(isAway: boolean): Promise<MemoryDisk> {
  const disk = memoryDisk();
  disk.put(file, Buffer.from("{}"));
  disk.put("/own/settings.json", Buffer.from("{}"));
  if (isAway) await putProjectAway({ disk, home: "/own" }, project);
  return disk.afterCut("everything", randomFrom(1));
}

interface Way {
  readonly name: string;
  readonly isAway: boolean;
  /** What a person does, who goes by what is there and by the list of the trash. */
  ask(trash: TrashPlace): Promise<unknown>;
  /** Where the project is in the end; `null`: nowhere. */
  readonly ends: RegExp | null;
}

async function there(trash: TrashPlace): Promise<string | undefined> {
  const { projects, unread } = await projectsInTrash(trash);
  if (unread.length > 0) throw new Error(`Unread: ${unread}`);
  return projects[0]?.path;
}

const ways: readonly Way[] = [
  {
    name: "put away",
    isAway: false,
    ends: /^\/shelf\/\.sayso-trash\/[a-z2-7]+\/project\/project\.json$/,
    ask: async (trash) => (await there(trash)) ?? putProjectAway(trash, project),
  },
  {
    name: "taken back",
    isAway: true,
    ends: /^\/shelf\/project\/project\.json$/,
    ask: async (trash) => {
      const path = await there(trash);
      if (path !== undefined) await takeProjectBack(trash, path);
    },
  },
  {
    name: "deleted for good",
    isAway: true,
    ends: null,
    ask: async (trash) => {
      const path = await there(trash);
      if (path !== undefined) await deleteProjectForGood(trash, path);
    },
  },
];

describe.each(ways)("a project $name", ({ isAway, ask, ends }) => {
  test.each([
    { how: "once", stays: false },
    { how: "until it is asked for again", stays: true },
  ])("is that once a disk that failed $how has done what was asked", async ({ stays }) => {
    const sweep = faultSweep();
    let failures = 0;
    for (const at of sweep.turns()) {
      const memory = await withProject(isAway);
      const disk = faultyDisk(memory);
      const trash = { disk, home: "/own" };
      sweep.arm(disk, at, "EIO", stays);
      const failed = await ask(trash).then(
        () => false,
        () => true,
      );
      const call = disk.made()[at];
      disk.disarm();
      if (failed) await ask(trash);
      failures += failed ? 1 : 0;
      const after = memory.afterCut("flushed alone", randomFrom(1));
      const found = after.files().filter((path) => path.endsWith("/project.json"));
      const where = `call ${at}, ${call?.name} ${call?.path}`;
      if (ends) expect(found, where).toEqual([expect.stringMatching(ends)]);
      // What is being deleted is no project any more.
      else
        expect(
          found.filter((path) => !path.includes("/.deleting/")),
          where,
        ).toEqual([]);
    }
    expect(failures).toBeGreaterThan(1);
  });
});
