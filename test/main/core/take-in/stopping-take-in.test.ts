// Taking in that is stopped, or that the disk does not take: told how far it is, and then everything is as it was.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { writeReviewProject } from "../../../helpers/review-project.ts";
import { faultyDisk } from "../../storage/faulty-disk.ts";
import { askedFor, lookAtPackage, writePackage } from "../packages.ts";
import { newId, type Person, person, problemOf, projectWith, temporaryFolder } from "../workplace.ts";

/** Every file, with what is in it, and the folder of every article; without the lock. */
function within(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.name !== ".lock" && (entry.isFile() || entry.parentPath !== folder))
      .map((entry) => [
        join(entry.parentPath, entry.name),
        entry.isFile() ? readFileSync(join(entry.parentPath, entry.name), "utf8") : "a folder",
      ]),
  );
}

/** Ana has a project of one article; Ben and Cleo have two more, which come to her as a package, or as their folder. */
async function scene(form: "package" | "project", disk = nodeDisk) {
  const folder = temporaryFolder();
  const review = await writeReviewProject(join(folder, "theirs"), ["Ben", "Cleo"]);
  const ben = await person(join(folder, "home-ben"), "Ben");
  const { handle } = await ben.call("project.open", { path: review.path, mode: "write" });
  const [article = ""] = review.articles.map((one) => one.article.id);
  const assign = review.annotators.map(({ id: annotator }) => ({ article, annotator }));
  const step = { command: "assign", at: "2026-01-01T00:00:00.000Z" };
  await ben.call("project.assign", { project: handle, opId: newId(), step, assign, release: [], seed: null });
  const file = join(folder, "package.json");
  await writePackage(ben, { handle }, file);
  const ana = await person(join(folder, "home-ana"), "Ana", { disk });
  const { project } = await projectWith(ana, join(folder, "mine"));
  const from = form === "package" ? file : review.path;
  return { ana, project, from, asked: askedFor(project, from, { bring: true }), folder: project.path };
}

type Scene = Awaited<ReturnType<typeof scene>>;

async function take({ ana, asked }: Scene, sha256: string) {
  const step = { command: "take-in", at: "2026-01-01T00:00:00.000Z" };
  return ana.call("review.takeIn", { ...asked, sha256, opId: newId(), step });
}

const look = ({ ana, project, from }: Scene) => lookAtPackage(ana, project, from, { bring: true });

/** Stops what runs when so many messages have told how far it is; answers with what lets it go on. */
function stopAfter({ ana, project }: Scene, messages: number): () => void {
  let told = 0;
  return ana.core.subscribe((event) => {
    if (event.type !== "taking-in") return;
    if (told === messages) void stop(ana, project.handle);
    told += 1;
  });
}

const stop = (ana: Person, project: string) => ana.core.dispatch("review.stopTakeIn", { project }, ana.id);

describe.each(["package", "project"] as const)("a %s that is imported", (form) => {
  test("tells how far it is: read, planned, written", async () => {
    const at = await scene(form);
    await take(at, (await look(at)).sha256);
    const told = at.ana.events.flatMap((event) => (event.type === "taking-in" ? [event] : []));
    const stages = told.map(({ stage }) => stage);
    expect(new Set(stages)).toEqual(new Set(["reading", "planning", "writing"]));
    const writing = told.filter(({ stage }) => stage === "writing");
    // Two articles and four sets.
    expect(writing.map(({ done, of }) => [done, of])).toEqual([0, 1, 2, 3, 4, 5].map((done) => [done, 6]));
  });

  test("and stopped at any moment leaves everything as it was, and can be imported afterwards", async () => {
    const at = await scene(form);
    const { sha256 } = await look(at);
    const before = within(at.folder);
    let stopped = 0;
    for (let messages = 0; ; messages += 1) {
      const goOn = stopAfter(at, messages);
      const outcome = await take(at, sha256).then(
        () => "done",
        (error: unknown) => (error as { problem?: string }).problem,
      );
      goOn();
      if (outcome === "done") break;
      expect(outcome).toBe("take-in-stopped");
      expect(within(at.folder)).toEqual(before);
      stopped += 1;
    }
    expect(stopped).toBeGreaterThan(7);
    const { ana, project } = at;
    const { sets } = await ana.call("project.progress", { project: project.handle });
    expect(new Set(sets.map(({ annotator }) => annotator.name))).toEqual(new Set(["Ben", "Cleo"]));
    expect((await look(at)).rows.map(({ outcome }) => outcome)).toEqual(["same", "same", "same", "same"]);
  });
});

test("a look is ended by the next one, and by nothing else", async () => {
  const at = await scene("project");
  const [first, second] = await Promise.all([
    problemOf(at.ana.call("review.takeInPreview", at.asked)),
    look(at),
  ]);
  expect([first.problem, second.ok]).toEqual(["take-in-stopped", true]);
  await stop(at.ana, at.project.handle);
  expect((await look(at)).ok).toBe(true);
});

test("what the disk does not take leaves nothing, and is imported when it does (row 19)", async () => {
  const disk = faultyDisk();
  let at = await scene("package", disk);
  let { sha256 } = await look(at);
  let before = within(at.folder);
  let failures = 0;
  for (let call = 0, isOver = false; !isOver; call += 17) {
    disk.arm(call, "ENOSPC", false);
    const isDone = await take(at, sha256).then(
      () => true,
      () => false,
    );
    isOver = call >= disk.calls().length;
    disk.disarm();
    if (isDone && !isOver) {
      // One of the failures that mean nothing, such as that of a look whether something is there.
      at = await scene("package", disk);
      ({ sha256 } = await look(at));
      before = within(at.folder);
    } else if (!isDone) {
      expect(within(at.folder)).toEqual(before);
      failures += 1;
    }
  }
  expect(failures).toBeGreaterThan(5);
  expect((await look(at)).rows.map(({ outcome }) => outcome)).toEqual(["same", "same", "same", "same"]);
});
