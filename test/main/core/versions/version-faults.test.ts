// Keeping versions and going back to one while the disk fails: all of it is done or nothing, and everything can be taken back.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Step } from "../../../../shared/model/step.ts";
import { callsToFail, faultCases, faultyDisk } from "../../storage/faulty-disk.ts";
import {
  apply,
  content,
  keep,
  nothingMore,
  type Place,
  place,
  reopenedAs,
  restore,
  seen,
  undo,
} from "../version-scene.ts";
import { newId, person } from "../workplace.ts";

const isRestore = ({ command, undoes }: Step): boolean =>
  command === "restore-version" && undoes === undefined;

/** Ana and a colleague have annotated each article. */
async function withColleague(here: Place): Promise<Place> {
  for (const article of here.articles) await apply(here, article);
  await here.ana.call("project.close", { project: here.project.handle });
  const kim = await person(join(here.folder, "kim"), "Kim");
  const project = await kim.call("project.open", { path: here.project.path, mode: "write" });
  await apply({ ...here, ana: kim, project }, here.articles[2] ?? "");
  await kim.core.close();
  return reopenedAs(here);
}

/** The project as a machine that lost its power would find it, opened by a new process. */
async function afterCrash(here: Place): Promise<Place> {
  const copy = join(here.folder, newId());
  cpSync(here.project.path, copy, { recursive: true });
  rmSync(join(copy, ".lock"), { force: true });
  const ana = await person(join(here.folder, "home"), "Ana");
  const project = await ana.call("project.open", { path: copy, mode: "write" });
  return { ...here, ana, project };
}

