// Carrying a set over to another version of its text: what is found stands on its own words, what is doubtful says why, what is gone
// is named, and nothing is invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryBetween } from "../../../shared/carry/carry-set.ts";
import { type AnnotationSetJson, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { articleId, markedArticle } from "../../helpers/marked-article.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";

const marked = markedArticle(
  "The mayor of Lund, {o:speaker|Ines Duarte}, {s:cue|said} on Tuesday that {c:claim|the old bridge would reopen}.",
  { cards: { k: { voice: ["o"], cue: "s", claim: "c" } } },
);
const old = marked.text.text;
const set = setToJson(marked.set);
const to = (text: string, of: AnnotationSetJson = set, from = old) =>
  carryBetween(of, from, { text, textHash: hashOf(text) });
const told = (text: string) => {
  const { placed, doubtful, lost } = to(text);
  const words = ({ segments }: { segments: readonly { quote: string }[] }) =>
    segments.map(({ quote }) => quote).join(" … ");
  return {
    placed: Object.fromEntries(placed.map((one) => [one.id, words(one)])),
    doubtful: Object.fromEntries(doubtful.map((one) => [one.id, `${one.reason}: ${words(one)}`])),
    lost: Object.fromEntries(lost.map(({ id, why }) => [id, why])),
  };
};
const all = { o: "Ines Duarte", s: "said", c: "the old bridge would reopen" };

describe("a set carried over to another text", () => {
  it("is the same where the text is", () => {
    const carried = to(old);
    expect(carried.set).toEqual({ ...set, textHash: hashOf(old) });
    expect(carried.placed.map(({ confidence }) => confidence)).toEqual([1, 1, 1]);
  });

  it("moves with its words", () => {
    expect(told(`By our own staff.\n\n${old}`)).toEqual({ placed: all, doubtful: {}, lost: {} });
  });

  it("keeps a name with a typo, and asks about one that is another", () => {
    expect(told(old.replace("Duarte", "Duate")).placed.o).toBe("Ines Duate");
    expect(told(old.replace("Ines Duarte", "Carl Olsson")).doubtful).toEqual({ o: "replaced: Carl Olsson" });
  });

  it("follows a claim that got other words inside", () => {
    expect(told(old.replace("old bridge", "old stone bridge")).placed.c).toBe(
      "the old stone bridge would reopen",
    );
  });

  it("asks about what was cut short", () => {
    expect(
      told(old.replace(" would reopen", "")).doubtful.c ?? told(old.replace(" would reopen", "")).placed.c,
    ).toMatch(/bridge/u);
  });

  it("loses what the text no longer says, and cards only those spans", () => {
    const carried = to(old.replace(", Ines Duarte,", ""));
    expect(carried.lost).toMatchObject([{ kind: "spans", id: "o", why: "gone" }]);
    expect(carried.set.attributions).toEqual([{ ...set.attributions[0], voice: [] }]);
  });

  it("guesses nothing where the whole text stands twice", () => {
    const { placed, doubtful } = to(`${old}\n${old}`);
    expect(placed).toEqual([]);
    expect(doubtful.map(({ reason }) => reason)).toEqual(["several", "several", "several"]);
  });

  it("does not take a short word for the same where nothing around it is", () => {
    expect(told("Nobody has ever said a word.").placed).toEqual({});
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
        const carried = to(text, json, plain.text);
        expect(wrong({ set: setFromJson(carried.set), entities }, text)).toEqual([]);
        const ids = [...carried.placed, ...carried.doubtful, ...carried.lost].map(({ id }) => id);
        expect(ids.sort()).toEqual([...json.spans, ...json.exclusions].map(({ id }) => id).sort());
      }),
      { numRuns: 200 },
    );
  });
});
