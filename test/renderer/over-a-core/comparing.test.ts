// The comparison of a window over a real core: it follows the article and the sets, keeps what one was looking at, and opens
// what stands behind a number.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { onlyColleague } from "../../../renderer/panels/review-compare/nothing-to-compare.tsx";
import type { Workspace } from "../../../renderer/state/project/workspace.ts";
import { comparingOf, isReadAlone, listedIn, shownPeople } from "../../../renderer/state/review/comparing.ts";
import { decidingOf, decisionsIn } from "../../../renderer/state/review/deciding.ts";
import { added } from "../../../shared/model/change.ts";
import { everyDifference } from "../../../shared/review/list-differences.ts";
import { eventually } from "../../helpers/eventually.ts";
import { type ReviewProject, writeReviewProject } from "../../helpers/review-project.ts";
import { newId, person, spanBy, temporaryFolder, windowOf } from "../../main/core/workplace.ts";
import { windowOn } from "./desk.ts";

interface Scene {
  readonly review: ReviewProject;
  readonly workspace: Workspace;
  readonly client: Awaited<ReturnType<typeof person>>;
}

async function scene(names = ["Ana", "Ben", "Cem"], reader = "Ana"): Promise<Scene> {
  const folder = temporaryFolder();
  const review = await writeReviewProject(join(folder, "project"), names);
  const client = await person(join(folder, "home"), reader);
  const workspace = await windowOn(client);
  await workspace.openProject(review.path, "write");
  const [first] = review.articles;
  await workspace.openArticle(first?.article.id ?? "");
  return { review, workspace, client };
}

const idsOf = ({ review }: Scene) => review.annotators.map(({ id }) => id);
/** Until what was set is saved, which goes on beside. */
const kept = ({ client, workspace }: Scene) =>
  eventually(async () => {
    const { comparing } = await client.call("settings.get", {});
    expect(comparing).toEqual(workspace.state.get().settings.comparing);
  });
const settled = (workspace: Workspace) =>
  eventually(() => {
    const { review, progress } = comparingOf(workspace).state.get();
    expect([review !== null, progress]).toEqual([true, null]);
  });

test("everybody’s sets are compared, and the same ones are not compared again", async () => {
  const one = await scene();
  const { state, refresh } = comparingOf(one.workspace);
  await refresh();
  expect(state.get().chosen).toEqual(idsOf(one));
  const { review } = state.get();
  expect(review?.comparison.groups.length).toBeGreaterThan(20);
  await refresh();
  expect(state.get().review).toBe(review);
  expect(listedIn(state.get())).toBe(listedIn(state.get()));
});

test("what another window changed is compared anew, and what was shown is shown still", async () => {
  const one = await scene();
  const comparing = comparingOf(one.workspace);
  await comparing.refresh();
  const before = comparing.state.get();
  const key = listedIn(before)[5]?.key ?? "";
  comparing.show(key);
  const other = windowOf(one.client.core);
  const open = await other.call("project.open", { path: one.review.path, mode: "write" });
  const article = before.article ?? "";
  const { revision, text } = await other.call("article.open", { project: open.handle, article });
  const quote = { start: 1, end: 4, quote: text.slice(1, 4), prefix: "", suffix: "" };
  const span = { ...spanBy(open.annotator?.id ?? ""), segments: [quote] };
  const change = { spans: added(span) };
  await other.call("annotations.apply", { project: open.handle, article, opId: newId(), revision, change });
  // Tests over a core leave out the events by which a window would know.
  await comparing.refresh();
  const after = comparing.state.get();
  expect(after.review).not.toBe(before.review);
  expect(after.review?.comparison.groups.length).toBe((before.review?.comparison.groups.length ?? 0) + 1);
  expect(listedIn(after).some((row) => row.key === after.current)).toBe(true);
});

test("behind a number stand just its groups, of just its annotators, in its article", async () => {
  const one = await scene();
  const [, second] = one.review.articles;
  const comparing = comparingOf(one.workspace);
  await comparing.refresh();
  const [ana, , cem] = idsOf(one);
  const asked = { article: second?.article.id ?? "", annotators: [cem ?? "", ana ?? ""] };
  await comparing.open(asked);
  const keys = listedIn(comparing.state.get())
    .slice(1, 3)
    .map(({ key }) => key);
  await comparing.open({ ...asked, policies: [], query: { groups: keys, shown: "all" } });
  const state = comparing.state.get();
  expect(one.workspace.state.get().session?.article.id).toBe(second?.article.id);
  expect([state.chosen, state.policies]).toEqual([[ana, cem], []]);
  expect(listedIn(state).map(({ key }) => key)).toEqual(keys);
  expect(state.query).toEqual({ ...everyDifference, groups: keys, shown: "all" });
});