describe("a disk that fails, and does so for ever, at any call", () => {
  it("while a version is kept leaves it there whole or not at all", async () => {
    const disk = faultyDisk();
    const here = await place(1, disk);
    for (const article of here.articles) await apply(here, article);
    await keep(here, "first");
    disk.disarm();
    await keep(here, "second");
    const cases = faultCases(disk.made(), ["EIO", "short"]);
    let failed = 0;
    for (const { at, fault } of cases) {
      disk.arm(at, fault, true);
      const went = await keep(here, "third").then(
        ({ id }) => id,
        () => null,
      );
      disk.disarm();
      const after = await afterCrash(here);
      const where = `${fault} from call ${at}`;
      const { versions } = await after.ana.call("versions.list", { project: after.project.handle });
      if (went)
        expect(
          versions.map(({ id }) => id),
          where,
        ).toContain(went);
      else failed += 1;
      expect(
        versions.filter(({ problem }) => problem !== null),
        where,
      ).toEqual([]);
      const { findings } = await after.ana.call("project.examine", { path: after.project.path });
      expect(findings, where).toEqual([]);
      await after.ana.core.close();
      rmSync(after.project.path, { recursive: true });
      for (const { id, name } of versions)
        if (name === "third")
          await here.ana.call("versions.forget", { project: here.project.handle, version: id });
    }
    expect(failed).toBeGreaterThan(cases.length / 4);
  });

  it("while a version is restored changes all or nothing, and the next try ends it", async () => {
    const disk = faultyDisk();
    const here = await place(2, disk);
    for (const article of here.articles) await apply(here, article);
    const version = await keep(here);
    const then = await seen(here);
    for (const article of here.articles) await apply(here, article);
    disk.disarm();
    await restore(here, version);
    let interrupted = 0;
    for (const at of callsToFail(disk.made(), { isLong: true })) {
      for (const article of here.articles) await apply(here, article);
      const since = await seen(here);
      const opId = newId();
      disk.arm(at, at % 2 === 0 ? "EIO" : "ENOSPC", true);
      const went = await restore(here, version, { opId }).then(
        () => true,
        () => false,
      );
      disk.disarm();
      const after = await afterCrash(here);
      const found = await seen(after);
      const isThere = JSON.stringify(found.sets) === JSON.stringify(then.sets);
      if (!isThere) expect(found.sets, `at call ${at}`).toEqual(since.sets);
      if (went) expect(isThere, `at call ${at}`).toBe(true);
      if (!went && isThere) interrupted += 1;
      await after.ana.core.close();
      rmSync(after.project.path, { recursive: true });
      await restore(here, version);
      expect(await seen(here), `at call ${at}`).toEqual(then);
    }
    expect(interrupted).toBeGreaterThan(0);
  });

  it("while a version that takes articles back is undone leaves all as it was after it, or before it", async () => {
    const disk = faultyDisk();
    const here = await place(2, disk);
    const [first = "", second = ""] = here.articles;
    for (const article of here.articles) await apply(here, article);
    const version = await keep(here);
    await apply(here, second);
    await here.ana.call("article.putAway", { project: here.project.handle, article: first });
    const before = content(await seen(here));
    const { step } = await restore(here, version);
    if (!step) throw new Error("It was no step.");
    const after = content(await seen(here));
    expect(after.sets).toHaveLength(2);
    disk.disarm();
    await undo(here, step);
    const calls = callsToFail(disk.made(), { isLong: true });
    expect(content(await seen(here))).toEqual(before);
    let interrupted = 0;
    for (const at of calls) {
      const last = (await restore(here, version)).step;
      if (!last) throw new Error(`It was no step at call ${at}.`);
      disk.arm(at, at % 2 === 0 ? "EIO" : "ENOSPC", true);
      const went = await undo(here, last).then(
        () => true,
        () => false,
      );
      disk.disarm();
      const crashed = await afterCrash(here);
      const found = content(await seen(crashed));
      const isBack = JSON.stringify(found) === JSON.stringify(before);
      if (!isBack) expect(found, `at call ${at}`).toEqual(after);
      if (went) expect(isBack, `at call ${at}`).toBe(true);
      if (!went && isBack) interrupted += 1;
      const { findings } = await crashed.ana.call("project.examine", { path: crashed.project.path });
      // A set whose own file is still to come back is whole in its journal.
      expect(
        findings.filter(({ weight }) => weight !== "note"),
        `at call ${at}`,
      ).toEqual([]);
      await crashed.ana.core.close();
      rmSync(crashed.project.path, { recursive: true });
      // The same window goes on: what was decided is finished, what was not is done now.
      await here.ana.call("project.apply", nothingMore(here));
      if (JSON.stringify(content(await seen(here))) !== JSON.stringify(before)) await undo(here, last);
      expect(content(await seen(here)), `going on after call ${at}`).toEqual(before);
    }
    expect(interrupted).toBeGreaterThan(0);
  });

  it("while a version brings articles back, from the trash and from itself, changes all or nothing, with its step in the history", async () => {
    const disk = faultyDisk();
    const here = await withColleague(await place(3, disk));
    const [first = "", second = "", third = ""] = here.articles;
    await apply(here, first, "curation");
    const version = await keep(here);
    await apply(here, first);
    const { handle } = here.project;
    await here.ana.call("article.putAway", { project: handle, article: second });
    await here.ana.call("article.putAway", { project: handle, article: third });
    const deleted = { project: handle, items: [{ kind: "article" as const, id: third }] };
    await here.ana.call("trash.empty", deleted);
    const whole = async (at: Place) => {
      const project = await at.ana.call("project.open", { path: at.project.path, mode: "read" });
      const { items } = await at.ana.call("trash.list", { project: project.handle });
      const { steps } = await at.ana.call("project.history", { project: at.project.handle });
      return {
        ...content(await seen(at)),
        articles: project.articles.map(({ id }) => id),
        trash: items.map(({ id }) => id),
        restored: steps.filter(isRestore).length,
      };
    };
    const before = await whole(here);
    expect(before).toMatchObject({ articles: [first], trash: [second], restored: 0 });
    const { step } = await restore(here, version);
    const after = await whole(here);
    expect(after).toMatchObject({ articles: here.articles, trash: [], restored: 1 });
    expect(after.sets).toHaveLength(5);
    let restored = 1;
    const goBack = async (done: Step | null) => {
      if (done) await undo(here, done);
      await here.ana.call("trash.empty", deleted);
    };
    await goBack(step);
    disk.disarm();
    const { step: again } = await restore(here, version);
    const made = disk.made();
    await goBack(again);
    restored += 1;
    const calls = callsToFail(made, { isMeant: ({ writes }) => writes, isLong: true });
    let finished = 0;
    for (const at of calls) {
      disk.arm(at, at % 2 === 0 ? "EIO" : "ENOSPC", true);
      const went = await restore(here, version).then(
        () => true,
        () => false,
      );
      disk.disarm();
      const crashed = await afterCrash(here);
      expect(crashed.project.warnings, `at call ${at}`).toEqual([]);
      const found = await whole(crashed);
      const isDone = found.restored > restored;
      expect(found, `at call ${at}`).toEqual({ ...(isDone ? after : before), restored: found.restored });
      if (went) expect(isDone, `at call ${at}`).toBe(true);
      if (!went && isDone) finished += 1;
      const { findings } = await crashed.ana.call("project.examine", { path: crashed.project.path });
      expect(findings, `at call ${at}`).toEqual([]);
      await crashed.ana.core.close();
      rmSync(crashed.project.path, { recursive: true });
      // The same window goes on: what was decided is finished, what was not is done now.
      await restore(here, version);
      expect({ ...(await whole(here)), restored: 1 }, `going on after call ${at}`).toEqual(after);
      const { steps } = await here.ana.call("project.history", { project: handle });
      restored = steps.filter(isRestore).length;
      await goBack(steps.findLast(isRestore) ?? null);
    }
    expect(finished).toBeGreaterThan(calls.length / 10);
  });

  it("while one is deleted leaves it whole or not there", async () => {
    const disk = faultyDisk();
    const here = await place(1, disk);
    for (let at = 0; at < 9; at += 1) {
      const { id } = await keep(here);
      disk.arm(at, "EIO", true);
      await here.ana
        .call("versions.forget", { project: here.project.handle, version: id })
        .catch(() => undefined);
      disk.disarm();
      const after = await afterCrash(here);
      const { versions } = await after.ana.call("versions.list", { project: after.project.handle });
      expect(versions.filter(({ problem }) => problem !== null)).toEqual([]);
      expect((await after.ana.call("project.examine", { path: after.project.path })).findings).toEqual([]);
      await after.ana.core.close();
    }
  });
});
