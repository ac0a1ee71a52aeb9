// Whole projects in the trash: moved aside and back byte for byte, found again, deleted only when asked for, and never half
// anywhere, also where they have to be copied.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Disk, nodeDisk } from "../../../../main/storage/files/disk.ts";
import {
  deleteProjectForGood,
  projectsInTrash,
  putProjectAway,
  takeProjectBack,
} from "../../../../main/storage/trash/project-trash.ts";
import { bytesBelow, copyGolden } from "../../../helpers/golden-projects.ts";
import { faultSweep, faultyDisk } from "../../storage/faulty-disk.ts";
import { inMemory, newId, person, problemOf, projectWith, temporaryFolder } from "../workplace.ts";

interface Place {
  readonly root: string;
  readonly home: string;
}

function place(): Place {
  const folder = temporaryFolder(inMemory);
  const root = join(folder, "papers", "bridges");
  mkdirSync(dirname(root));
  copyGolden("version-1-marks", root);
  return { root, home: join(folder, "home") };
}

/** A disk on which nothing can be moved from one folder to another of these: as between two disks. */
function twoDisks(of: Disk, one: string, other: string): Disk {
  const isOn = (side: string, path: string): boolean => path.startsWith(side);
  return {
    ...of,
    async rename(from, to) {
      const crosses = (isOn(one, from) && isOn(other, to)) || (isOn(other, from) && isOn(one, to));
      const moved = from === join(one, "bridges");
      if (crosses || (moved && !isOn(other, to))) throw Object.assign(new Error("EXDEV"), { code: "EXDEV" });
      await of.rename(from, to);
    },
  };
}

const away = { name: "Bridges", putAwayAt: "2026-02-01T00:00:00.000Z", by: "Ana" };

