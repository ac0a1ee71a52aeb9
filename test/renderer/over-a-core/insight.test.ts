// The figures of a window over a real core: they follow the work, what they are counted over is kept, and each number opens its cards.
import { join } from "node:path";
import { expect, test } from "vitest";
import { type FiguresQuery, insightOf, queryKey } from "../../../renderer/state/insight/insight.ts";
import type { Workspace } from "../../../renderer/state/project/workspace.ts";
import { decidingOf } from "../../../renderer/state/review/deciding.ts";
import { createAttribution, deleteAttribution, tagSelection } from "../../../shared/commands/index.ts";
import type { InsightGroup } from "../../../shared/insight/report.ts";
import { defaultScope } from "../../../shared/insight/scope.ts";
import { message } from "../../../shared/words/message.ts";
import { eventually } from "../../helpers/eventually.ts";
import { type ReviewProject, writeReviewProject } from "../../helpers/review-project.ts";
import { type Person, person, temporaryFolder } from "../../main/core/workplace.ts";
import { type Desk, desk, listening, saved, shownSession, windowOn } from "./desk.ts";

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

const share: FiguresQuery = { measures: ["attributed-share"], by: [] };

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
  const words = { measure: "attributed-share", by: [], group: {}, part: "numerator" as const };
  expect(await insight.openFigure(words, message("figures.overview"))).toBe(true);
  const everywhere = insight.state.get().chosenCards?.cards ?? [];
  const [first] = everywhere;
  expect(first).toBeDefined();
  // The share beside a strip opens the cards of its article alone.
  const here = { ...words, article: first?.article ?? "" };
  expect(await insight.openFigure(here, message("figures.overview"))).toBe(true);
  expect(insight.state.get().chosenCards?.cards).toEqual(
    everywhere.filter(({ article }) => article === first?.article),
  );
  const all = { measure: "anonymity-articles", by: [], group: {}, part: "denominator" as const };
  expect(await insight.openFigure(all, message("figures.overview"))).toBe(true);
  const { chosenCards: cards, chosenArticles } = insight.state.get();
  expect(cards).toBeNull();
  expect(new Set(chosenArticles?.articles)).toEqual(
    new Set(workspace.state.get().articles.map(({ id }) => id)),
  );
  insight.choose({ nested: true });
  expect(insight.state.get()).toMatchObject({ chosenCards: null, chosenArticles: null });
});

/** How many words within claims the figure on the screen counts; `null` where it is not there. */
const wordsIn = (workspace: Workspace): number | null => groupsIn(workspace, share)[0]?.numerator ?? null;

const shows = (workspace: Workspace, words: number) =>
  eventually(() => expect(wordsIn(workspace)).toBe(words));

/** One more window on the project of the desk, whose figures are on the screen. */
async function windowWithFigures(here: Desk): Promise<Desk> {
  const workspace = await windowOn(listening(here.client));
  await workspace.openProject(here.path, "write");
  insightOf(workspace).follow([share]);
  await shows(workspace, 0);
  return { ...here, workspace };
}

async function cardIn(here: Desk): Promise<void> {
  await here.workspace.openArticle(here.articles[0]);
  const session = shownSession(here);
  session.run(tagSelection, { range: { start: 0, end: 4 }, type: "claim", snap: true, card: null });
  session.run(createAttribution, { span: session.focus().span ?? "" });
  await saved(here);
}

test("figures on the screen follow a card that is made in this window or in another, and its undo", async () => {
  const here = await desk();
  const [one, two] = [await windowWithFigures(here), await windowWithFigures(here)];
  await cardIn(one);
  for (const { workspace } of [one, two]) await shows(workspace, 1);
  await two.workspace.history.undo();
  await saved(two);
  for (const { workspace } of [one, two]) await shows(workspace, 0);
});

test("the cards behind a figure follow what is changed of them, and whoever goes through them stays where they are", async () => {
  const here = await desk();
  const one = await windowWithFigures(here);
  await cardIn(one);
  await shows(one.workspace, 1);
  const insight = insightOf(one.workspace);
  const figure = { measure: "attributed-share", by: [], group: {}, part: "numerator" as const };
  expect(await insight.openFigure(figure, message("figures.overview"))).toBe(true);
  const [card] = insight.state.get().chosenCards?.cards ?? [];
  expect(card).toBeDefined();
  insight.goToCard(0);
  shownSession(one).run(deleteAttribution, { card: card?.card ?? "" });
  await saved(one);
  await eventually(() => expect(insight.state.get().chosenCards).toMatchObject({ cards: [], figure }));
  await one.workspace.history.undo();
  await saved(one);
  await eventually(() => expect(insight.state.get().chosenCards?.cards).toEqual([card]));
});

test("a view that is shown again has counted what was done meanwhile, and counts nothing anew otherwise", async () => {
  const here = await desk();
  const one = await windowWithFigures(here);
  const [insight, { workspace }] = [insightOf(one.workspace), await windowWithFigures(here)];
  const leave = insightOf(workspace).follow([share]);
  const before = insight.state.get().figures;
  insight.follow([share]);
  await eventually(() => expect(insight.state.get().progress).toBeNull());
  expect(insight.state.get().figures).toBe(before);
  leave();
  await cardIn(one);
  await shows(workspace, 1);
});

test("figures follow what is decided in this window, and in another", async () => {
  const { review, client } = await scene();
  const [one, two] = [await windowOn(listening(client)), await windowOn(listening(client))];
  for (const workspace of [one, two]) {
    await workspace.openProject(review.path, "write");
    insightOf(workspace).choose({ sets: { of: "curation" } });
    insightOf(workspace).follow([share]);
    await eventually(() => expect(insightOf(workspace).state.get().progress).toBeNull());
    expect(wordsIn(workspace) ?? 0).toBe(0);
  }
  await one.openArticle(review.articles[0]?.article.id ?? "");
  const deciding = decidingOf(one);
  await deciding.refresh();
  deciding.accept({ threshold: 3, audited: 0, notesFrom: null });
  for (const workspace of [one, two])
    await eventually(() => expect(wordsIn(workspace) ?? 0).toBeGreaterThan(0));
  const accepted = wordsIn(one);
  await one.history.undo();
  for (const workspace of [one, two])
    await eventually(() => expect(wordsIn(workspace) ?? 0).toBeLessThan(accepted ?? 0));
});
