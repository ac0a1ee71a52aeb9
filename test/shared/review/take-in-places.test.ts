// Where articles of a file belong in a project that has their text, perhaps several times: the same in whatever order they stand.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../../shared/model/article.ts";
import {
  type CameArticle,
  type KnownArticles,
  noChoices,
  placesOf,
  type TakeInChoices,
} from "../../../shared/review/take-in-places.ts";
import { runs } from "../../helpers/tier.ts";

const article = (id: string, title: string, textHash: string, day = 1): Article => ({
  ...{ id, title, textHash, length: 10, metadata: [], original: null },
  addedAt: `2026-01-0${day}T00:00:00.000Z`,
});
const came = (one: Article, ...annotators: string[]): CameArticle => ({ article: one, annotators });
/** Texts whose hashes differ in blanks alone have the same words. */
const known = (
  articles: readonly Article[],
  sets: Readonly<Record<string, string[]>> = {},
  inFile: readonly CameArticle[] = [],
): KnownArticles => ({
  ...{ articles, former: () => [], annotatorsOf: (id) => sets[id] ?? [] },
  sameWords: (cameAs) => {
    const text = inFile.find((one) => one.article.id === cameAs)?.article.textHash.trim();
    return articles.filter(({ textHash }) => textHash.trim() === text);
  },
});
const choose = (more: Partial<TakeInChoices> = {}): TakeInChoices => ({ ...noChoices, bring: true, ...more });

/** In few words: where each is, by its id in the file. */
const told = (...of: Parameters<typeof placesOf>): Record<string, string> =>
  Object.fromEntries(
    [...placesOf(...of)].map(([id, placing]): [string, string] => [
      id,
      placing.kind === "asked"
        ? `? ${placing.among
            .map((one) => one.id)
            .sort()
            .join(" ")}`
        : placing.kind === "nowhere"
          ? "-"
          : `${placing.kind} ${placing.article.id}`,
    ]),
  );

const titles = fc.constantFrom("Talks", "Talks", "Flood");
const texts = fc.constantFrom("t1", "t1", "t1 ", " t1", "t2");
const day = fc.integer({ min: 1, max: 3 });
const here = fc
  .array(fc.tuple(titles, texts, day, fc.subarray(["bo", "cy"])), { maxLength: 4 })
  .map((all) => all.map(([title, text, at, by], n) => ({ article: article(`h${n}`, title, text, at), by })));
const file = fc
  .array(fc.tuple(titles, texts, fc.subarray(["bo", "cy"], { minLength: 1 }), fc.boolean()), { maxLength: 4 })
  .map((all) =>
    // Some of them are here under their own ids.
    all.map(([title, text, by, isOwn], n) => came(article(isOwn ? `h${n}` : `f${n}`, title, text), ...by)),
  );
/** A project, and a file: what is here under its own id has the text that it has here. */
const both = fc.tuple(here, file).map(([project, articles]) => ({
  project,
  articles: articles.map((one) => {
    const own = project.find((known) => known.article.id === one.article.id);
    return own ? { ...one, article: { ...one.article, textHash: own.article.textHash } } : one;
  }),
}));
const twins = fc.constantFrom("ask", "same", "new" as const);

