import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../shared/commands/command.ts";
import {
  createAttribution,
  deleteAttribution,
  linkSpan,
  nestAttribution,
  setField,
  setKind,
  setNote,
  setViaRole,
  tagInNewCard,
  toggleFlag,
  unlinkSpan,
} from "../../../shared/commands/index.ts";
import { get, records } from "../../../shared/model/table.ts";
import { defaultFields, entity, markedArticle } from "../../helpers/marked-article.ts";
import { cardsRead, stateAfter } from "../../helpers/outcome.ts";
import { idSource } from "../../helpers/sources.ts";

const { context } = markedArticle(
  "{o:speaker|Orban} {s:cue|told} {p:source|Politico} {c:claim|that he {r:cue|thought} {d:claim|it was over}}.",
  {
    cards: {
      k: { voice: ["o"], cue: "s", claim: "c" },
      m: { cue: "r", within: "k" },
      n: { within: "m" },
    },
  },
);
const cards = (outcome: Outcome) => cardsRead(stateAfter(context, outcome));
const card = (outcome: Outcome, id = "k") => get(stateAfter(context, outcome).set.attributions, id);

describe("creating an attribution", () => {
  it("puts the span in its slot and fills the fields with their defaults", () => {
    const outcome = createAttribution.run(context, { span: "d" });
    expect(card(outcome, "na")).toEqual({
      id: "na",
      voice: [],
      cue: null,
      claim: "d",
      via: [],
      within: null,
      kind: null,
      fields: defaultFields,
      note: "",
      flags: [],
      provenance: { annotator: "annotator", at: "2026-01-01T12:00:01.000Z", origin: { by: "human" } },
    });
    expect(outcome).toMatchObject({ focus: { span: "d", card: "na" } });
  });

  it("begins with a cue or a voice as well, even one that others use", () => {
    const create = (span: string) =>
      cards(createAttribution.run({ ...context, newId: idSource() }, { span }));
    expect([create("s").na, create("p").na]).toEqual([{ cue: "s" }, { voice: ["p"] }]);
  });

  it("is refused for a claim that has one", () => {
    expect(createAttribution.run(context, { span: "c" })).toEqual({ refusal: "claim-has-card" });
  });
});

describe("linking a span", () => {
  it("puts it where it fits", () => {
    expect(cards(linkSpan.run(context, { card: "m", span: "d" })).m).toEqual({
      cue: "r",
      claim: "d",
      within: "k",
    });
    expect(cards(linkSpan.run(context, { card: "k", span: "p" })).k).toMatchObject({
      voice: ["o"],
      via: [{ span: "p", role: "told-to" }],
    });
  });

  it("puts it where it is asked to, in place of the cue or claim before", () => {
    expect(cards(linkSpan.run(context, { card: "k", span: "p", slot: "voice" })).k?.voice).toEqual([
      "o",
      "p",
    ]);
    expect(cards(linkSpan.run(context, { card: "k", span: "d", slot: "claim" })).k?.claim).toBe("d");
    expect(cards(linkSpan.run(context, { card: "k", span: "p", role: "published-in" })).k?.via).toEqual([
      { span: "p", role: "published-in" },
    ]);
  });

  it("moves it between slots", () => {
    const voiced = {
      ...context,
      annotations: stateAfter(context, linkSpan.run(context, { card: "k", span: "p", slot: "voice" })),
    };
    expect(
      cardsRead(stateAfter(voiced, linkSpan.run(voiced, { card: "k", span: "p", slot: "via" }))).k,
    ).toMatchObject({
      voice: ["o"],
      via: [{ span: "p", role: "told-to" }],
    });
  });

  it.each([
    [{ card: "k", span: "o" }, "already-in-slot"],
    [{ card: "k", span: "o", slot: "via" }, "slot-refuses-type"],
    [{ card: "k", span: "p", role: "dreamt-by" }, "unknown-value"],
  ] as const)("refuses %j: %s", (args, refusal) => {
    expect(linkSpan.run(context, args)).toEqual({ refusal });
  });
});

