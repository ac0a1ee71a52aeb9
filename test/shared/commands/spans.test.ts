import { describe, expect, it } from "vitest";
import {
  addSegment,
  deleteSpan,
  excludeRange,
  includeRange,
  moveEdge,
  moveEdgeByUnit,
  removeSegment,
  retypeSpan,
  tagSelection,
} from "../../../shared/commands/index.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import { entity, type MarkedOptions, markedArticle } from "../../helpers/marked-article.ts";
import { cardsRead, entitiesRead, spansRead, stateAfter } from "../../helpers/outcome.ts";

/** An article in which the words are about to be tagged. */
function tagging(
  marked: string,
  words: string,
  type: string,
  more: MarkedOptions & { snap?: boolean; card?: string } = {},
) {
  const article = markedArticle(marked, more);
  const { snap = true, card = null } = more;
  const outcome = tagSelection.run(article.context, { range: article.range(words), type, snap, card });
  return { article, outcome, state: () => stateAfter(article.context, outcome) };
}

describe("tagging the selection", () => {
  it("takes whole words for a speaker, and puts the new span in focus", () => {
    const { outcome, state } = tagging("Mr. Orban said so.", "rba", "speaker");
    expect(spansRead(state())).toEqual(["na speaker: Orban"]);
    expect(outcome).toMatchObject({ focus: { span: "na", card: null } });
  });

  it("takes a claim’s quotation marks in, and leaves the sentence’s full stop out", () => {
    expect(spansRead(tagging("“We won,” he said.", "We won", "claim").state())).toEqual([
      "na claim: “We won,”",
    ]);
    expect(spansRead(tagging("He said that we won.", "that we won.", "claim").state())).toEqual([
      "na claim: that we won",
    ]);
  });

  it("takes the selection as it is when asked to, but never half a character", () => {
    expect(spansRead(tagging("Orban said so.", "rba", "speaker", { snap: false }).state())).toEqual([
      "na speaker: rba",
    ]);
    expect(spansRead(tagging("so 👍 then", "\ud83d", "speaker", { snap: false }).state())).toEqual([
      "na speaker: 👍",
    ]);
  });

  it("lets the span be two things at once, but not the same thing twice", () => {
    expect(spansRead(tagging("{o:speaker|Orban} said", "Orban", "source").state())).toEqual([
      "na source: Orban",
      "o speaker: Orban",
    ]);
    expect(tagging("{o:speaker|Orban} said", "Orban", "speaker").outcome).toEqual({
      refusal: "already-tagged",
    });
  });

  it.each([
    ["a  b", "  ", "speaker", "empty-selection"],
    ["a b", "a", "mood", "unknown-type"],
  ] as const)("is refused in %j for %j as %s: %s", (marked, words, type, refusal) => {
    expect(tagging(marked, words, type).outcome).toEqual({ refusal });
  });

  const card = { cards: { k: { claim: "c" } }, card: "k" };
  it.each([
    [
      "a speaker is a voice",
      "{c:claim|“No,”} Orban said",
      "Orban",
      "speaker",
      card,
      { claim: "c", voice: ["na"] },
    ],
    [
      "a second speaker is one more",
      "{c:claim|“No,”} {o:speaker|Orban} and Merz said",
      "Merz",
      "speaker",
      { ...card, cards: { k: { claim: "c", voice: ["o"] } } },
      { claim: "c", voice: ["o", "na"] },
    ],
    [
      "a source alone is the voice",
      "{c:claim|“No,”} Politico wrote",
      "Politico",
      "source",
      card,
      { claim: "c", voice: ["na"] },
    ],
    [
      "a source beside a voice is a via",
      "{c:claim|“No,”} {o:speaker|Orban} told Politico",
      "Politico",
      "source",
      { ...card, cards: { k: { claim: "c", voice: ["o"] } } },
      { claim: "c", voice: ["o"], via: [{ span: "na", role: "told-to" }] },
    ],
    ["a cue fills the empty slot", "{c:claim|“No,”} he said", "said", "cue", card, { claim: "c", cue: "na" }],
    [
      "a second cue stays out",
      "{c:claim|“No,”} he {s:cue|said}, adding",
      "adding",
      "cue",
      { ...card, cards: { k: { claim: "c", cue: "s" } } },
      { claim: "c", cue: "s" },
    ],
    ["a second claim stays out", "{c:claim|“No,”} he said again", "again", "claim", card, { claim: "c" }],
  ] as const)("joins the card in focus: %s", (_why, marked, words, type, options, expected) => {
    expect(cardsRead(tagging(marked, words, type, options).state())).toEqual({ k: expected });
  });

  it("points a mention to the one entity that has its words for a name", () => {
    const entities = [entity("e", "Viktor Orban", { aliases: ["Orban"] }), entity("f", "Friedrich Merz")];
    expect(spansRead(tagging("so Orban’s words", "Orban’s", "speaker", { entities }).state())).toEqual([
      "na speaker: Orban’s → e",
    ]);
    expect(spansRead(tagging("so Orban said", "said", "cue", { entities }).state())).toEqual([
      "na cue: said",
    ]);
    const two = [...entities, entity("g", "Orban")];
    expect(spansRead(tagging("so Orban said", "Orban", "speaker", { entities: two }).state())).toEqual([
      "na speaker: Orban",
    ]);
  });
});