describe.each(["beside", "copied"] as const)("a project in the trash, %s", (way) => {
  const diskOf = ({ root, home }: Place, base: Disk = nodeDisk): Disk =>
    way === "beside" ? base : twoDisks(base, dirname(root), home);

  test("is whole there, is listed, and comes back byte for byte to where it was", async () => {
    const at = place();
    const trash = { disk: diskOf(at), home: at.home };
    const before = bytesBelow(at.root);
    const path = await putProjectAway(trash, { id: newId(), root: at.root, ...away });
    expect(path.startsWith(way === "beside" ? join(dirname(at.root), ".sayso-trash") : at.home)).toBe(true);
    expect(existsSync(at.root)).toBe(false);
    expect(bytesBelow(path)).toEqual(before);
    const bytes = Object.values(before).reduce((sum, file) => sum + file.length, 0);
    expect((await projectsInTrash(trash)).projects).toEqual([{ path, from: at.root, ...away, bytes }]);
    expect(await takeProjectBack(trash, path)).toBe(at.root);
    expect(bytesBelow(at.root)).toEqual(before);
    expect(await projectsInTrash(trash)).toEqual({ projects: [], unread: [] });
    expect(readdirSync(dirname(at.root))).toEqual(["bridges"]);
  });

  test("comes back beside what is in its place by now, and leaves that alone", async () => {
    const at = place();
    const trash = { disk: diskOf(at), home: at.home };
    const before = bytesBelow(at.root);
    const path = await putProjectAway(trash, { id: newId(), root: at.root, ...away });
    mkdirSync(at.root);
    writeFileSync(join(at.root, "letter.txt"), "Dear all");
    const back = await takeProjectBack(trash, path);
    expect(back).toBe(`${at.root} (2)`);
    expect(bytesBelow(back)).toEqual(before);
    expect(bytesBelow(at.root)).toEqual({ "letter.txt": "Dear all" });
  });

  test("is deleted whole, and nothing else is", async () => {
    const at = place();
    const trash = { disk: diskOf(at), home: at.home };
    const other = `${at.root}-2`;
    copyGolden("version-1-marks", other);
    const path = await putProjectAway(trash, { id: newId(), root: at.root, ...away });
    await deleteProjectForGood(trash, path);
    expect(await projectsInTrash(trash)).toEqual({ projects: [], unread: [] });
    expect(existsSync(path)).toBe(false);
    expect(existsSync(other)).toBe(true);
    expect((await problemOf(takeProjectBack(trash, path))).problem).toBe("project-missing");
    expect((await problemOf(deleteProjectForGood(trash, other))).problem).toBe("project-missing");
    expect(existsSync(join(other, "project.json"))).toBe(true);
  });

  test("is here or there, whole, whichever call of the disk was the last", async () => {
    const sweep = faultSweep({ isLong: true });
    let crashes = 0;
    for (const call of sweep.turns()) {
      const at = place();
      const before = bytesBelow(at.root);
      const disk = faultyDisk();
      sweep.arm(disk, call, "EIO", true);
      const moving = putProjectAway(
        { disk: diskOf(at, disk), home: at.home },
        { id: newId(), root: at.root, ...away },
      );
      const failed = await moving.then(
        () => false,
        () => true,
      );
      // It is in one of the two places, and the other says nothing of it.
      const { projects: listed } = await projectsInTrash({ disk: nodeDisk, home: at.home });
      const isHere = existsSync(join(at.root, "project.json"));
      expect([isHere, listed.length]).toEqual(isHere ? [true, 0] : [false, 1]);
      expect(bytesBelow(isHere ? at.root : (listed[0]?.path ?? ""))).toEqual(before);
      rmSync(dirname(dirname(at.root)), { recursive: true });
      if (failed) crashes += 1;
    }
    expect(crashes).toBeGreaterThan(3);
  });

  test("comes back whole or can be had back, whichever call of the disk was the last", async () => {
    const sweep = faultSweep({ isLong: true });
    let crashes = 0;
    for (const call of sweep.turns()) {
      const at = place();
      const before = bytesBelow(at.root);
      const disk = faultyDisk();
      const trash = { disk: diskOf(at, disk), home: at.home };
      const path = await putProjectAway(trash, { id: newId(), root: at.root, ...away });
      disk.disarm();
      sweep.arm(disk, call, call % 2 === 0 ? "EIO" : "ENOSPC", true);
      const went = await takeProjectBack(trash, path).catch(() => null);
      disk.disarm();
      const { projects: listed } = await projectsInTrash({ disk: nodeDisk, home: at.home });
      const isBack = existsSync(join(at.root, "project.json"));
      const where = `from call ${call}`;
      if (went !== null) expect([went, isBack], where).toEqual([at.root, true]);
      if (isBack) expect(bytesBelow(at.root), where).toEqual(before);
      else {
        // Nothing half stands where it was, and the next try has it back there.
        expect([existsSync(at.root), listed.length], where).toEqual([false, 1]);
        expect(bytesBelow(listed[0]?.path ?? ""), where).toEqual(before);
        expect(await takeProjectBack(trash, path), where).toBe(at.root);
        expect(bytesBelow(at.root), where).toEqual(before);
      }
      expect(
        readdirSync(dirname(at.root)).filter((name) => name.startsWith(".sayso-back")),
        where,
      ).toEqual([]);
      rmSync(dirname(dirname(at.root)), { recursive: true });
      if (went === null) crashes += 1;
    }
    expect(crashes).toBeGreaterThan(1);
  });

  test("is listed, or told as what cannot be read, whichever call of the disk fails", async () => {
    const at = place();
    const disk = faultyDisk();
    const trash = { disk: diskOf(at, disk), home: at.home };
    await putProjectAway(trash, { id: newId(), root: at.root, ...away });
    disk.disarm();
    await projectsInTrash(trash);
    const calls = disk.calls().length;
    let unreads = 0;
    for (let call = 0; call < calls; call += 1) {
      disk.arm(call, "EMFILE", true);
      const found = await projectsInTrash(trash).catch(() => null);
      disk.disarm();
      if (!found) continue;
      expect(found.projects.length + found.unread.length, `from call ${call}`).toBeGreaterThan(0);
      unreads += found.unread.length;
    }
    expect(unreads).toBeGreaterThan(0);
  });

  test("is gone for good or can be had back whole, whichever call of the disk was the last", async () => {
    let crashes = 0;
    const sweep = faultSweep({ isLong: true });
    for (const call of sweep.turns()) {
      const at = place();
      const before = bytesBelow(at.root);
      const disk = faultyDisk();
      const trash = { disk: diskOf(at, disk), home: at.home };
      const path = await putProjectAway(trash, { id: newId(), root: at.root, ...away });
      disk.disarm();
      sweep.arm(disk, call, "EIO", true);
      const failed = await deleteProjectForGood(trash, path).then(
        () => false,
        () => true,
      );
      disk.disarm();
      const { projects } = await projectsInTrash({ disk: nodeDisk, home: at.home });
      const [listed, ...more] = projects;
      expect(more).toEqual([]);
      if (listed) expect(bytesBelow(listed.path), `from call ${call}`).toEqual(before);
      if (!failed) expect([listed, existsSync(path)], `from call ${call}`).toEqual([undefined, false]);
      rmSync(dirname(dirname(at.root)), { recursive: true });
      if (failed) crashes += 1;
    }
    expect(crashes).toBeGreaterThan(1);
  });
});

