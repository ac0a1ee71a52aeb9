// What a window that is gone had made and not saved comes into the project once, as far as it fits, and everybody hears of it.
import { expect, test } from "vitest";
import type { Event } from "../../../shared/api/contract.ts";
import { added, removed, updated } from "../../../shared/model/change.ts";
import { newId, person, problemOf, projectWith, spanBy, temporaryFolder, windowOf } from "./workplace.ts";

async function scene() {
  const ana = await person(temporaryFolder());
  const { project, article } = await projectWith(ana, temporaryFolder());
  const first = spanBy(project.annotator?.id ?? "");
  const second = spanBy(project.annotator?.id ?? "", 1);
  const apply = (opId: string, revision: number, change: ReturnType<typeof asAdded>) =>
    ana.call("annotations.apply", { project: project.handle, article, opId, revision, change });
  const asAdded = (span: typeof first) => ({ spans: added(span) });
  return { ana, project, article, first, second, apply, asAdded };
}

test("what was saved but not heard of is not applied twice, and what follows it is applied", async () => {
  const { ana, project, article, first, second, apply, asAdded } = await scene();
  const heardNothing = newId();
  await apply(heardNothing, 0, asAdded(first));
  const changes = [
    { opId: heardNothing, change: asAdded(first) },
    { opId: newId(), change: { spans: updated(first, { ...first, type: "source" }) } },
    { opId: newId(), change: asAdded(second) },
  ];
  const handOver = () => ana.call("annotations.applyUnsaved", { project: project.handle, article, changes });
  expect(await handOver()).toEqual({ applied: 2, unfitting: [] });
  expect(await handOver()).toEqual({ applied: 0, unfitting: [] });
  const { set, revision } = await ana.call("article.open", { project: project.handle, article });
  expect(set.spans).toEqual([{ ...first, type: "source" }, second]);
  expect(revision).toBe(3);
});

test("what does not fit any more is named, and the rest is applied", async () => {
  const { ana, project, article, first, second, apply, asAdded } = await scene();
  await apply(newId(), 0, asAdded(first));
  await apply(newId(), 1, { spans: removed(first) });
  const late = newId();
  const changes = [
    { opId: late, change: { spans: updated(first, { ...first, type: "source" }) } },
    { opId: newId(), change: asAdded(second) },
  ];
  expect(await ana.call("annotations.applyUnsaved", { project: project.handle, article, changes })).toEqual({
    applied: 1,
    unfitting: [late],
  });
});

test("other windows are told the new revision", async () => {
  const { ana, project, article, first, asAdded } = await scene();
  const other = windowOf(ana.core);
  const theirs = await other.call("project.open", { path: project.path, mode: "write" });
  const heard: Event[] = [];
  ana.core.subscribe((event) => heard.push(event));
  const changes = [{ opId: newId(), change: asAdded(first) }];
  await ana.call("annotations.applyUnsaved", { project: project.handle, article, changes });
  expect(heard).toContainEqual({ type: "set", project: theirs.handle, article, revision: 1 });
});

test("a project that is open for reading takes nothing over", async () => {
  const { ana, project, article, first, asAdded } = await scene();
  const reader = await ana.call("project.open", { path: project.path, mode: "read" });
  const changes = [{ opId: newId(), change: asAdded(first) }];
  expect(
    await problemOf(ana.call("annotations.applyUnsaved", { project: reader.handle, article, changes })),
  ).toMatchObject({ problem: "project-read-only" });
});
