// The report of a colleague's set that was made on another version of the text: what stays, moves, and is not taken for certain.
import { describe, expect, it } from "vitest";
import { setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { carryToText } from "../../../shared/review/carry-to-text.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { markedArticle } from "../../helpers/marked-article.ts";

const marked = markedArticle(
  "The mayor of Lund, {o:speaker|Ines Duarte}, {s:cue|said} on Tuesday that {c:claim|the old bridge would reopen}.",
  { cards: { k: { voice: ["o"], cue: "s", claim: "c" } } },
);
const set = setToJson(marked.set);
const old = marked.text.text;
const to = (text: string) => carryToText(set, old, { text, textHash: hashOf(text) });

describe("the report of a set carried over to another text", () => {
  it("says that all stays where the text does", () => {
    expect(to(old).report).toEqual({ from: set.textHash, unmoved: 3, moved: 0, lost: [], confidence: 1 });
  });

  it("counts what moves with its words", () => {
    expect(to(`By our own staff.\n\n${old}`).report).toMatchObject({ unmoved: 0, moved: 3, lost: [] });
  });

  it("names what is gone and what nobody should take without looking", () => {
    const gone = to(old.replace(", Ines Duarte,", ""));
    expect(gone.report.lost).toEqual([{ kind: "spans", id: "o", quote: "Ines Duarte", why: "missing" }]);
    expect(gone.set.attributions).toEqual([{ ...set.attributions[0], voice: [] }]);
    const other = to(old.replace("Ines Duarte", "Carl Olsson"));
    expect(other.report.lost).toEqual([{ kind: "spans", id: "o", quote: "Ines Duarte", why: "ambiguous" }]);
  });

  it("keeps what waits already, and looks for it in the text here", () => {
    const waiting = to(old.replace("Ines Duarte", "Carl Olsson")).set;
    const later = carryToText(waiting, old.replace("Ines Duarte", "Carl Olsson"), {
      text: "Ines Duarte.",
      textHash: hashOf("Ines Duarte."),
    }).set;
    expect(later.orphans?.map(({ id, near, proposals }) => ({ id, near, proposals }))).toEqual(
      ["o", "s", "c"].map((id) => ({ id, near: 0, proposals: [] })),
    );
    const context = { text: "Ines Duarte.", articleId: set.articleId, tagset: newsAttribution };
    const found = violations({ set: setFromJson(later), entities: tableOf<Entity>([]) }, context);
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
