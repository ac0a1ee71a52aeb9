// The part of the index that computes answers a question that was asked before as it did then, and counts again once anything of the project
// is another.
import { expect, test } from "vitest";
import { type IndexQuestion, startIndexWork } from "../../../../main/core/insight/index-work.ts";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { defaultScope, indexedProject } from "../../../../shared/insight/scope.ts";
import { type SideQuery, sideBySide } from "../../../../shared/insight/side-by-side.ts";
import { finish } from "../../../../shared/model/work.ts";
import { wholeSampleBundle } from "../../../helpers/bundles.ts";
import { newId, temporaryFolder } from "../workplace.ts";

const bundle = wholeSampleBundle();
const { annotators, tagset, entities } = indexedProject(bundle);
const articles = bundle.articles.map(({ article }) => article.id);

const query = (seed: number): SideQuery => ({
  ...{ measures: ["statements", "space"], by: [], seed },
  one: defaultScope,
  other: { ...defaultScope, filter: { ...defaultScope.filter, from: "2020" } },
});

const sides = (seed: number, otherArticles: readonly string[] = articles): IndexQuestion => ({
  ...{ ask: "sides", query: query(seed), annotators, tagset, entities, articles, otherArticles },
});

const sent = (ones: typeof bundle.articles) =>
  ones.map((one) => ({ key: one.article.id, article: JSON.stringify(one) }));

test("a comparison that was made is answered as it was, until an article is another", async () => {
  const work = startIndexWork(nodeDisk, { home: temporaryFolder(), project: newId() });
  const answer = (question: IndexQuestion) => work(question, async () => true);
  await answer({ ask: "begin" });
  await answer({ ask: "put", articles: sent(bundle.articles) });
  const first = await answer(sides(1));
  const project = indexedProject(bundle);
  expect(first).toEqual(finish(sideBySide([project, project], query(1))));
  expect(await answer(sides(1))).toBe(first);

  // Another query, and other articles on the other side, are other comparisons, beside which this one is kept.
  expect(await answer(sides(2))).not.toBe(first);
  const fewer = await answer(sides(1, articles.slice(1)));
  expect(fewer).toMatchObject({ other: { articles: articles.length - 1 } });
  expect(await answer(sides(1))).toBe(first);

  // The latest few are kept.
  for (let seed = 3; seed <= 14; seed += 1) await answer(sides(seed));
  expect(await answer(sides(1))).not.toBe(first);
  expect(await answer(sides(1))).toEqual(first);

  const [one, ...others] = bundle.articles;
  if (one === undefined) throw new Error("The sample has articles.");
  const bare = { ...one, sets: [] };
  await answer({ ask: "put", articles: sent([bare]) });
  const changed = await answer(sides(1));
  expect(changed).not.toEqual(first);
  const after = indexedProject({ ...bundle, articles: [bare, ...others] });
  expect(changed).toEqual(finish(sideBySide([after, after], query(1))));
});