describe("the segments of a span", () => {
  const { context, range } = markedArticle(
    "{c:claim|“We won,”} he said, “and they lost.” So {d:claim|it is} now.",
  );
  const add = (span: string, words: string, snap = true) =>
    addSegment.run(context, { span, range: range(words), snap });

  it("take a resumed quotation", () => {
    expect(spansRead(stateAfter(context, add("c", "and they lost")))).toContain(
      "c claim: “We won,” … “and they lost.”",
    );
  });

  it("join when they overlap, touch, or have only a space between them", () => {
    expect(spansRead(stateAfter(context, add("d", "is now")))).toContain("d claim: it is now");
    expect(spansRead(stateAfter(context, add("d", "now")))).toContain("d claim: it is now");
    expect(spansRead(stateAfter(context, add("d", "now", false)))).toContain("d claim: it is … now");
    expect(spansRead(stateAfter(context, add("c", "We won,” he said")))).toContain(
      "c claim: “We won,” he said",
    );
  });

  it("take nothing that they have already", () => {
    expect(add("c", "won")).toEqual({ refusal: "nothing-to-change" });
  });

  it("can be taken out again, but for the last one", () => {
    const article = markedArticle("{c:claim|“We won,”} he said, {c|“and they lost.”}");
    const { context: two } = article;
    expect(spansRead(stateAfter(two, removeSegment.run(two, { span: "c", segment: 0 })))).toEqual([
      "c claim: “and they lost.”",
    ]);
    expect(removeSegment.run(two, { span: "c", segment: 2 })).toEqual({ refusal: "segment-missing" });
    expect(removeSegment.run(context, { span: "d", segment: 0 })).toEqual({ refusal: "last-segment" });
  });
});

describe("the edges of a span", () => {
  const { context, text } = markedArticle("He {c:claim|said he} was {c|Putin-Zelensky 👩‍👩‍👧 he} added.");
  const move = (
    segment: number,
    edge: "start" | "end",
    direction: "back" | "forward",
    by: "word" | "character" = "word",
  ) => moveEdgeByUnit.run(context, { span: "c", segment, edge, direction, by });
  const read = (outcome: ReturnType<typeof move>): string | undefined =>
    spansRead(stateAfter(context, outcome))[0];

  it("move by words", () => {
    expect(read(move(0, "start", "back"))).toBe("c claim: He said he … Putin-Zelensky 👩‍👩‍👧 he");
    expect(read(move(0, "start", "forward"))).toBe("c claim: he … Putin-Zelensky 👩‍👩‍👧 he");
    expect(read(move(1, "end", "back"))).toBe("c claim: said he … Putin-Zelensky");
    expect(read(move(1, "end", "forward"))).toBe("c claim: said he … Putin-Zelensky 👩‍👩‍👧 he added");
  });

  it("move by characters as a reader sees them", () => {
    expect(read(move(0, "end", "forward", "character"))).toBe("c claim: said he  … Putin-Zelensky 👩‍👩‍👧 he");
    expect(read(move(0, "start", "forward", "character"))).toBe("c claim: aid he … Putin-Zelensky 👩‍👩‍👧 he");
  });

  it("move by clauses and sentences, in the order of reading", () => {
    const article = markedArticle(
      "He said so. {c:claim|The mayor} said, at noon, that they won. Then he left.",
    );
    const moved = (
      by: "clause" | "sentence",
      direction: "back" | "forward",
      edge: "start" | "end",
    ): unknown =>
      spansRead(
        stateAfter(
          article.context,
          moveEdgeByUnit.run(article.context, { span: "c", segment: 0, edge, direction, by }),
        ),
      )[0];
    expect([
      moved("clause", "forward", "end"),
      moved("sentence", "forward", "end"),
      moved("clause", "back", "start"),
    ]).toEqual([
      "c claim: The mayor said",
      "c claim: The mayor said, at noon, that they won.",
      "c claim: He said so. The mayor",
    ]);
  });

  it("never meet the other edge, another segment, or the end of the text", () => {
    expect(move(0, "end", "forward")).not.toHaveProperty("refusal");
    const toEnd = (to: number, edge: "start" | "end", segment = 0) =>
      moveEdge.run(context, { span: "c", segment, edge, to });
    const emoji = text.text.indexOf("👩");
    for (const outcome of [
      toEnd(3, "end"),
      toEnd(15, "end"),
      toEnd(99, "end", 1),
      toEnd(-1, "start"),
      toEnd(10, "start"),
      toEnd(10, "start", 1),
      toEnd(emoji + 1, "end", 1),
      toEnd(emoji + 2, "end", 1),
      toEnd(4.5, "start"),
    ])
      expect(outcome).toEqual({ refusal: "edge-out-of-range" });
    expect(read(toEnd(4, "start"))).toBe("c claim: aid he … Putin-Zelensky 👩‍👩‍👧 he");
    expect(toEnd(3, "start")).toEqual({ refusal: "nothing-to-change" });
  });
});

