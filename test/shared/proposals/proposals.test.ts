import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { overlaps, type Range } from "../../../shared/model/range.ts";
import { type MarkedAlready, proposalsFor } from "../../../shared/proposals/index.ts";
import type { SuggestedCard } from "../../../shared/suggestions/suggested-card.ts";
import { nastyText } from "../../helpers/nasty-text.ts";
import { runs } from "../../helpers/tier.ts";

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
      { numRuns: runs(2_000) },
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
        suggested: null,
      },
    ]);
  });

  it("end with the nearest spans that are in no card yet", () => {
    const marked = [span("r", "Ruiz", "voice"), span("v", "Vale", "voice"), span("a", "added", "cue")];
    expect(proposalsFor(article, claim, marked)[1]).toEqual({
      voice: { ...at("Ruiz"), span: "r" },
      cue: { ...at("added"), span: "a" },
      rule: "marked-nearby",
      suggested: null,
    });
    expect(
      proposalsFor(article, claim, [span("r", "Ruiz", "voice"), span("a", "added", "cue", false)]),
    ).toHaveLength(1);
  });
});

describe("what is suggested for the article", () => {
  const text = "Ruiz told the crowd in Vale what he had seen: a bridge that shook, he said, from end to end.";
  const article = articleTextOf(text);
  const at = (words: string): Range => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };
  const card = (part: Partial<SuggestedCard>): SuggestedCard => ({
    voice: [at("Ruiz")],
    cue: [at("told")],
    claim: [at("what he had seen: a bridge that shook")],
    via: [],
    kind: "indirect",
    fields: {},
    confidence: 0.7,
    rule: "question-clause",
    model: null,
    within: null,
    pattern: { rule: "question-clause", cue: "tell", shape: "name" },
    person: null,
    ...part,
  });
  const claim = [at("a bridge that shook, he said")];
  const cues = (cards: readonly SuggestedCard[], segments: readonly Range[]) =>
    proposalsFor(article, segments, [], cards).map(({ cue, rule, suggested }) => [
      cue && text.slice(cue.start, cue.end),
      rule,
      suggested,
    ]);

  it("goes first where its claim is much the same, with how sure it was and whose it is", () => {
    expect(cues([card({})], [at("he had seen: a bridge")])[0]).toEqual([
      "told",
      "question-clause",
      { confidence: 0.7, model: null },
    ]);
  });

  it("is the nearest claim’s, and none whose cue lies in the marked words or whose claim is another", () => {
    const inClaim = card({ cue: [at("said")], claim: claim });
    const elsewhere = card({ claim: [at("from end to end")] });
    const wide = card({ cue: [at("seen")], claim: [at("a bridge that shook, he said, from end to end")] });
    expect(cues([inClaim, elsewhere, wide], claim)[0]?.[0]).toBe("seen");
    expect(cues([card({ claim: [{ start: 0, end: text.length }] }), wide], claim)[0]?.[0]).toBe("seen");
  });

  it("is the one beside the claim where a quotation is only a part of several claims", () => {
    const words =
      "Russia has not rejected bilateral or trilateral talks, “but any contacts need to be prepared,” Lavrov said.";
    const quoted = articleTextOf(words);
    const part = (some: string): Range => ({
      start: words.indexOf(some),
      end: words.indexOf(some) + some.length,
    });
    const outer = card({
      voice: [part("Lavrov")],
      cue: [part("said")],
      claim: [{ start: 0, end: words.indexOf(" Lavrov") }],
    });
    const inner = card({
      voice: [part("Russia")],
      cue: [part("has not rejected")],
      claim: [{ start: words.indexOf("bilateral"), end: words.indexOf(" Lavrov") }],
    });
    const voices = (segments: readonly Range[]) =>
      proposalsFor(quoted, segments, [], [inner, outer]).map(
        ({ voice }) => voice && words.slice(voice.start, voice.end),
      );
    expect(voices([part("“but any contacts need to be prepared,”")])).toEqual(["Lavrov", "Russia"]);
    // The same claim goes before what stands beside it.
    expect(voices(inner.claim)[0]).toBe("Russia");
    expect(voices(outer.claim)[0]).toBe("Lavrov");
  });
});
