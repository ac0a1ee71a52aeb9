import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../shared/commands/command.ts";
import {
  joinSegments,
  mergeAttributions,
  mergeSpans,
  moveToCard,
  splitSpan,
} from "../../../shared/commands/index.ts";
import {
  entity,
  type MarkedArticle,
  type MarkedOptions,
  markedArticle,
} from "../../helpers/marked-article.ts";
import { cardsRead, spansRead, stateAfter } from "../../helpers/outcome.ts";

/** What the command leaves: spans and cards as words, or the refusal. */
function read({ context }: MarkedArticle, outcome: Outcome) {
  if ("refusal" in outcome) return outcome;
  const state = stateAfter(context, outcome);
  return { spans: spansRead(state), cards: cardsRead(state) };
}

describe("splitting a span", () => {
  const split = (marked: string, words: string, options: MarkedOptions = {}, span = "a") => {
    const article = markedArticle(marked, options);
    const { start, end } = article.range(words);
    // What stands in brackets is the selection; otherwise the caret stands before the words.
    return read(
      article,
      splitSpan.run(article.context, { span, at: { start, end: words.startsWith(" ") ? end : start } }),
    );
  };

  it("gives two voices of the card, the words between in neither, each with its entity", () => {
    const options = {
      cards: { k: { voice: ["a"], cue: "s" } },
      entities: [entity("e", "Merz"), entity("f", "Orban")],
      points: { a: "e" },
    };
    expect(split("{a:speaker|Merz and Orban} {s:cue|agreed}", " and ", options)).toEqual({
      spans: ["a speaker: Merz → e", "na speaker: Orban → f", "s cue: agreed"],
      cards: { k: { voice: ["a", "na"], cue: "s" } },
    });
  });

  it("gives the second source the role of the first", () => {
    const options = { cards: { k: { via: [{ span: "a", role: "published-in" }] } } };
    expect(split("in {a:source|Politico and Le Monde}", " and ", options)).toMatchObject({
      cards: {
        k: {
          via: [
            { span: "a", role: "published-in" },
            { span: "na", role: "published-in" },
          ],
        },
      },
    });
  });

  it("leaves the second part of a claim or cue without a card, since a card holds one", () => {
    expect(
      split("said {a:claim|it was over and they lost}", "and they", { cards: { k: { claim: "a" } } }),
    ).toEqual({
      spans: ["a claim: it was over", "na claim: and they lost"],
      cards: { k: { claim: "a" } },
    });
  });

  it("parts the segments where they are apart already", () => {
    expect(split("{a:claim|“We won,”} he said, {a|“at last”}", "he said")).toEqual({
      spans: ["a claim: “We won,”", "na claim: “at last”"],
      cards: {},
    });
  });

  it.each([
    ["{a:speaker|Orban} said", "Orban", "no-place-to-split"],
    ["{a:speaker|Orban} said", "said", "no-place-to-split"],
    ["{a:speaker|Merz and {b:speaker|Orban}}", " and ", "already-tagged"],
  ] as const)("refuses %j at %j: %s", (marked, words, refusal) => {
    expect(split(marked, words)).toEqual({ refusal });
  });
});

describe("merging spans", () => {
  const merge = (marked: string, options: MarkedOptions = {}) => {
    const article = markedArticle(marked, options);
    return read(article, mergeSpans.run(article.context, { span: "a", other: "b" }));
  };

  it("unites their text, closes a gap of one space, and keeps the entity that one has", () => {
    const options = {
      cards: { k: { voice: ["b"] }, m: { voice: ["a", "b"] } },
      entities: [entity("e", "O")],
      points: { b: "e" },
    };
    expect(merge("{a:speaker|Prime Minister} {b:speaker|Orban} said", options)).toEqual({
      spans: ["a speaker: Prime Minister Orban → e"],
      cards: { k: { voice: ["a"] }, m: { voice: ["a"] } },
    });
  });

  it("keeps segments that are apart, and takes in what lies inside", () => {
    expect(merge("{b:claim|“We won,”} he said, {a:claim|“at last”}")).toMatchObject({
      spans: ["a claim: “We won,” … “at last”"],
    });
    expect(merge("{b:claim|it {a:claim|was} over}")).toMatchObject({ spans: ["a claim: it was over"] });
  });

  it("lets a claim with a card take one without", () => {
    expect(merge("{a:claim|it was} {b:claim|over}", { cards: { k: { claim: "b" } } })).toEqual({
      spans: ["a claim: it was over"],
      cards: { k: { claim: "a" } },
    });
  });

  it.each([
    ["{a:speaker|Orban} {b:cue|said}", {}, "types-differ"],
    [
      "{a:speaker|Orban} {b:speaker|Merz}",
      { entities: [entity("e", "Orban"), entity("f", "Merz")], points: { a: "e", b: "f" } },
      "entities-differ",
    ],
    [
      "{a:claim|it was} {b:claim|over}",
      { cards: { k: { claim: "a" }, m: { claim: "b" } } },
      "claims-have-cards",
    ],
    ["{c:claim|{a:claim|it was} {b:claim|over}}", {}, "already-tagged"],
    ["{a:claim|it was}", {}, "span-missing"],
  ] as const)("refuses %j %j: %s", (marked, options, refusal) => {
    expect(merge(marked, options)).toEqual({ refusal });
  });
});

