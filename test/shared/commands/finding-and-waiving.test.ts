import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../shared/commands/command.ts";
import { tagAll, unwaiveCheck, waiveCheck } from "../../../shared/commands/index.ts";
import { applyChange } from "../../../shared/model/change.ts";
import { stretchId } from "../../../shared/model/selector.ts";
import { records } from "../../../shared/model/table.ts";
import { entity, markedArticle, provenance } from "../../helpers/marked-article.ts";
import { changeOf } from "../../helpers/outcome.ts";

const tagged = (outcome: Outcome) =>
  changeOf(outcome).spans?.added.map(({ type, segments, entity }) => [
    type,
    segments.map(({ quote }) => quote).join(),
    entity,
  ]);

describe("tagging all", () => {
  const article = markedArticle("{o:speaker|Orban} met Mr. Orban. Orban smiled.", {
    entities: [entity("eo", "Orban"), entity("em", "Meloni")],
    points: { o: "eo" },
  });
  const { text } = article.text;
  const ranges = [...text.matchAll(/Orban/gu)].map(({ index }) => ({ start: index, end: index + 5 }));

  it("marks every stretch once, leaves out what is marked, and points to who is called so", () => {
    const outcome = tagAll.run(article.context, {
      ranges: [...ranges, ...ranges],
      type: "speaker",
      entity: null,
    });
    expect(tagged(outcome)).toEqual([
      ["speaker", "Orban", "eo"],
      ["speaker", "Orban", "eo"],
    ]);
  });

  it("points all of them to the entity that is given, which learns the name", () => {
    const outcome = tagAll.run(article.context, { ranges: ranges.slice(1), type: "speaker", entity: "em" });
    expect(tagged(outcome)).toEqual([
      ["speaker", "Orban", "em"],
      ["speaker", "Orban", "em"],
    ]);
    expect(changeOf(outcome).entities?.updated.map(({ to }) => to.aliases)).toEqual([["Orban"]]);
  });

  it("refuses when there is nothing to mark, or nothing that can be", () => {
    const run = (args: Parameters<typeof tagAll.run>[1]) => tagAll.run(article.context, args);
    const refused = (refusal: string) => ({ refusal });
    expect(run({ ranges: [], type: "speaker", entity: null })).toEqual(refused("empty-selection"));
    expect(run({ ranges: ranges.slice(0, 1), type: "speaker", entity: null })).toEqual(
      refused("already-tagged"),
    );
    expect(run({ ranges, type: "cue", entity: "eo" })).toEqual(refused("type-takes-no-entity"));
    expect(run({ ranges, type: "speaker", entity: "gone" })).toEqual(refused("entity-missing"));
    expect(run({ ranges, type: "gone", entity: null })).toEqual(refused("unknown-type"));
  });

  it("marks ten thousand stretches in one change", () => {
    const many = markedArticle("Orban ".repeat(10_000));
    const all = Array.from({ length: 10_000 }, (_, at) => ({ start: at * 6, end: at * 6 + 5 }));
    const outcome = tagAll.run(many.context, { ranges: all, type: "speaker", entity: null });
    expect(changeOf(outcome).spans?.added).toHaveLength(10_000);
  });
});

describe("letting a finding stand", () => {
  const article = markedArticle("{c:claim|It is “art”}, he said.", { cards: { k: { claim: "c" } } });
  const waive = { check: "voice-and-cue-missing", on: "k", reason: " Nobody is named. " };

  it("keeps the check, the record and the reason, and changes the reason the second time", () => {
    const first = changeOf(waiveCheck.run(article.context, waive));
    const waiver = { id: "na", ...waive, reason: "Nobody is named." };
    const at = first.waivers?.added[0]?.provenance.at ?? "";
    expect(first).toEqual({
      waivers: { added: [{ ...waiver, provenance: { ...provenance, at } }], updated: [], removed: [] },
    });
    const annotations = applyChange(article.annotations, first);
    const second = changeOf(
      waiveCheck.run({ ...article.context, annotations }, { ...waive, reason: "So be it" }),
    );
    expect(second.waivers?.updated.map(({ to }) => [to.id, to.reason])).toEqual([["na", "So be it"]]);
    const back = changeOf(unwaiveCheck.run({ ...article.context, annotations }, { waiver: "na" }));
    expect([...records(applyChange(annotations, back).set.waivers)]).toEqual([]);
  });

  it("is possible for a quotation, which is no record", () => {
    const on = stretchId(article.text.text, article.range("“art”"));
    const change = changeOf(
      waiveCheck.run(article.context, { check: "quotation-outside-claims", on, reason: "A word" }),
    );
    expect(change.waivers?.added.map((waiver) => waiver.on)).toEqual([on]);
  });

  it("is refused without a reason, without what it is about, and twice taken back", () => {
    const run = (more: object) => waiveCheck.run(article.context, { ...waive, ...more });
    expect(run({ reason: "  " })).toEqual({ refusal: "reason-missing" });
    expect(run({ reason: "x".repeat(100_001) })).toEqual({ refusal: "note-too-long" });
    expect(run({ on: "gone" })).toEqual({ refusal: "finding-missing" });
    expect(unwaiveCheck.run(article.context, { waiver: "gone" })).toEqual({ refusal: "waiver-missing" });
  });
});
