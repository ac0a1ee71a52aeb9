// The trash: what is moved there is gone from the project with all annotations of it, comes back as it was, and is either there
// or here whatever happens in between.
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sweepLeftovers } from "../../../../main/storage/articles/article-files.ts";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { finishPutAway, listPutAway, putAway, takeBack } from "../../../../main/storage/trash/trash.ts";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { added } from "../../../../shared/model/change.ts";
import { curationOf } from "../../../../shared/model/curation.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { faultSweep, faultyDisk } from "../../storage/faulty-disk.ts";
import {
  addingSpan,
  inMemory,
  newId,
  type Person,
  person,
  problemOf,
  projectWith,
  spanBy,
  temporaryFolder,
  windowOf,
} from "../workplace.ts";

async function work(): Promise<{ ana: Person; path: string; project: OpenProject; article: Id }> {
  const folder = temporaryFolder();
  const path = join(folder, "bridges");
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, path);
  await apply(ana, project, article, 0);
  return { ana, path, project, article };
}

const apply = (ana: Person, project: OpenProject, article: Id, revision: number) =>
  ana.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision,
    change: addingSpan(project, revision),
  });

function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  return Object.fromEntries(
    paths
      .filter((path) => path !== ".lock")
      .map((path) => [path, readFileSync(join(folder, path), "latin1")]),
  );
}

describe("the trash", () => {
  it("takes an article with everybody's annotations, and gives all of it back", async () => {
    const { ana, path, project, article } = await work();
    const { handle } = project;
    await ana.call("project.close", { project: handle });
    const before = filesIn(path);
    const again = await ana.call("project.open", { path, mode: "write" });
    const away = await ana.call("article.putAway", { project: again.handle, article });
    expect(away).toMatchObject({ id: article, by: "Ana" });
    expect(
      Object.keys(filesIn(path))
        .filter((file) => !file.startsWith("trash/"))
        .sort(),
    ).toEqual(["entities.json", "project.json", "project.sayso"]);
    const { items } = await ana.call("trash.list", { project: again.handle });
    const { title: name, ...said } = away;
    expect(items).toEqual([{ kind: "article", name, ...said, holds: 1, bytes: expect.any(Number) }]);
    const inTrash = Object.entries(filesIn(path)).filter(([file]) => file.startsWith("trash/"));
    expect(items[0]?.bytes).toBe(inTrash.reduce((sum, [, bytes]) => sum + bytes.length, 0));
    expect((await problemOf(ana.call("article.open", { project: again.handle, article }))).problem).toBe(
      "article-missing",
    );

    const back = await ana.call("trash.takeBack", { project: again.handle, kind: "article", id: article });
    expect(back).toMatchObject({ article: { id: article, spans: 1 } });
    expect(await ana.call("trash.list", { project: again.handle })).toEqual({ items: [] });
    await ana.call("project.close", { project: again.handle });
    expect(filesIn(path)).toEqual(before);
  });

  it("closes what is open of it, and goes on where it was when it is back", async () => {
    const { ana, project, article } = await work();
    await ana.call("article.putAway", { project: project.handle, article });
    expect((await problemOf(apply(ana, project, article, 1))).problem).toBe("article-missing");
    await ana.call("trash.takeBack", { project: project.handle, kind: "article", id: article });
    expect(await apply(ana, project, article, 1)).toMatchObject({ revision: 2 });
  });

  it("refuses what is not there, what has come anew, and a project that can only be read", async () => {
    const { ana, path, project, article } = await work();
    const { handle } = project;
    const missing = newId();
    expect(
      (await problemOf(ana.call("article.putAway", { project: handle, article: missing }))).problem,
    ).toBe("article-missing");
    expect(
      (await problemOf(ana.call("trash.takeBack", { project: handle, kind: "article", id: article })))
        .problem,
    ).toBe("article-missing");
    await ana.call("article.putAway", { project: handle, article });
    mkdirSync(join(path, "articles", article), { recursive: true });
    expect(
      (await problemOf(ana.call("trash.takeBack", { project: handle, kind: "article", id: article })))
        .problem,
    ).toBe("article-there");
    const reader = await ana.call("project.open", { path, mode: "read" });
    expect(
      (await problemOf(ana.call("trash.takeBack", { project: reader.handle, kind: "article", id: article })))
        .problem,
    ).toBe("project-read-only");
  });
});

