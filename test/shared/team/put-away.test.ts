// An article that one side moves to the trash, and what the other side does to it meanwhile: neither is lost, whoever merges.
import fc from "fast-check";
import { expect, it } from "vitest";
import { mergeTrees, type Tree } from "../../../shared/team/merge-trees.ts";
import { alignPutAway } from "../../../shared/team/put-away.ts";
import { runs } from "../../helpers/tier.ts";

type Files = Readonly<Record<string, string>>;

const merged = (base: Files, ours: Files, theirs: Files): Files => {
  const [from, mine, came] = [base, ours, theirs].map((files): Tree => new Map(Object.entries(files)));
  const { settle, ...trees } = alignPutAway({ base: from as Tree, ours: mine as Tree, theirs: came as Tree });
  return Object.fromEntries(settle(mergeTrees(trees.base, trees.ours, trees.theirs).tree));
};

const article = fc.record({
  record: fc.constantFrom("1", "2"),
  sets: fc.dictionary(fc.constantFrom("ana", "ben"), fc.constantFrom("1", "2", "3")),
  isAway: fc.boolean(),
});
type SomeArticle = typeof article extends fc.Arbitrary<infer Value> ? Value : never;

const filesOf = ({ record, sets, isAway }: SomeArticle): Files =>
  Object.fromEntries([
    [isAway ? "trash/a/article/article.json" : "articles/a/article.json", record],
    [isAway ? "trash/a/article/text.txt" : "articles/a/text.txt", "text"],
    ...Object.entries(sets).map(([name, set]): [string, string] => [
      isAway ? `trash/a/annotations/${name}.d.journal` : `annotations/a/${name}.d.journal`,
      set,
    ]),
  ]);

it("lies at one place afterwards, where it was moved to, with what each side did alone", () => {
  fc.assert(
    fc.property(article, article, fc.boolean(), (base, side, isMoved) => {
      const other = { ...base, isAway: isMoved !== base.isAway };
      const wanted = filesOf({
        ...side,
        isAway: isMoved || side.isAway !== base.isAway ? !base.isAway : base.isAway,
      });
      expect(merged(filesOf(base), filesOf(side), filesOf(other))).toEqual(wanted);
      expect(merged(filesOf(base), filesOf(other), filesOf(side))).toEqual(wanted);
    }),
    { numRuns: runs(300) },
  );
});

it("leaves what neither side has as an article, and what one side deleted for good, to the paths", () => {
  const [there, away] = [true, false].map((isThere) =>
    filesOf({ record: "1", sets: { ana: "1" }, isAway: !isThere }),
  ) as [Files, Files];
  expect(merged(away, {}, away)).toEqual({});
  expect(merged(away, {}, there)).toEqual(there);
  expect(merged({}, { "project.json": "1" }, {})).toEqual({ "project.json": "1" });
});