describe("joining segments", () => {
  const article = markedArticle("{a:claim|one} two {a|three} four {a|five} {b:cue|six}");
  const join = (segment: number | null, span = "a") =>
    read(article, joinSegments.run(article.context, { span, segment }));

  it("closes the gap behind a segment, or all gaps", () => {
    expect(join(0)).toMatchObject({ spans: ["a claim: one two three … five", "b cue: six"] });
    expect(join(1)).toMatchObject({ spans: ["a claim: one … three four five", "b cue: six"] });
    expect(join(null)).toMatchObject({ spans: ["a claim: one two three four five", "b cue: six"] });
  });

  it("refuses where there is none", () => {
    expect([join(2), join(null, "b"), join(-1)]).toEqual([
      { refusal: "segment-missing" },
      { refusal: "nothing-to-join" },
      { refusal: "segment-missing" },
    ]);
  });
});

describe("moving a span to another card", () => {
  const article = markedArticle("{o:speaker|Orban} {s:cue|told} {p:source|Politico} {c:claim|so}", {
    cards: {
      k: { voice: ["o"], via: [{ span: "p", role: "published-in" }] },
      m: { claim: "c" },
      n: { cue: "s", within: "k" },
    },
  });
  const move = (span: string, from: string, to: string) =>
    read(article, moveToCard.run(article.context, { span, from, to }));

  it("keeps its slot and role", () => {
    expect(move("p", "k", "m")).toMatchObject({
      cards: { k: { voice: ["o"] }, m: { claim: "c", via: [{ span: "p", role: "published-in" }] } },
    });
  });

  it("lets the card go that is left with nothing", () => {
    expect(move("s", "n", "m")).toMatchObject({
      cards: { k: { voice: ["o"] }, m: { claim: "c", cue: "s" } },
    });
    expect(move("s", "n", "m")).not.toHaveProperty("cards.n");
  });

  it.each([
    ["o", "m", "k", "not-in-slot"],
    ["o", "k", "k", "already-in-slot"],
    ["o", "k", "x", "card-missing"],
  ] as const)("refuses %s from %s to %s: %s", (span, from, to, refusal) => {
    expect(move(span, from, to)).toEqual({ refusal });
  });
});

describe("merging cards", () => {
  const article = markedArticle(
    "{a:claim|“We won,”} {o:speaker|Orban} {s:cue|said}. {b:claim|“At last.”} {t:cue|He added}",
    {
      cards: {
        k: { claim: "a", voice: ["o"], cue: "s", note: "one" },
        m: { claim: "b", note: "two", flags: ["discuss"], within: "k" },
        n: { cue: "t", within: "m" },
      },
    },
  );
  const merge = (card: string, other: string) =>
    read(article, mergeAttributions.run(article.context, { card, other }));

  it("unites their claims and fills what is open; inner cards follow, and none lies within itself", () => {
    expect(merge("k", "m")).toEqual({
      spans: ["a claim: “We won,” … “At last.”", "o speaker: Orban", "s cue: said", "t cue: He added"],
      cards: { k: { voice: ["o"], cue: "s", claim: "a" }, n: { cue: "t", within: "k" } },
    });
    expect(merge("m", "k")).toMatchObject({
      cards: { m: { voice: ["o"], cue: "s", claim: "b" }, n: { cue: "t", within: "m" } },
    });
  });

  it("refuses two cues, and itself", () => {
    expect([merge("k", "n"), merge("k", "k")]).toEqual([
      { refusal: "cues-differ" },
      { refusal: "merge-with-itself" },
    ]);
  });
});