describe("a project and a file with any texts and titles", () => {
  it("come to the same in whatever order their articles stand", () => {
    fc.assert(
      fc.property(both, twins, fc.nat(), ({ project, articles }, say, seed) => {
        const sets = Object.fromEntries(project.map(({ article: { id }, by }) => [id, by]));
        const turn = <T>(list: readonly T[]): T[] => {
          const by = list.length === 0 ? 0 : seed % list.length;
          const turned = [...list.slice(by), ...list.slice(0, by)];
          return seed % 2 === 0 ? turned.reverse() : turned;
        };
        const all = project.map((one) => one.article);
        expect(told(turn(articles), known(turn(all), sets, articles), choose({ twins: say }))).toEqual(
          told(articles, known(all, sets, articles), choose({ twins: say })),
        );
      }),
      { numRuns: runs(500) },
    );
  });

  it("lead nobody to two sets of one article, leave nothing without a place, and ask nothing where it was said", () => {
    fc.assert(
      fc.property(both, fc.constantFrom("same", "new" as const), ({ project, articles }, say) => {
        const sets = Object.fromEntries(project.map(({ article: { id }, by }) => [id, by]));
        const places = placesOf(
          articles,
          known(
            project.map((one) => one.article),
            sets,
            articles,
          ),
          choose({ twins: say }),
        );
        const used = new Set<string>();
        for (const { article: one, annotators } of articles) {
          const placing = places.get(one.id);
          expect(["same-text", "other-text", "brought"]).toContain(placing?.kind);
          if (!placing || !("article" in placing)) continue;
          for (const who of annotators) {
            expect(used.has(`${placing.article.id} ${who}`)).toBe(false);
            used.add(`${placing.article.id} ${who}`);
          }
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it("come to the same once more when that was done", () => {
    fc.assert(
      fc.property(both, twins, ({ project, articles }, say) => {
        const all = project.map((one) => one.article);
        const sets: Record<string, string[]> = Object.fromEntries(
          project.map(({ article: { id }, by }) => [id, [...by]]),
        );
        const first = placesOf(articles, known(all, sets, articles), choose({ twins: say }));
        const after = [...all];
        for (const { article: one, annotators } of articles) {
          const placing = first.get(one.id);
          if (!placing || !("article" in placing)) continue;
          if (placing.kind === "brought") after.push(placing.article);
          const { id } = placing.article;
          sets[id] = [...new Set([...(sets[id] ?? []), ...annotators])];
        }
        const second = placesOf(articles, known(after, sets, articles), choose({ twins: say }));
        for (const [id, placing] of first) {
          const again = second.get(id);
          if (placing.kind === "asked") continue;
          expect(again && "article" in again && again.article.id).toBe(
            "article" in placing && placing.article.id,
          );
        }
      }),
      { numRuns: runs(500) },
    );
  });
});

describe("an article of a file", () => {
  const [one, two] = [article("h1", "Talks", "t1", 1), article("h2", "Talks", "t1", 2)];

  it("is the one that has its text, whatever that is called", () => {
    expect(told([came(article("f", "Anything", "t1"), "bo")], known([one]), choose())).toEqual({
      f: "same-text h1",
    });
  });

  it("is the one that has its words in other white space, and twins of them are asked about", () => {
    const bo = [came(article("f", "Anything", "t1 "), "bo")];
    const other = article("h2", "Flood", " t1");
    expect(told(bo, known([one], {}, bo), choose())).toEqual({ f: "other-text h1" });
    expect(told(bo, known([one, other], {}, bo), choose())).toEqual({ f: "? h1 h2" });
    expect(told(bo, known([one, other], {}, bo), choose({ twins: "new" }))).toEqual({ f: "brought f" });
    const both = [...bo, came(article("g", "Anything", "t1"), "bo")];
    expect(told(both, known([one], {}, both), choose())).toEqual({ f: "brought f", g: "same-text h1" });
  });

  it("is asked about among twins, unless one alone has its title or it was said which one it is", () => {
    const bo = [came(article("f", "Talks", "t1"), "bo")];
    expect(told(bo, known([one, two]), choose())).toEqual({ f: "? h1 h2" });
    const other = { ...two, title: "Talks (agency)" };
    expect(told(bo, known([one, other]), choose())).toEqual({ f: "same-text h1" });
    expect(told(bo, known([one, two]), choose({ places: new Map([["f", "h2"]]) }))).toEqual({
      f: "same-text h2",
    });
    expect(told(bo, known([one, two]), choose({ places: new Map([["f", "f"]]) }))).toEqual({
      f: "brought f",
    });
  });

  it("goes to the twin where its annotator has a set, else where anybody has, else to the one that was first", () => {
    const bo = [came(article("f", "Talks", "t1"), "bo")];
    const same = choose({ twins: "same" });
    expect(told(bo, known([two, one]), same)).toEqual({ f: "same-text h1" });
    expect(told(bo, known([two, one], { h2: ["cy"] }), same)).toEqual({ f: "same-text h2" });
    expect(told(bo, known([two, one], { h2: ["cy"], h1: ["bo"] }), same)).toEqual({ f: "same-text h1" });
    expect(told(bo, known([one]), choose({ twins: "new" }))).toEqual({ f: "brought f" });
  });
});
