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
import { randomPlanted } from "../../helpers/planted-statements.ts";
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
