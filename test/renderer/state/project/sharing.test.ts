// What came from outside is kept until it was seen, and what somebody should look at is seen first.
import fc from "fast-check";
import { expect, test } from "vitest";
import { newsNeedsLook, nextNews, withMoreNews } from "../../../../renderer/state/project/sharing.ts";
import type { OutsideNews } from "../../../../shared/api/outside-news.ts";
import { runs } from "../../../helpers/tier.ts";

const titled = fc.record({ article: fc.uuid(), title: fc.string() });
const keptAs = fc.constant([]);
const news: fc.Arbitrary<OutsideNews> = fc.oneof(
  fc
    .record({ what: fc.constantFrom("article-came" as const, "article-gone" as const) })
    .chain(({ what }) => titled.map((one) => ({ what, ...one }))),
  titled.map((one) => ({ what: "text-changed" as const, canRestore: true, ...one })),
  titled.map((one) => ({ what: "colleagues-lost" as const, names: ["Kim"], ...one })),
  fc
    .record({ differs: fc.boolean(), otherText: fc.option(fc.uuid()), keptAs })
    .chain((rest) => titled.map((one) => ({ what: "article-joined" as const, ...one, ...rest }))),
  fc.constantFrom({ what: "project" as const }, { what: "tagset" as const }),
);
const many = fc.array(fc.array(news, { maxLength: 40 }), { maxLength: 4 });
const told = (parts: readonly (readonly OutsideNews[])[]): readonly OutsideNews[] =>
  parts.reduce<readonly OutsideNews[]>((before, more) => withMoreNews(before, more), []);

test("whatever comes after it, nothing that somebody should look at gives way", () => {
  const lost: OutsideNews = { what: "text-changed", article: "a", title: "A", canRestore: true };
  const came = Array.from({ length: 2000 }, (_, at): OutsideNews => {
    return { what: "article-came", article: `a${at}`, title: "B" };
  });
  const all = told([[lost], ...came.map((one) => [one])]);
  expect(all).toContain(lost);
  expect(all.at(-1)).toBe(came.at(-1));
  expect(all.length).toBeLessThan(came.length);
});

test("seen a few at a time, all of it is seen, first what somebody should look at", () => {
  fc.assert(
    fc.property(many, (parts) => {
      const all = told(parts);
      const seen: OutsideNews[] = [];
      for (let left = all; left.length > 0; ) {
        const next = nextNews(left);
        expect(next.length).toBeGreaterThan(0);
        seen.push(...next);
        left = left.filter((one) => !next.includes(one));
      }
      expect(new Set(seen)).toEqual(new Set(all));
      expect(seen.map(newsNeedsLook)).toEqual(
        seen.map(newsNeedsLook).toSorted((a, b) => Number(b) - Number(a)),
      );
    }),
    { numRuns: runs(20) },
  );
});

test("lost work of colleagues, and the text of the other side, ask for a look", () => {
  const article = { article: "a", title: "A", keptAs: [] };
  const joined = { what: "article-joined", ...article, differs: true } as const;
  expect([
    newsNeedsLook({ what: "colleagues-lost", names: ["Kim"], ...article }),
    newsNeedsLook({ ...joined, otherText: "r" }),
    newsNeedsLook({ ...joined, otherText: null }),
    newsNeedsLook({ what: "article-revised", article: "a", title: "A", otherText: "r" }),
    newsNeedsLook({ what: "article-revised", article: "a", title: "A", otherText: null }),
  ]).toEqual([true, true, false, true, false]);
});
