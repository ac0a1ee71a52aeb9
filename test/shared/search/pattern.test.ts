import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isGraphemeBoundary } from "../../../shared/model/graphemes.ts";
import { flagsOf, hitsOfMatches, patternProblem } from "../../../shared/search/pattern.ts";
import { longestHit } from "../../../shared/search/query.ts";
import { nastyText } from "../../helpers/nasty-text.ts";

const matchesOf = (text: string, pattern: string) =>
  [...text.matchAll(new RegExp(pattern, flagsOf({ matchCase: false })))].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }));

describe("a pattern", () => {
  it("that cannot be read says why", () => {
    expect(patternProblem({ pattern: "(a", matchCase: true })).toMatch(/Unterminated group/u);
    expect(patternProblem({ pattern: "a{2}", matchCase: false })).toBe(null);
  });

  it("finds whole characters that can be marked, and nothing empty, blank or endless", () => {
    const text = `a  é ${"x".repeat(longestHit + 1)}`;
    const quotes = (pattern: string, wholeWords = false) =>
      hitsOfMatches({ text }, matchesOf(text, pattern), { wholeWords }).map(({ start, end }) =>
        text.slice(start, end),
      );
    expect(quotes("a*")).toEqual(["a"]);
    expect(quotes("\\s+")).toEqual([]);
    expect(quotes("x+")).toEqual([]);
    expect(quotes("x", true)).toEqual([]);
    const family = "👩‍👩‍👧‍👦!";
    expect(hitsOfMatches({ text: family }, matchesOf(family, "👧"), { wholeWords: false })).toEqual([
      { start: 0, end: 11 },
    ]);
  });

  it("finds nothing twice and cuts nothing, whatever it matches", () => {
    fc.assert(
      fc.property(nastyText, fc.constantFrom("\\w+", ".", "\\p{L}", "[^a]{1,3}", "\\d?"), (text, pattern) => {
        const hits = hitsOfMatches({ text }, matchesOf(text, pattern), { wholeWords: false });
        for (const [at, { start, end }] of hits.entries()) {
          expect(start).toBeGreaterThanOrEqual(hits[at - 1]?.end ?? 0);
          expect([start < end, isGraphemeBoundary(text, start), isGraphemeBoundary(text, end)]).toEqual([
            true,
            true,
            true,
          ]);
        }
      }),
    );
  });
});
