// What waits after a correction, put back: into the cards that it served, at the places that are proposed.
import { describe, expect, test } from "vitest";
import { putBackOrphan, putOrphanAside } from "../../../shared/commands/index.ts";
import { setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { applyChange } from "../../../shared/model/change.ts";
import { get } from "../../../shared/model/table.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { carryRecords } from "../../../shared/revise/carry-records.ts";
import { possiblePlaces, wordIndexOf } from "../../../shared/revise/possible-places.ts";
import { contextFor, markedArticle } from "../../helpers/marked-article.ts";

const before = markedArticle(
  "{o:speaker|Orban} {s:cue|said} {c:claim|that it was over}. Nobody believed him then.",
  {
    cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
  },
);
const hash = "2".repeat(64);
const carriedTo = (text: string) =>
  carryRecords(setToJson(before.set), carrierBetween(before.text.text, text, "own"), hash);

describe("what lost its place", () => {
  test("gives back to its card what waited, where somebody puts it back", () => {
    const gone = carriedTo("Orban said. Nobody believed him then.");
    expect(gone.set.orphans?.map(({ id, uses }) => ({ id, uses }))).toEqual([
      { id: "c", uses: [{ card: "k", slot: "claim", at: 0 }] },
    ]);
    const text = articleTextOf("Orban said. Nobody believed him then.");
    const state = { set: setFromJson(gone.set), entities: before.annotations.entities };
    const start = text.text.indexOf("Nobody");
    const outcome = putBackOrphan.run(contextFor(text, state), {
      orphan: "c",
      segments: [{ start, end: start + "Nobody believed him".length }],
      snap: false,
    });
    if ("refusal" in outcome) throw new Error(outcome.refusal);
    const after = applyChange(state, outcome.change);
    expect(get(after.set.spans, "c")?.segments[0]?.quote).toBe("Nobody believed him");
    expect(get(after.set.attributions, "k")?.claim).toBe("c");
    expect(after.set.orphans.size).toBe(0);
  });

  test("proposes for what waits the places of its words, the nearest first, and lets it be put aside", () => {
    const gone = carriedTo("Orban said. Nobody believed him then.");
    const [orphan] = gone.set.orphans ?? [];
    if (!orphan) throw new Error("Nothing waits.");
    const again = articleTextOf("Far: that it was over. Orban said. that it was over.");
    const near = { ...orphan, near: again.text.length, proposals: [] };
    expect(
      possiblePlaces(wordIndexOf(again.text), near).map(({ segments: [place] }) => place?.start),
    ).toEqual([35, 5]);
    const state = { set: setFromJson(gone.set), entities: before.annotations.entities };
    const outcome = putOrphanAside.run(contextFor(before.text, state), { orphan: "c", aside: true });
    if ("refusal" in outcome) throw new Error(outcome.refusal);
    expect(get(applyChange(state, outcome.change).set.orphans, "c")?.aside).toBe(true);
  });

  test("proposes words within others only where they stand nowhere else", () => {
    const [orphan] = carriedTo("Nobody believed him then.").set.orphans?.filter(({ id }) => id === "o") ?? [];
    if (!orphan) throw new Error("Nothing waits.");
    const places = (text: string) =>
      possiblePlaces(wordIndexOf(text), { ...orphan, near: 0, proposals: [] })
        .filter(({ why }) => why === "same-words")
        .map(({ segments: [place] }) => place?.start);
    expect(places("Orbanism is over. That is Orban’s word.")).toEqual([26]);
    expect(places("Orbanism is over.")).toEqual([0]);
  });

  test("may belong where other words stand that somebody looks for, however they are written", () => {
    const text = "Orban spoke. In the end NOBODY had believed a word, and nobody believed him.";
    const [orphan] = carriedTo(text).set.orphans ?? [];
    if (!orphan) throw new RangeError("Nothing waits.");
    const quotes = (words: string) =>
      possiblePlaces(wordIndexOf(text), orphan, words).map(({ why, segments }) => [
        why,
        ...segments.map(({ start, end }) => text.slice(start, end)),
      ]);
    expect(quotes("nobody believed")).toEqual([
      ["same-words", "nobody believed"],
      ["alike-words", "NOBODY had believed"],
    ]);
    expect(quotes("harbour")).toEqual([]);
  });
});