describe("tagging in a new card", () => {
  const rangeOf = (words: string) => {
    const start = context.text.text.indexOf(words);
    return { start, end: start + words.length };
  };
  const tagged = (words: string) => tagInNewCard.run(context, { range: rangeOf(words) });

  it("makes the claim and its card in one step, whatever card is in focus", () => {
    const outcome = tagged("told");
    const { set } = stateAfter(context, outcome);
    const made = "focus" in outcome ? get(set.attributions, outcome.focus.card ?? "") : undefined;
    expect(made && get(set.spans, made.claim ?? "")).toMatchObject({
      type: "claim",
      segments: [{ quote: "told" }],
    });
    expect(set.attributions.size).toBe(context.annotations.set.attributions.size + 1);
  });

  it("makes a card of a claim that has none, and of no other words twice", () => {
    const outcome = tagged("it was over");
    expect(stateAfter(context, outcome).set.spans.size).toBe(context.annotations.set.spans.size);
    expect("focus" in outcome && card(outcome, outcome.focus.card ?? "")?.claim).toBe("d");
    expect(tagged("that he thought it was over")).toEqual({ refusal: "claim-has-card" });
    expect(tagInNewCard.run(context, { range: { start: 0, end: 0 } })).toEqual({
      refusal: "empty-selection",
    });
  });

  it("refers to the entity that the words name, where claims of the tagset refer to entities", () => {
    const { context, range } = markedArticle("It was Orban.", { entities: [entity("e", "Orban")] });
    const spanTypes = context.tagset.spanTypes.map((type) => ({ ...type, refersToEntity: true }));
    const outcome = tagInNewCard.run(
      { ...context, tagset: { ...context.tagset, spanTypes } },
      { range: range("Orban") },
    );
    const { set } = stateAfter(context, outcome);
    expect([...records(set.spans)].map(({ type, entity: of }) => [type, of])).toEqual([["claim", "e"]]);
  });

  it("tags all selected words, also where a claim in segments begins and ends with them", () => {
    const split = markedArticle("{c:claim|We will}, he added, {c|rebuild it}.");
    const range = split.range("We will, he added, rebuild it");
    const outcome = tagInNewCard.run(split.context, { range });
    const { set } = stateAfter(split.context, outcome);
    const made = "focus" in outcome ? get(set.attributions, outcome.focus.card ?? "") : undefined;
    expect(made && get(set.spans, made.claim ?? "")).toMatchObject({
      type: "claim",
      segments: [{ quote: "We will, he added, rebuild it" }],
    });
  });
});

describe("unlinking a span", () => {
  it("empties its slot and keeps the card", () => {
    expect(cards(unlinkSpan.run(context, { card: "m", span: "r", slot: "cue" })).m).toEqual({ within: "k" });
    expect(unlinkSpan.run(context, { card: "k", span: "r", slot: "cue" })).toEqual({
      refusal: "not-in-slot",
    });
  });
});

describe("the role of a source", () => {
  it("is one of the tagset’s", () => {
    const linked = {
      ...context,
      annotations: stateAfter(context, linkSpan.run(context, { card: "k", span: "p" })),
    };
    const set = (span: string, role: string) => setViaRole.run(linked, { card: "k", span, role });
    expect(cardsRead(stateAfter(linked, set("p", "first-reported-by"))).k?.via).toEqual([
      { span: "p", role: "first-reported-by" },
    ]);
    expect([set("p", "dreamt-by"), set("o", "told-to"), set("p", "told-to")]).toEqual([
      { refusal: "unknown-value" },
      { refusal: "not-in-slot" },
      { refusal: "nothing-to-change" },
    ]);
  });
});

describe("nesting", () => {
  it("puts a card within another and takes it out, but never into itself", () => {
    expect(cards(nestAttribution.run(context, { card: "n", within: "k" })).n).toEqual({ within: "k" });
    expect(cards(nestAttribution.run(context, { card: "m", within: null })).m).toEqual({ cue: "r" });
    for (const within of ["k", "m", "n"])
      expect(nestAttribution.run(context, { card: "k", within })).toEqual({
        refusal: "would-contain-itself",
      });
    expect(nestAttribution.run(context, { card: "m", within: "k" })).toEqual({
      refusal: "nothing-to-change",
    });
  });

  it("lets inner cards move out when their card is deleted", () => {
    const outcome = deleteAttribution.run({ ...context, focus: { span: "r", card: "m" } }, { card: "m" });
    expect(cards(outcome)).toEqual({ k: { voice: ["o"], cue: "s", claim: "c" }, n: { within: "k" } });
    expect(outcome).toMatchObject({ focus: { span: "r", card: null } });
  });
});

describe("the values of a card", () => {
  it("take what the tagset knows", () => {
    expect(card(setKind.run(context, { card: "k", kind: "mixed" }))?.kind).toBe("mixed");
    expect(card(setField.run(context, { card: "k", field: "polarity", value: "denies" }))?.fields).toEqual({
      ...defaultFields,
      polarity: "denies",
    });
    expect(card(setNote.run(context, { card: "k", note: "ask" }))?.note).toBe("ask");
    const flagged = {
      ...context,
      annotations: stateAfter(context, toggleFlag.run(context, { card: "k", flag: "discuss" })),
    };
    expect(get(flagged.annotations.set.attributions, "k")?.flags).toEqual(["discuss"]);
    const cleared = stateAfter(flagged, toggleFlag.run(flagged, { card: "k", flag: "discuss" }));
    expect(get(cleared.set.attributions, "k")?.flags).toEqual([]);
  });

  it.each([
    [setKind.run(context, { card: "k", kind: null }), "nothing-to-change"],
    [setField.run(context, { card: "k", field: "mood", value: true }), "unknown-field"],
    [setField.run(context, { card: "k", field: "polarity", value: null }), "unknown-value"],
    [setField.run(context, { card: "k", field: "hedged", value: "yes" }), "unknown-value"],
    [setNote.run(context, { card: "k", note: "x".repeat(100_001) }), "note-too-long"],
    [toggleFlag.run(context, { card: "k", flag: "shout" }), "unknown-flag"],
  ] as const)("refuse the rest (%#): %s", (outcome, refusal) => {
    expect(outcome).toEqual({ refusal });
  });
});
