import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { overlaps, type Range } from "../../../shared/model/range.ts";
import { type MarkedAlready, proposalsFor } from "../../../shared/proposals/index.ts";
import { nastyText } from "../../helpers/nasty-text.ts";

const news = fc
  .array(
    fc.constantFrom(
      ..."Ruiz|the mayor|said|told|that|,|“|”|.|he|agreed|to|and|according|saying|Tuesday|(|)|not|will|close|:".split(
        "|",
      ),
    ),
    { maxLength: 30 },
  )
  .map((words) => words.join(" "));

const claims = fc.oneof(news, nastyText).chain((text) =>
  fc
    .array(fc.tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length })), { maxLength: 3 })
    .map((pairs) => ({
      text,
      segments: pairs
        .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
        .filter(({ start, end }) => start < end)
        .sort((a, b) => a.start - b.start),
    })),
);

describe("proposals", () => {
  it("are words of the text, outside the claim and apart from each other, each once", () => {
    fc.assert(
      fc.property(claims, ({ text, segments }) => {
        const proposals = proposalsFor(articleTextOf(text), segments);
        const seen = new Set<string>();
        for (const { voice, cue } of proposals) {
          expect(voice ?? cue).not.toBeNull();
          for (const range of [voice, cue]) {
            if (!range) continue;
            expect(text.slice(range.start, range.end)).toMatch(/^[\p{L}\p{N}$€£#@].*\S$|^[\p{L}\p{N}]$/su);
            expect(segments.some((segment) => overlaps(segment, range))).toBe(false);
          }
          expect(voice && cue && overlaps(voice, cue)).not.toBe(true);
          const key = JSON.stringify([voice, cue]);
          expect(seen.has(key)).toBe(false);
          seen.add(key);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  const text = "“We won,” the mayor said. Ruiz nodded and added nothing. Vale wept.";
  const article = articleTextOf(text);
  const at = (words: string): Range => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };
  const claim = [at("“We won,”")];
  const span = (id: string, words: string, as: "voice" | "cue", free = true): MarkedAlready => ({
    id,
    as,
    free,
    ...at(words),
  });

  it("take the span that marks the words already, whatever its edges and cards", () => {
    expect(proposalsFor(article, claim, [span("m", "mayor", "voice", false)])).toEqual([
      {
        voice: { ...at("mayor"), span: "m" },
        cue: { ...at("said"), span: null },
        rule: "behind-claim",
      },
    ]);
  });

  it("end with the nearest spans that are in no card yet", () => {
    const marked = [span("r", "Ruiz", "voice"), span("v", "Vale", "voice"), span("a", "added", "cue")];
    expect(proposalsFor(article, claim, marked)[1]).toEqual({
      voice: { ...at("Ruiz"), span: "r" },
      cue: { ...at("added"), span: "a" },
      rule: "marked-nearby",
    });
    expect(
      proposalsFor(article, claim, [span("r", "Ruiz", "voice"), span("a", "added", "cue", false)]),
    ).toHaveLength(1);
  });
});
