import { describe, expect, it } from "vitest";
import { effectiveKind, kindOf } from "../../../shared/model/kind.ts";
import { markedArticle } from "../../helpers/marked-article.ts";

describe("the kind of a claim", () => {
  it.each([
    ["{c:claim|“We won,”} he said.", "direct"],
    ["{c:claim|“We won,”} he said, {c|“and they lost.”}", "direct"],
    ["“{c:claim|We won}. They lost,” he said.", "direct"],
    ["He said {c:claim|that they won}.", "indirect"],
    ["He said {c:claim|they would “find out” soon}.", "mixed"],
    ["He called it {c:claim|a “buffer”}.", "mixed"],
    ["{c:claim|“We will go on}\n\n{c|“until it ends,”} he said.", "direct"],
    ["He said {c:claim|—}.", "indirect"],
  ] as const)("%s", (marked, expected) => {
    const { span, text } = markedArticle(marked);
    expect(kindOf(span("c"), { within: null }, text)).toBe(expected);
  });

  it("leaves the marks around an inner voice to the outer one", () => {
    const { span, text } = markedArticle("{o:claim|“Putin told me {i:claim|he would stop},”} Trump said.");
    expect(kindOf(span("i"), { within: "outer" }, text)).toBe("indirect");
    expect(kindOf(span("i"), { within: null }, text)).toBe("direct");
    expect(kindOf(span("o"), { within: null }, text)).toBe("direct");
  });

  it("leaves an inner claim the marks that are its own", () => {
    const { span, text } = markedArticle("Trump said Putin {s:cue|promised} {i:claim|“peace.”}");
    expect(kindOf(span("i"), { within: "outer" }, text)).toBe("direct");
  });

  it("is the annotator’s own judgement where there is one, and none without a claim", () => {
    const { set, text, card } = markedArticle("He {s:cue|said} {c:claim|that they won}.", {
      cards: { a: { cue: "s", claim: "c" }, b: { cue: "s", claim: "c", kind: "mixed" }, d: { cue: "s" } },
    });
    expect(["a", "b", "d"].map((id) => effectiveKind(card(id), set, text))).toEqual([
      "indirect",
      "mixed",
      null,
    ]);
  });
});