describe("an article that others work on while it is moved to the trash", () => {
  const saved = (results: readonly PromiseSettledResult<unknown>[]): number =>
    results.filter(({ status }) => status === "fulfilled").length;

  it.each([undefined, "curation"] as const)(
    "has all that was saved of it when it is back (%s)",
    async (whose) => {
      const { ana, path, project, article } = await work();
      const ben = windowOf(ana.core);
      const theirs = await ben.call("project.open", { path, mode: "write" });
      const of = { article, ...(whose && { whose }) };
      const annotator = whose ? curationOf(project.project).id : project.annotator?.id;
      let { revision } = await ben.call("article.open", { project: theirs.handle, ...of });
      const save = () => {
        const change = { spans: added(spanBy(annotator ?? "", revision)) };
        const asked = { project: theirs.handle, ...of, opId: newId(), revision, change };
        revision += 1;
        return ben.call("annotations.apply", asked);
      };
      const before = revision;
      const saves = [save(), save(), save()];
      await Promise.all(saves);
      const away = ana.call("article.putAway", { project: project.handle, article });
      saves.push(save(), save());
      const results = await Promise.allSettled(saves);
      await away;
      expect(existsSync(join(path, "annotations", article))).toBe(false);
      expect((await problemOf(save())).problem).toBe("article-missing");
      await ana.call("trash.takeBack", { project: project.handle, kind: "article", id: article });
      const back = await ana.call("article.open", { project: project.handle, ...of });
      expect(saved(results)).toBeGreaterThan(0);
      expect(back.revision).toBe(before + saved(results));
      expect(back.set.spans).toHaveLength(before + saved(results));
    },
  );

  it("takes nothing more of a curation that was open, and comes back all the same", async () => {
    const { ana, path, project, article } = await work();
    const curation = { project: project.handle, article, whose: "curation" as const };
    await ana.call("article.open", curation);
    await ana.call("article.putAway", { project: project.handle, article });
    const change = { spans: added(spanBy(curationOf(project.project).id)) };
    const asked = { ...curation, opId: newId(), revision: 0, change };
    expect((await problemOf(ana.call("annotations.apply", asked))).problem).toBe("article-missing");
    expect(existsSync(join(path, "annotations", article))).toBe(false);
    const back = await ana.call("trash.takeBack", { project: project.handle, kind: "article", id: article });
    expect(back).toMatchObject({ article: { spans: 1 } });
  });
});

it("an article that comes back while the disk fails is here once it works, without a restart", async () => {
  const sweep = faultSweep();
  let failed = 0;
  for (const at of sweep.turns()) {
    const folder = temporaryFolder(inMemory);
    const disk = faultyDisk();
    const ana = await person(join(folder, "home"), "Ana", { disk });
    const { project, article } = await projectWith(ana, join(folder, "bridges"));
    await apply(ana, project, article, 0);
    const asked = { project: project.handle, article };
    const back = { project: project.handle, kind: "article" as const, id: article };
    await ana.call("article.putAway", asked);
    sweep.arm(disk, at, "EIO", false);
    const isBack = await ana.call("trash.takeBack", back).then(
      () => true,
      () => false,
    );
    disk.disarm();
    if (!isBack) await ana.call("trash.takeBack", back);
    expect(await ana.call("article.open", asked)).toMatchObject({ revision: 1, article: { id: article } });
    if (!isBack) failed += 1;
    await ana.core.close();
  }
  expect(failed).toBeGreaterThan(3);
});

describe("a crash while an article is moved", () => {
  const about = (id: Id) => ({ id, title: "Bridges", putAwayAt: "2026-01-31T10:00:00.000Z", by: "Ana" });

  it.each(["there", "back"] as const)("leaves it here or there, whole: on the way %s", async (way) => {
    const sweep = faultSweep();
    let crashes = 0;
    for (const at of sweep.turns()) {
      const { ana, path, project, article } = await work();
      await ana.call("project.close", { project: project.handle });
      const before = filesIn(path);
      if (way === "back") await putAway(nodeDisk, path, about(article));
      const disk = faultyDisk();
      sweep.arm(disk, at, "EIO", true);
      const move = way === "there" ? putAway(disk, path, about(article)) : takeBack(disk, path, article);
      const failed = await move.then(
        () => false,
        () => true,
      );
      await sweepLeftovers(nodeDisk, path);
      await finishPutAway(nodeDisk, path);
      const isAway = (await listPutAway(nodeDisk, path)).length > 0;
      if (isAway) {
        expect(
          Object.keys(filesIn(path))
            .filter((file) => !file.startsWith("trash/"))
            .sort(),
        ).toEqual(["entities.json", "project.json", "project.sayso"]);
        await takeBack(nodeDisk, path, article);
      }
      expect(filesIn(path)).toEqual(before);
      if (failed) crashes += 1;
    }
    expect(crashes).toBeGreaterThan(3);
  });
});

it.each([
  ["EIO", "storage"],
  ["EACCES", "forbidden"],
  ["EMFILE", "storage"],
] as const)("tells a disk that fails with %s while the trash is listed as the disk", async (fault, code) => {
  const folder = temporaryFolder();
  const disk = faultyDisk();
  const ana = await person(join(folder, "home"), "Ana", { disk });
  const { project, article } = await projectWith(ana, join(folder, "bridges"));
  const { handle } = project;
  const { annotator } = await ana.call("project.addPerson", { project: handle, name: "Ben" });
  await ana.call("annotator.putAway", { project: handle, annotator: annotator.id });
  await ana.call("article.putAway", { project: handle, article });
  let failures = 0;
  for (let at = 0; ; at += 1) {
    disk.arm(at, fault, true);
    const told = await ana.call("trash.list", { project: handle }).catch((error: unknown) => error);
    const { length } = disk.made();
    disk.disarm();
    if (length <= at) break;
    failures += 1;
    if (told instanceof Error) expect(told, `call ${at}`).toMatchObject({ code });
    else expect(told, `call ${at}`).toMatchObject({ items: [{ id: article }, { id: annotator.id }] });
  }
  expect(failures).toBeGreaterThan(2);
});
