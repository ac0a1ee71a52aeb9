// How often an export works an article out: once where it is the only one, else in each round, so that no more than one is in memory.
import { expect, test } from "vitest";
import type { ExportedArticle } from "../../../shared/annotated-json/bundle.ts";
import { bratExporter } from "../../../shared/exporters/brat.ts";
import { startExport } from "../../../shared/exporters/export-run.ts";
import type { ArticleStandoffs, Pass } from "../../../shared/interchange/passes.ts";
import { sampleBundle } from "../../helpers/bundles.ts";

/** What two passes are given of these articles, one after the other. */
function givenOf(articles: readonly ExportedArticle[]): readonly ArticleStandoffs[] {
  const groups: ArticleStandoffs[] = [];
  const pass: Pass<ArticleStandoffs> = {
    article(group) {
      groups.push(group);
      return [];
    },
  };
  const run = startExport({ ...bratExporter, passes: () => [pass, pass] }, sampleBundle());
  for (const article of articles) run.look(article);
  for (const { article } of run.passes()) for (const one of articles) article(structuredClone(one));
  return groups;
}

test("an article is worked out once where it is the only one, and in each round where there are more", () => {
  const [article] = sampleBundle().articles as [ExportedArticle];
  const [alone, aloneAgain] = givenOf([article]);
  expect(aloneAgain).toBe(alone);
  const [first, , firstAgain] = givenOf([article, article]);
  expect(firstAgain).not.toBe(first);
  expect(firstAgain).toEqual(first);
  expect(first).toEqual(alone);
});
