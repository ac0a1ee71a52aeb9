// A whole set on another text: every record of every kind finds its place there or waits, and nothing of it goes.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnnotationSetJson, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { carryRecords } from "../../../shared/revise/carry-records.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { articleId, markedArticle } from "../../helpers/marked-article.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";
import { runs } from "../../helpers/tier.ts";

const marked = markedArticle(
  "The mayor of Lund, {o:speaker|Ines Duarte}, {s:cue|said} on Tuesday that {c:claim|the old bridge would reopen}.",
  { cards: { k: { voice: ["o"], cue: "s", claim: "c" } } },
);
const old = marked.text.text;
const set = setToJson(marked.set);
const to = (text: string, of: AnnotationSetJson = set, from = old) =>
  carryRecords(of, carrierBetween(from, text, "foreign"), hashOf(text));

describe("a set carried over to another text", () => {
  it("is the same where the text is", () => {
    expect(to(old).set).toEqual({ ...set, textHash: hashOf(old) });
  });

  it("keeps what lost its place waiting, with the cards that it served", () => {
    const carried = to(old.replace(", Ines Duarte,", "")).set;
    expect(carried.attributions).toEqual([{ ...set.attributions[0], voice: [] }]);
    expect(carried.orphans).toMatchObject([
      { id: "o", why: "gone", uses: [{ card: "k", slot: "voice", at: 0 }], near: 17 },
    ]);
  });

  it("breaks no law that it kept before and invents nothing, whatever was done to the text", () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.string({ maxLength: 5 })), { maxLength: 4 });
    fc.assert(
      fc.property(work, edits, (plain, changes) => {
        const { start, done } = carriedOut(plain);
        const { set: made, entities } = done.at(-1)?.after ?? start;
        const text = changes.reduce((before, [at, gone, put]) => {
          const from = at % (before.length + 1);
          return `${before.slice(0, from)}${put}${before.slice(from + gone)}`;
        }, plain.text);
        const context = (of: string) => ({ text: of, articleId, tagset: newsAttribution });
        const wrong = (state: Parameters<typeof violations>[0], of: string): string[] =>
          violations(state, context(of))
            .filter(({ severity }) => severity === "error")
            .map(({ code, id }) => `${code} ${id}`);
        fc.pre(wrong({ set: made, entities }, plain.text).length === 0);
        const json = setToJson(made);
        const { set: carried, records } = to(text, json, plain.text);
        expect(wrong({ set: setFromJson(carried), entities }, text)).toEqual([]);
        expect(records.map(({ id }) => id)).toEqual([...json.spans, ...json.exclusions].map(({ id }) => id));
        const back = to(plain.text, carried, text).set;
        expect(wrong({ set: setFromJson(back), entities }, plain.text)).toEqual([]);
      }),
      { numRuns: runs(120) },
    );
  });
});
