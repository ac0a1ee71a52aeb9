// Parts as an index holds them say what they said before, and what is no part any more is not read as one.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type ArticlePart, articlePart } from "../../../shared/insight/article-part.ts";
import {
  isReadable,
  type PackedPart,
  packPart,
  plainPart,
  readPart,
} from "../../../shared/insight/packed-part.ts";
import { insightReport } from "../../../shared/insight/report.ts";
import { defaultScope, type IndexedProject, indexedProject } from "../../../shared/insight/scope.ts";
import { finish } from "../../../shared/model/work.ts";
import { planter, randomPlanted } from "../../helpers/planted-statements.ts";
import { secondReader } from "../../helpers/second-reader.ts";
import { runs } from "../../helpers/tier.ts";

const read = (packed: PackedPart): ArticlePart => plainPart(readPart(packed));

/** Texts with characters of one byte, of two, and halves of characters. */
const anyText = fc.array(fc.constantFrom("a", "é", "“", "’", "字", "\u{1f600}", "\ud800", "\u0000", " "), {
  maxLength: 12,
});

test("a part that was packed says what it said, whatever characters it has", () => {
  let statements = 0;
  fc.assert(
    fc.property(randomPlanted, anyText, (bundle, characters) => {
      for (const exported of bundle.articles) {
        const drawn = articlePart(exported);
        const sets = drawn.sets.map((set) => ({
          ...set,
          statements: set.statements.map((one) => ({ ...one, note: characters.join(""), flags: characters })),
        }));
        const part = { ...drawn, title: characters.join("–"), sets };
        const packed = packPart(part);
        expect(read(packed)).toEqual(part);
        expect(isReadable(packed, part.id)).toBe(true);
        expect(isReadable(packed, `${part.id}a`)).toBe(false);
        statements += part.sets.reduce((sum, set) => sum + set.statements.length, 0);
      }
    }),
    { numRuns: runs(30) },
  );
  expect(statements).toBeGreaterThan(0);
});

test("figures of packed parts are those of plain ones, also of sets that are counted as somebody else's", () => {
  const figuresOf = (project: IndexedProject) =>
    finish(
      insightReport(project, { measures: [], by: [], scope: { ...defaultScope, nested: true }, seed: 1 }),
    );
  fc.assert(
    fc.property(randomPlanted, fc.boolean(), (bundle, isSecond) => {
      const { annotators } = bundle;
      const theirs = bundle.articles.map((one) => ({
        ...one,
        sets: one.sets.map((set) => ({ ...set, ...(isSecond && { annotatorId: secondReader.id }) })),
      }));
      const project = indexedProject({
        ...bundle,
        annotators: [...annotators, { ...secondReader, sameAs: planter }],
        articles: theirs,
      });
      const packed = { ...project, parts: project.parts.map((part) => readPart(packPart(part))) };
      const figures = figuresOf(packed);
      expect(figures.ok).toBe(true);
      expect(figures).toEqual(figuresOf(project));
    }),
    { numRuns: runs(15) },
  );
});

test("a part with another number in it is refused, or can be read without failing", () => {
  let refused = 0;
  fc.assert(
    fc.property(randomPlanted, fc.nat(), fc.integer({ min: -2, max: 5_000 }), (bundle, place, number) => {
      for (const exported of bundle.articles) {
        const packed = packPart(articlePart(exported));
        const numbers = packed.numbers.slice();
        numbers[place % numbers.length] = number;
        const other = { ...packed, numbers };
        if (isReadable(other, exported.article.id)) read(other);
        else refused += 1;
      }
    }),
    { numRuns: runs(200) },
  );
  expect(refused).toBeGreaterThan(0);
});

/** The first article of a random project with a statement, as numbers; where its first set and the first row of that stand. */
const withRow = randomPlanted
  .map((bundle) => bundle.articles.map((one) => articlePart(one)).find(({ sets }) => sets[0]?.statements[0]))
  .filter((part) => part !== undefined)
  .map((part) => {
    const packed = packPart(part);
    const { numbers } = packed;
    const pool = 2 + (numbers[0] ?? 0) * 2;
    const at = (place: number): number => numbers[pool + place] ?? -1;
    const set = at(at((numbers[1] ?? 0) + 8) + 1);
    return { part, packed, pool, set, row: at(set + 4) + 1 };
  });

const putInto = (packed: PackedPart, place: number, number: number): PackedPart => ({
  ...packed,
  numbers: packed.numbers.with(place, number),
});

test("numbers outside of what they count are refused", () => {
  fc.assert(
    fc.property(withRow, ({ part, packed, pool, set, row }) => {
      const [words, paragraph] = [pool + set + 3, pool + row + 2];
      const isPart = (place: number, number: number) => isReadable(putInto(packed, place, number), part.id);
      expect(packed.numbers[words]).toBe(part.sets[0]?.words);
      expect(packed.numbers[paragraph]).toBe(part.sets[0]?.statements[0]?.paragraph);
      expect([-1, part.length + 1].filter((number) => isPart(words, number))).toEqual([]);
      expect([-2, part.length + 1].filter((number) => isPart(paragraph, number))).toEqual([]);
      expect([-1, 0].filter((number) => isPart(paragraph, number))).toEqual([-1, 0]);
    }),
    { numRuns: runs(30) },
  );
});

test("a list or a text that stands for many is refused, however often it is named", () => {
  fc.assert(
    fc.property(withRow, fc.integer({ min: 1, max: 5 }), ({ part, packed, pool, set }, factor) => {
      const [count = 0, root = 0] = packed.numbers;
      const times = factor * packed.numbers.length;
      const place = packed.numbers.length - pool;
      const numbers = Int32Array.from([...packed.numbers, times, ...Array<number>(times).fill(set)]);
      const often = putInto({ ...packed, numbers }, pool + root + 8, place);
      expect(isReadable(often, part.id)).toBe(false);
      if (count < 2) return;
      const [start = 0, length = 0] = packed.numbers.subarray(2, 4);
      const twice = putInto(putInto(packed, 4, start), 5, length);
      expect(length === 0 || !isReadable(twice, part.id)).toBe(true);
    }),
    { numRuns: runs(30) },
  );
});
