// The annotators of the review's tests are people whom the model would let work: their sets break no law, and they differ in
// everything that people can differ in.
import { expect, test } from "vitest";
import { setFromJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { finish } from "../../../shared/model/work.ts";
import { compareSets } from "../../../shared/review/compare.ts";
import { aspects } from "../../../shared/review/difference.ts";
import { edgePolicies } from "../../../shared/review/edge-policies.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { severalAnnotators } from "../../helpers/several-annotators.ts";

const { articles, entities } = severalAnnotators(["Ana", "Ben", "Cem", "Dora", "Emil"]);
const registry = tableOf(entities);

test("their sets break no law", () => {
  for (const { article, sets } of articles)
    for (const json of sets) {
      expect(json.textHash).toBe(hashOf(article.text));
      const found = violations(
        { set: setFromJson(json), entities: registry },
        { text: article.text, articleId: article.id, tagset: newsAttribution },
      );
      expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
    }
});

test("they differ in everything that people can differ in, and agree on most", () => {
  const groups = articles.flatMap(({ article, sets }) => {
    const reviewed = sets.map((json) => ({ set: setFromJson(json), entities: registry }));
    const options = {
      article: articleTextOf(article.text),
      tagset: newsAttribution,
      policies: edgePolicies,
    };
    return finish(compareSets(reviewed, options)).groups;
  });
  const differences = groups.flatMap((group) => group.differences);
  expect([...new Set(differences.map(({ aspect }) => aspect))].sort()).toEqual([...aspects].sort());
  expect(differences.some(({ isPassed }) => isPassed)).toBe(true);
  const agreed = groups.filter((group) => group.differences.length === 0);
  expect(agreed.length).toBeGreaterThan(groups.length / 4);
});