test("what is behind a number is shown even when the page looks for sets at the same moment", async () => {
  const one = await scene();
  const comparing = comparingOf(one.workspace);
  const [, second] = one.review.articles;
  const article = second?.article.id ?? "";
  const [ana, ben] = idsOf(one);
  const opened = comparing.open({ article, annotators: [ana ?? "", ben ?? ""], query: { shown: "all" } });
  await one.workspace.openArticle(article);
  await comparing.refresh();
  await opened;
  await settled(one.workspace);
  expect(comparing.state.get()).toMatchObject({ article, chosen: [ana, ben], query: { shown: "all" } });
  expect(comparing.state.get().review?.annotators).toEqual([ana, ben]);
});

test("with policies chosen otherwise it is compared anew; with one set there is nothing to compare", async () => {
  const one = await scene();
  const comparing = comparingOf(one.workspace);
  await comparing.refresh();
  comparing.setPolicies([]);
  await settled(one.workspace);
  await eventually(() => expect(comparing.state.get().review?.policies).toEqual([]));
  comparing.choose(idsOf(one).slice(0, 1));
  await eventually(() => expect(comparing.state.get().review?.annotators).toEqual(idsOf(one).slice(0, 1)));
  await kept(one);
});

test("names are hidden until all is decided, nothing of which is decided yet", async () => {
  const one = await scene();
  const comparing = comparingOf(one.workspace);
  await comparing.refresh();
  comparing.setBlind(true);
  const people = shownPeople(comparing.state.get(), one.review.project.id);
  expect(people.map(({ name }) => name)).toEqual([null, null, null]);
  const { review } = comparing.state.get();
  expect(review?.isAllDecided).toBe(false);
  const decided = review && { ...review, isAllDecided: true };
  expect(
    shownPeople({ ...comparing.state.get(), review: decided }, one.review.project.id).map(({ name }) => name),
  ).toEqual(["Ana", "Ben", "Cem"]);
  await kept(one);
});

test("how sets are compared is as it was left, in the next window too", async () => {
  const one = await scene();
  const comparing = comparingOf(one.workspace);
  const [, quotationMarks = ""] = comparing.state.get().policies;
  comparing.setBlind(true);
  comparing.setPolicies([quotationMarks]);
  await kept(one);
  const next = await windowOn(windowOf(one.client.core));
  expect(comparingOf(next).state.get()).toMatchObject({ blind: true, policies: [quotationMarks] });
});

test("another article’s sets take the place of these, and a damaged set is said", async () => {
  const one = await scene();
  const comparing = comparingOf(one.workspace);
  await comparing.refresh();
  const [, second] = one.review.articles;
  const [, ben] = idsOf(one);
  const file = join(one.review.path, "annotations", second?.article.id ?? "", `${ben}.json`);
  writeFileSync(file, readFileSync(file, "utf8").slice(0, 400));
  await one.workspace.openArticle(second?.article.id ?? "");
  await comparing.refresh();
  const state = comparing.state.get();
  expect(state.article).toBe(second?.article.id);
  expect(state.sets?.damaged.map(({ annotator }) => annotator.name)).toEqual(["Ben"]);
  expect(state.review?.annotators).toEqual(idsOf(one).filter((id) => id !== ben));
  await one.workspace.closeProject();
  expect(comparing.state.get()).toMatchObject({ sets: null, review: null, article: null });
});

test("whoever is alone with an article is read, all of it, and nothing is to be decided", async () => {
  const { workspace } = await scene(["Ana"], "Ben");
  const comparing = comparingOf(workspace);
  await comparing.refresh();
  const state = comparing.state.get();
  const [person] = shownPeople(state, workspace.state.get().project?.project.id ?? "");
  expect([person?.name, onlyColleague(shownPeople(state, ""))?.name]).toEqual(["Ana", "Ana"]);
  const { set } = state.sets?.sets[0] ?? {};
  expect(state.review && isReadAlone(state.review)).toBe(true);
  const listed = listedIn(state).flatMap(({ question }) => question.parts.map(({ group }) => group));
  expect(new Set(listed).size).toBe((set?.spans.length ?? 0) + (set?.attributions.length ?? 0));
  await decidingOf(workspace).refresh();
  expect(decidingOf(workspace).state.get().session).not.toBeNull();
  expect(decisionsIn(workspace)).toBeNull();
});

test("nobody else is told to be there where one is alone with one's own set", async () => {
  const { workspace } = await scene(["Ana"]);
  const comparing = comparingOf(workspace);
  await comparing.refresh();
  expect(onlyColleague(shownPeople(comparing.state.get(), ""))).toBeNull();
});
