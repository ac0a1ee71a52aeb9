// Both sides of a conflict in an article's record: what only one side changed is taken, and what belongs to a text stays together.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinArticles } from "../../../shared/merge/join-articles.ts";
import type { Article } from "../../../shared/model/article.ts";

/** What belongs to a text, all of it told by one number, so that a mixture is seen. */
const ofText = (text: number): Partial<Article> => ({
  textHash: String(text).repeat(64),
  length: 100 + text,
  metadata: [{ field: "title", start: 0, end: text + 1 }],
  ...(text > 0 && { revision: `rev${text}`, textRevision: `rev${text}` }),
});
const textOf = (article: Article): Partial<Article> => {
  const { textHash, length, metadata, revision, textRevision } = article;
  return {
    ...{ textHash, length, metadata },
    ...(revision !== undefined && { revision }),
    ...(textRevision !== undefined && { textRevision }),
  };
};

const record = fc
  .record({
    title: fc.constantFrom("A", "B", "C"),
    text: fc.constantFrom(0, 1, 2),
    tags: fc.subarray(["election", "Bridge", "vote"]),
  })
  .map(
    ({ title, text, tags }): Article => ({
      ...{ id: "article", title, addedAt: "2026-01-01", original: null },
      ...({ textHash: "", length: 0, metadata: [] } as const),
      ...ofText(text),
      ...(tags.length > 0 && { tags }),
    }),
  );

describe("joining both sides of an article's record", () => {
  test("of the same on both sides nothing differs", () => {
    fc.assert(
      fc.property(record, fc.option(record, { nil: undefined }), (one, base) => {
        expect(joinArticles(one, one, base)).toEqual({ article: one, differ: [], other: null });
      }),
    );
  });

  test("the text is one side's with all that belongs to it", () => {
    fc.assert(
      fc.property(record, record, fc.option(record, { nil: undefined }), (first, second, base) => {
        const { article } = joinArticles(first, second, base);
        expect([textOf(first), textOf(second)]).toContainEqual(textOf(article));
      }),
    );
  });

  test("what one side alone changed is taken, and is no conflict", () => {
    fc.assert(
      fc.property(record, record, (base, changed) => {
        expect(joinArticles(base, changed, base)).toEqual({ article: changed, differ: [], other: null });
        expect(joinArticles(changed, base, base)).toEqual({ article: changed, differ: [], other: null });
      }),
    );
  });

  test("a tag that either side put on is there, one that either took off is not, and neither is a conflict", () => {
    fc.assert(
      fc.property(record, record, record, (base, first, second) => {
        const { article, differ } = joinArticles(first, second, base);
        const has = (one: Article, tag: string): boolean => one.tags?.includes(tag) === true;
        const expected = ["election", "Bridge", "vote"].filter((tag) =>
          has(base, tag) ? has(first, tag) && has(second, tag) : has(first, tag) || has(second, tag),
        );
        expect([...(article.tags ?? [])].sort()).toEqual(expected.sort());
        expect(differ).not.toContain("tags");
      }),
    );
  });

  test("where both corrected the text differently, the side whose text does not stand is told, whether it is known what they come from or not", () => {
    fc.assert(
      fc.property(record, record, fc.option(record, { nil: undefined }), (first, second, base) => {
        const { article, other } = joinArticles(first, second, base);
        const isTwice =
          first.textHash !== second.textHash &&
          (base
            ? first.textHash !== base.textHash && second.textHash !== base.textHash
            : first.revision !== undefined && second.revision !== undefined);
        const isOfFirst = article.textHash === first.textHash;
        expect(other).toEqual(isTwice ? (isOfFirst ? second : first) : null);
      }),
    );
  });
});
