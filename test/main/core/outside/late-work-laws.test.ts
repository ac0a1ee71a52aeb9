// Work on an earlier text that the laws do not take: nothing is changed by it, it is told with where it lies, once for what is there, and
// again when the project is opened.
import { expect, test } from "vitest";
import type { Steps } from "../../../../main/core/changes/steps.ts";
import type { CoreContext } from "../../../../main/core/context.ts";
import { openLog } from "../../../../main/core/log.ts";
import { mergeLateWork } from "../../../../main/core/outside/scan-sets.ts";
import { forkProcess } from "../../../../main/core/processes/own-process.ts";
import { createProcesses } from "../../../../main/core/processes/processes.ts";
import { openLiveProject } from "../../../../main/core/project/live-project.ts";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { openSetAside } from "../../../../main/storage/home/set-aside.ts";
import { openSettings } from "../../../../main/storage/home/settings.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { correct, markAt, type Seat, setOf, syncSets, twoMachines } from "../two-machines.ts";
import { newId } from "../workplace.ts";

/** The project at the desk, opened without its windows; a step is refused as one that breaks a law. */
async function refusing({ home, path, article }: Seat) {
  const now = (): string => new Date().toISOString();
  const context: CoreContext = {
    options: { host: "browser", version: "0.0.0", home },
    disk: nodeDisk,
    settings: await openSettings(nodeDisk, home, newId),
    log: openLog(home, now),
    processes: createProcesses(forkProcess),
    setAside: await openSetAside(nodeDisk, home),
    ...{ newId, now, closing: new AbortController().signal, emit: () => undefined },
  };
  const liveProject = await openLiveProject(context, path, "write");
  const steps = {
    apply: () => Promise.reject(new ApiError("change-invalid", { code: "too-many" })),
  } as unknown as Steps;
  const present = liveProject.articles.get(article);
  if (!present) throw new Error("There is no article.");
  return {
    look: async () => (await mergeLateWork({ context, liveProject, steps, isPatient: false }, present)).news,
    async close() {
      await Promise.all([...liveProject.sets.values()].map(async (set) => (await set).store.close()));
      await liveProject.lock?.release();
    },
  };
}

test("work that the laws do not take is told with where it lies, not tried anew at each look, and again at the next opening", async () => {
  const { desk, laptop } = await twoMachines();
  await markAt(laptop, "in May", "source");
  await correct(desk);
  await syncSets(laptop, desk);
  const before = await setOf(desk);
  await desk.who.call("project.close", { project: desk.project.handle });
  const file = `annotations/${desk.article}/${desk.project.annotator?.id}.json`;
  const told = [{ what: "late-work-refused", article: desk.article, title: expect.any(String), file }];
  const first = await refusing(desk);
  expect(await first.look()).toEqual(told);
  expect(await first.look()).toEqual([]);
  await markAt(laptop, "would", "cue");
  await syncSets(laptop, desk);
  expect(await first.look()).toEqual(told);
  expect(await first.look()).toEqual([]);
  await first.close();
  const second = await refusing(desk);
  expect(await second.look()).toEqual(told);
  await second.close();
  const project = await desk.who.call("project.open", { path: desk.path, mode: "write" });
  expect(await setOf({ ...desk, project })).toEqual(before);
});
