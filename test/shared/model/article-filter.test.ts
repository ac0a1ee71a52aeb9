// Filters of articles: what each condition asks, that conditions only narrow, and that a filter is data.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ArticleFacts,
  type ArticleFilter,
  activeConditions,
  everyArticle,
  isSameFilter,
  matches,
  nobody,
  withoutCondition,
} from "../../../shared/model/article-filter.ts";
import { articleFacts, articleFilter } from "../../helpers/article-filters.ts";
import { runs } from "../../helpers/tier.ts";

const facts: ArticleFacts = {
  article: "bridge",
  title: "Bridge to close",
  state: "in-progress",
  work: "needs-discussion",
  assigned: ["ana"],
  annotated: [],
  publisher: "Harbour Post",
  date: "2025-08-19",
  tags: ["Election", "Harbour"],
  gaps: 2,
  hasNote: false,
};

describe("a filter", () => {
  test("that asks nothing fits every article", () => {
    fc.assert(
      fc.property(articleFacts, (of) => {
        expect(matches(everyArticle, of)).toBe(true);
      }),
      { numRuns: runs(100) },
    );
  });

  test("fits an article if and only if each of its conditions does on its own", () => {
    fc.assert(
      fc.property(articleFilter, articleFacts, (filter, of) => {
        const alone = activeConditions(filter).map((name) =>
          matches({ ...everyArticle, [name]: filter[name] } as ArticleFilter, of),
        );
        expect(matches(filter, of)).toBe(alone.every(Boolean));
        for (const name of activeConditions(filter))
          if (matches(filter, of)) expect(matches(withoutCondition(filter, name), of)).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });

  test("is the same after JSON, and in whatever order its values stand", () => {
    fc.assert(
      fc.property(articleFilter, articleFacts, (filter, of) => {
        const again = JSON.parse(JSON.stringify(filter)) as ArticleFilter;
        expect(again).toEqual(filter);
        const turned = {
          ...filter,
          states: filter.states.toReversed(),
          assigned: filter.assigned.toReversed(),
        };
        expect(isSameFilter(filter, turned)).toBe(true);
        expect(matches(turned, of)).toBe(matches(filter, of));
        for (const name of activeConditions(filter))
          expect(isSameFilter(filter, withoutCondition(filter, name))).toBe(false);
      }),
      { numRuns: runs(300) },
    );
  });

  test.each<[Partial<ArticleFilter>, boolean]>([
    [{ words: "close BRIDGE" }, true],
    [{ words: "bridge quota" }, false],
    [{ states: ["new", "in-progress"] }, true],
    [{ states: ["done"] }, false],
    [{ work: ["needs-discussion"] }, true],
    [{ work: [nobody] }, false],
    [{ assigned: ["ben", "ana"] }, true],
    [{ assigned: [nobody] }, false],
    [{ annotated: [nobody] }, true],
    [{ annotated: ["ana"] }, false],
    [{ publishers: ["Harbour Post"] }, true],
    [{ publishers: [""] }, false],
    [{ tags: ["election", "vote"] }, true],
    [{ tags: ["vote"] }, false],
    [{ tags: [""] }, false],
    [{ from: "2025-08" }, true],
    [{ from: "2025-08-20" }, false],
    [{ to: "2025-08" }, true],
    [{ to: "2025" }, true],
    [{ to: "2025-07" }, false],
    [{ from: "2025", to: "2025" }, true],
    [{ gaps: "some" }, true],
    [{ gaps: "none" }, false],
    [{ note: false }, true],
    [{ note: true }, false],
    [{ articles: ["bridge", "quota"] }, true],
    [{ articles: ["quota"] }, false],
  ])("%o asks what it says", (asked, fits) => {
    expect(matches({ ...everyArticle, ...asked }, facts)).toBe(fits);
    expect(activeConditions({ ...everyArticle, ...asked })).toEqual(Object.keys(asked));
  });

  test("finds words however their letters are composed, and whatever white space is between them", () => {
    const decomposed = { ...facts, title: "Brücke\u00a0nach Köln".normalize("NFD") };
    expect(matches({ ...everyArticle, words: "  KÖLN\tbrücke ".normalize("NFC") }, decomposed)).toBe(true);
    expect(matches({ ...everyArticle, words: "Koln" }, decomposed)).toBe(false);
  });

  test("by publisher or day finds the articles of which neither is known, or leaves them out", () => {
    const unknown = { ...facts, publisher: null, date: null, tags: [] };
    expect(matches({ ...everyArticle, publishers: [""] }, unknown)).toBe(true);
    expect(matches({ ...everyArticle, tags: ["", "vote"] }, unknown)).toBe(true);
    expect(matches({ ...everyArticle, to: "2030" }, unknown)).toBe(false);
    expect(matches({ ...everyArticle, from: "1900" }, unknown)).toBe(false);
  });
});
