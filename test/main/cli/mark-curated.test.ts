// Marking articles as curated on the command line: only what would be offered in the window, else with what is unfinished.
import { afterEach, beforeEach, expect, test } from "vitest";
import { decidingOf, decisionsIn } from "../../../renderer/state/review/deciding.ts";
import { isOpen } from "../../../shared/review/questions.ts";
import { type Workplace, workplace } from "../../helpers/command-line.ts";
import { eventually } from "../../helpers/eventually.ts";
import { writeReviewProject } from "../../helpers/review-project.ts";
import { windowOn } from "../../renderer/over-a-core/desk.ts";
import { person } from "../core/workplace.ts";

let place: Workplace;
let project: string;
beforeEach(async () => {
  place = await workplace();
  project = place.at("project");
});
afterEach(() => place.remove());

/** Decides everything of an article in the window as the first of the annotators has it; `isAll` false: but for what is unanimous. */
async function decideAll(article: string, isAll: boolean): Promise<void> {
  const client = await person(place.home, "Ana");
  const workspace = await windowOn(client);
  await workspace.openProject(project, "write");
  await workspace.openArticle(article);
  const deciding = decidingOf(workspace);
  await deciding.refresh();
  for (let left = 400; left > 0 && decisionsIn(workspace)?.queue.conflicts.some(isOpen); left -= 1)
    deciding.decide({ how: "take", member: 0 });
  if (isAll) deciding.accept({ threshold: 2, audited: 0, notesFrom: 0 });
  await eventually(() => expect(deciding.state.get().session?.queue.status.get().kind).toBe("saved"));
  await workspace.closeProject();
  await client.core.close();
}

const mark = async (...args: readonly string[]) => {
  const { status, out, err } = await place.sayso("progress", project, ...args, "--as", "Ana", "--json");
  return { status, err, ...JSON.parse(out) };
};

test("an article is marked once all of it is decided, refused with what is not, and taken back", async () => {
  const { articles } = await writeReviewProject(project, ["Ana", "Ben"]);
  const { id = "", title = "" } = articles[0]?.article ?? {};
  const stateOf = async (): Promise<string> =>
    (await place.sayso("progress", project)).out.split("\n").find((line) => line.startsWith(title)) ?? "";

  const nothing = await mark("--curated", title);
  expect(nothing).toMatchObject({ status: 1, ok: false, articles: [{ article: id, outcome: "unfinished" }] });
  const kinds = new Set(nothing.articles[0].items.map(({ what }: { what: string }) => what));
  expect(kinds).toEqual(new Set(["conflict", "agreed", "exclusions"]));
  const plain = await place.sayso("progress", project, "--curated", title, "--as", "Ana");
  expect([plain.status, plain.out]).toEqual([1, ""]);
  expect(plain.err).toContain(`“${title}” is not marked as curated: `);
  expect(plain.err).toMatch(/ {2}\d+–\d+: To decide: /u);

  await decideAll(id, false);
  const agreed = await mark("--curated", id);
  expect(agreed.articles[0].items.map(({ what }: { what: string }) => what)).toEqual([
    "agreed",
    "exclusions",
  ]);
  expect(await stateOf()).not.toContain("curated");

  await decideAll(id, true);
  expect(await mark("--curated", title)).toMatchObject({ status: 0, articles: [{ outcome: "curated" }] });
  expect(await stateOf()).toMatch(/curated/iu);
  expect(await mark("--curated", title)).toMatchObject({ status: 0, articles: [{ outcome: "unchanged" }] });
  expect(await mark("--in-review", title)).toMatchObject({ status: 0, articles: [{ outcome: "in-review" }] });
  expect(await stateOf()).not.toMatch(/curated/iu);
  expect((await place.sayso("progress", project, "--curated", "Nothing of the kind")).status).not.toBe(0);
});

test("an article of which only one person has a set is not marked", async () => {
  const { articles } = await writeReviewProject(project, ["Ana"]);
  expect(await mark("--curated", articles[0]?.article.title ?? "")).toMatchObject({
    status: 1,
    articles: [{ outcome: "nothing-to-decide" }],
  });
});