describe("retyping a span", () => {
  it("moves it to a slot that takes its new type, and drops an entity it cannot have", () => {
    const { context } = markedArticle("{o:speaker|Politico} {s:cue|said} {c:claim|no}", {
      entities: [entity("e", "Politico")],
      points: { o: "e" },
      cards: { k: { voice: ["o"], claim: "c" } },
    });
    const as = (type: string) => stateAfter(context, retypeSpan.run(context, { span: "o", type }));
    expect([spansRead(as("source"))[0], cardsRead(as("source"))]).toEqual([
      "o source: Politico → e",
      { k: { voice: ["o"], claim: "c" } },
    ]);
    expect([spansRead(as("cue"))[0], cardsRead(as("cue"))]).toEqual([
      "o cue: Politico",
      { k: { cue: "o", claim: "c" } },
    ]);
    expect(cardsRead(as("claim"))).toEqual({ k: { claim: "c" } });
    expect(retypeSpan.run(context, { span: "o", type: "speaker" })).toEqual({ refusal: "nothing-to-change" });
    expect(retypeSpan.run(context, { span: "o", type: "mood" })).toEqual({ refusal: "unknown-type" });
  });

  it("is refused when the words already have such a tag", () => {
    const { context } = markedArticle("{o:speaker|{p:source|Politico}} said");
    expect(retypeSpan.run(context, { span: "o", type: "source" })).toEqual({ refusal: "already-tagged" });
  });
});

describe("deleting a span", () => {
  it("takes it out of every card, and the cards that it leaves bare with it, but no entity", () => {
    const { context } = markedArticle("{o:speaker|Orban} {s:cue|said} {c:claim|no} {d:claim|yes}", {
      entities: [entity("e", "Orban")],
      points: { o: "e" },
      cards: {
        k: { voice: ["o"], claim: "c" },
        m: { voice: ["o"], within: "k" },
        n: { voice: ["o"], within: "m" },
        p: { claim: "d", within: "n" },
      },
    });
    const state = stateAfter(
      context,
      deleteSpan.run({ ...context, focus: { span: "o", card: "m" } }, { span: "o" }),
    );
    expect(cardsRead(state)).toEqual({ k: { claim: "c" }, p: { claim: "d", within: "k" } });
    expect(spansRead(state)).toEqual(["s cue: said", "c claim: no", "d claim: yes"]);
    expect(entitiesRead(state)).toEqual([entity("e", "Orban")]);
  });
});

describe("excluding text", () => {
  it("keeps a stretch with its reason, once, and takes it back", () => {
    const { context, range } = markedArticle("Story. Subscribe to our newsletter now.");
    const state = stateAfter(
      context,
      excludeRange.run(context, { range: range("ubscribe to our newslett"), reason: " ads " }),
    );
    expect(setToJson(state.set).exclusions).toEqual([
      { id: "na", segment: expect.objectContaining({ quote: "Subscribe to our newsletter" }), reason: "ads" },
    ]);
    const then = { ...context, annotations: state };
    expect(excludeRange.run(then, { range: range("our"), reason: "" })).toEqual({
      refusal: "nothing-to-change",
    });
    expect(setToJson(stateAfter(then, includeRange.run(then, { exclusion: "na" })).set).exclusions).toEqual(
      [],
    );
  });
});