test("through the door: out of the list and back into it, refused while it is open, and found without settings", async () => {
  const folder = temporaryFolder();
  const home = join(folder, "home");
  const ana = await person(home);
  const path = join(folder, "bridges");
  const { project } = await projectWith(ana, path);
  expect((await problemOf(ana.call("project.putAway", { path }))).problem).toBe("project-locked");
  await ana.call("project.close", { project: project.handle });
  const before = bytesBelow(path);
  const { item, settings } = await ana.call("project.putAway", { path });
  expect(item).toMatchObject({ from: path, name: "Bridges", by: "Ana" });
  expect(settings.recentProjects).toEqual([]);
  expect(bytesBelow(item.path)).toEqual(before);
  // Wherever the list of projects is gone.
  await ana.call("settings.forgetProject", { path });
  expect(await ana.call("projects.inTrash", {})).toEqual({ projects: [item], unread: [] });
  const back = await ana.call("projects.takeBack", { path: item.path });
  expect(back.settings.recentProjects).toMatchObject([{ path, name: "Bridges" }]);
  const again = await ana.call("project.open", { path: back.path, mode: "write" });
  expect(again.readOnly).toBeNull();
  await ana.call("project.close", { project: again.handle });

  expect((await problemOf(ana.call("project.putAway", { path: folder }))).problem).toBe("project-not-one");
  expect((await problemOf(ana.call("project.putAway", { path: join(folder, "none") }))).problem).toBe(
    "project-missing",
  );
  const gone = await ana.call("project.putAway", { path });
  expect(await ana.call("projects.deleteForGood", { paths: [gone.item.path] })).toEqual({
    projects: [],
    unread: [],
  });
  expect(existsSync(path)).toBe(false);
});

test("a project with links is not copied, and stays where it is", async () => {
  const at = place();
  symlinkSync("/etc/hosts", join(at.root, "link"));
  const trash = { disk: twoDisks(nodeDisk, dirname(at.root), at.home), home: at.home };
  expect((await problemOf(putProjectAway(trash, { id: newId(), root: at.root, ...away }))).problem).toBe(
    "link-refused",
  );
  expect(existsSync(join(at.root, "project.json"))).toBe(true);
});

test("a trash whose disk is gone is empty, and full again when it is back", async () => {
  const at = place();
  const trash = { disk: nodeDisk, home: at.home };
  const path = await putProjectAway(trash, { id: newId(), root: at.root, ...away });
  const papers = dirname(at.root);
  renameSync(papers, `${papers}-gone`);
  expect(await projectsInTrash(trash)).toEqual({ projects: [], unread: [] });
  renameSync(`${papers}-gone`, papers);
  expect(await projectsInTrash(trash)).toMatchObject({ projects: [{ path }] });
});

test.each(["listed", "taken back", "deleted for good"] as const)(
  "a disk that fails while a project in the trash is %s is told as the disk",
  async (what) => {
    const folder = temporaryFolder(inMemory);
    const disk = faultyDisk();
    const ana = await person(join(folder, "home"), "Ana", { disk });
    const sweep = faultSweep();
    let failures = 0;
    for (const at of sweep.turns()) {
      const path = join(folder, `bridges-${at}`);
      copyGolden("version-1-marks", path);
      const { item } = await ana.call("project.putAway", { path });
      sweep.arm(disk, at, "EIO", false);
      const call =
        what === "listed"
          ? ana.call("projects.inTrash", {})
          : what === "taken back"
            ? ana.call("projects.takeBack", { path: item.path })
            : ana.call("projects.deleteForGood", { paths: [item.path] });
      const told = await call.catch((error: unknown) => error);
      disk.disarm();
      if (told instanceof Error) expect(told, `call ${at}`).toMatchObject({ code: "storage" });
      if (told instanceof Error) expect(told, `call ${at}`).not.toMatchObject({ problem: "project-missing" });
      if (told instanceof Error) failures += 1;
      await ana.call("projects.deleteForGood", { paths: [item.path] }).catch(() => undefined);
    }
    expect(failures).toBeGreaterThan(0);
  },
);
