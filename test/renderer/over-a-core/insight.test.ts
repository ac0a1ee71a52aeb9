// The figures of a window over a real core: what they are counted over is kept, and each number opens its cards.
import { join } from "node:path";
import { expect, test } from "vitest";
import { type FiguresQuery, insightOf, queryKey } from "../../../renderer/state/insight/insight.ts";
import type { Workspace } from "../../../renderer/state/project/workspace.ts";
import type { InsightGroup } from "../../../shared/insight/report.ts";
import { defaultScope } from "../../../shared/insight/scope.ts";
import { message } from "../../../shared/words/message.ts";
import { eventually } from "../../helpers/eventually.ts";
import { type ReviewProject, writeReviewProject } from "../../helpers/review-project.ts";
import { type Person, person, temporaryFolder } from "../../main/core/workplace.ts";
import { windowOn } from "./desk.ts";

interface Scene {
  readonly review: ReviewProject;
  readonly client: Person;
  readonly workspace: Workspace;
}

async function scene(): Promise<Scene> {
  const folder = temporaryFolder();
  const review = await writeReviewProject(join(folder, "project"), ["Ana", "Ben", "Cem"]);
  const client = await person(join(folder, "home"));
  const workspace = await windowOn(client);
  await workspace.openProject(review.path, "write");
  return { review, client, workspace };
}

const kinds: FiguresQuery = { measures: ["kinds"], by: [] };

const groupsIn = (workspace: Workspace, query: FiguresQuery): readonly InsightGroup[] =>
  insightOf(workspace)
    .state.get()
    .figures.get(queryKey(query))
    ?.flatMap(({ groups }) => groups) ?? [];

const counted = (workspace: Workspace, query: FiguresQuery) =>
  eventually(() => {
    expect(insightOf(workspace).state.get().progress).toBeNull();
    const groups = groupsIn(workspace, query);
    expect(groups.length).toBeGreaterThan(0);
    return groups;
  });

test("it asks whose annotations count where several people annotated, and keeps the choice for the next time", async () => {
  const { review, client, workspace } = await scene();
  const insight = insightOf(workspace);
  insight.follow([kinds]);
  await eventually(() => expect(insight.state.get().refusal?.key).toBe("insight.several-people"));
  const [ana] = review.annotators;
  const sets = { of: "person" as const, id: ana?.id ?? "" };
  insight.choose({ sets, nested: true });
  await counted(workspace, kinds);
  expect(insight.state.get().refusal).toBeNull();
  await eventually(async () => {
    const again = await client.call("project.open", { path: review.path, mode: "read" });
    expect(again.desk.insight).toEqual({ ...defaultScope, sets, nested: true });
  });
  const next = await windowOn(client);
  await next.openProject(review.path, "read");
  expect(insightOf(next).state.get().scope).toEqual({ ...defaultScope, sets, nested: true });
});

test("a number opens exactly the cards that it counts, and lets go of them when something else is counted", async () => {
  const { review, workspace } = await scene();
  const insight = insightOf(workspace);
  insight.choose({ sets: { of: "person", id: review.annotators[1]?.id ?? "" } });
  insight.follow([kinds]);
  const groups = await counted(workspace, kinds);
  for (const { by, numerator } of groups) {
    const figure = { measure: "kinds", by: [], group: by, part: "numerator" as const };
    expect(await insight.openFigure(figure, message("figures.overview"))).toBe(true);
    const { chosenCards } = insight.state.get();
    expect(chosenCards?.cards).toHaveLength(numerator);
    expect(new Set(chosenCards?.cards.map(({ annotator }) => annotator))).toEqual(
      new Set([review.annotators[1]?.id]),
    );
  }
  insight.choose({ nested: true });
  expect(insight.state.get().chosenCards).toBeNull();
});
