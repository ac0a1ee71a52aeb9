// The measurement of a window over a real core: what is chosen is measured, and a number opens its disagreements.
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Workspace } from "../../../renderer/state/project/workspace.ts";
import { doorOf, listedDisagreements, measuringOf } from "../../../renderer/state/review/measuring.ts";
import { eventually } from "../../helpers/eventually.ts";
import { type ReviewProject, writeReviewProject } from "../../helpers/review-project.ts";
import { person, temporaryFolder } from "../../main/core/workplace.ts";
import { desk, tagIn, windowOn } from "./desk.ts";

interface Scene {
  readonly review: ReviewProject;
  readonly workspace: Workspace;
}

async function scene(): Promise<Scene> {
  const folder = temporaryFolder();
  const review = await writeReviewProject(join(folder, "project"), ["Ana", "Ben", "Cem"]);
  const client = await person(join(folder, "home"));
  const workspace = await windowOn(client);
  await workspace.openProject(review.path, "write");
  return { review, workspace };
}

const measured = (workspace: Workspace) =>
  eventually(() => {
    const { result, progress } = measuringOf(workspace).state.get();
    expect([result?.report != null, progress]).toEqual([true, null]);
  });

test("everybody is measured once, and a number opens exactly its disagreements", async () => {
  const { workspace } = await scene();
  const measuring = measuringOf(workspace);
  measuring.look();
  await measured(workspace);
  const { result } = measuring.state.get();
  measuring.look();
  expect(measuring.state.get().progress).toBeNull();
  const all = listedDisagreements(measuring.state.get());
  expect(all.length).toBe(result?.report?.disputed.length);
  measuring.show({ door: doorOf("type", "observed", "strict", "type") });
  const types = listedDisagreements(measuring.state.get());
  const counted = result?.report?.aspects.find(({ aspect, kind }) => aspect === "type" && kind === "span");
  expect(types).toHaveLength(counted?.strict ?? -1);
});

test("what is chosen is measured anew", async () => {
  const { workspace, review } = await scene();
  const measuring = measuringOf(workspace);
  const [ana, ben] = review.annotators.map(({ id }) => id);
  measuring.choose({ annotators: [ana ?? "", ben ?? ""], types: ["claim"] });
  await measured(workspace);
  expect(measuring.state.get().result?.report?.annotators.map(({ name }) => name)).toEqual(["Ana", "Ben"]);
  expect(measuring.state.get().isStale).toBe(false);
  const questions = measuring.state.get().result?.report?.questions ?? [];
  expect(questions.find(({ question }) => question === "type")?.confusions?.categories).toContain("claim");
});

test("figures are stale as soon as somebody marks something in this window, until they are made again", async () => {
  const here = await desk();
  const measuring = measuringOf(here.workspace);
  const isStale = (): boolean => measuring.state.get().isStale;
  const measured = () => expect.poll(() => measuring.state.get().progress).toBeNull();
  measuring.look();
  await measured();
  expect([measuring.state.get().result === null, isStale()]).toEqual([false, false]);
  const [first] = here.articles;
  await here.workspace.openArticle(first);
  expect(isStale()).toBe(false);
  await tagIn(here, first, 0);
  expect(isStale()).toBe(true);
  measuring.refresh();
  await measured();
  expect(isStale()).toBe(false);
  await here.workspace.history.undo();
  expect(isStale()).toBe(true);
});
