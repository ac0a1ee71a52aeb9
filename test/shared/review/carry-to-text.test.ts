// Carrying a set over to another version of its text: what is found stands on its own words, what is not is named, and no
// law is broken by it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnnotationSetJson, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { carryToText } from "../../../shared/review/carry-to-text.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { articleId, markedArticle } from "../../helpers/marked-article.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";

const marked = markedArticle(
  "The mayor of Lund, {o:speaker|Ines Duarte}, {s:cue|said} on Tuesday that {c:claim|the old bridge would reopen}.",
  { cards: { k: { voice: ["o"], cue: "s", claim: "c" } } },
);
const set = setToJson(marked.set);
const to = (text: string, of: AnnotationSetJson = set) => carryToText(of, { text, textHash: hashOf(text) });

describe("a set carried over to another text", () => {
  it("is the same where the text is", () => {
    const { text } = marked.text;
    const { set: carried, report } = carryToText(set, { text, textHash: set.textHash });
    expect(carried).toEqual(set);
    expect(report).toEqual({ from: set.textHash, unmoved: 3, moved: 0, lost: [], confidence: 1 });
  });

  it("moves with its words", () => {
    const { report } = to(`By our own staff.\n\n${marked.text.text}`);
    expect(report).toMatchObject({ unmoved: 0, moved: 3, lost: [] });
    expect(report.confidence).toBeGreaterThan(0.7);
  });

  it("loses what the text no longer says, and cards only those spans", () => {
    const { set: carried, report } = to(marked.text.text.replace("Ines Duarte", "I. Duarte"));
    expect(report.lost).toEqual([{ kind: "spans", id: "o", quote: "Ines Duarte", why: "missing" }]);
    expect(carried.attributions).toEqual([{ ...set.attributions[0], voice: [] }]);
  });

  it("guesses nothing where words stand twice with the same around them", () => {
    const { report } = to(`${marked.text.text}\n${marked.text.text}`);
    expect(report.lost.map(({ id }) => id)).toContain("s");
  });

  it("does not take a short word for the same where nothing around it is", () => {
    const { report } = to("Nobody has ever said a word.");
    expect(report.lost.find(({ id }) => id === "s")?.why).toBe("ambiguous");
  });

  it("breaks no law that it kept before, whatever was done to the text", () => {
    fc.assert(
      fc.property(
        work,
        fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.string({ maxLength: 5 })), { maxLength: 4 }),
        (plain, edits) => {
          const { start, done } = carriedOut(plain);
          const { set: made, entities } = done.at(-1)?.after ?? start;
          const { text: old } = plain;
          const text = edits.reduce((before, [at, gone, put]) => {
            const from = at % (before.length + 1);
            return `${before.slice(0, from)}${put}${before.slice(from + gone)}`;
          }, old);
          const context = (of: string) => ({ text: of, articleId, tagset: newsAttribution });
          const wrong = (state: Parameters<typeof violations>[0], of: string): string[] =>
            violations(state, context(of))
              .filter(({ severity }) => severity === "error")
              .map(({ code, id }) => `${code} ${id}`);
          fc.pre(wrong({ set: made, entities }, old).length === 0);
          const { set: carried, report } = to(text, setToJson(made));
          expect(wrong({ set: setFromJson(carried), entities }, text)).toEqual([]);
          const counted = report.unmoved + report.moved + report.lost.length;
          expect(counted).toBe(made.spans.size + made.exclusions.size);
        },
      ),
      { numRuns: 100 },
    );
  });
});
