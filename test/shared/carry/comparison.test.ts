// A comparison in words, with the claims that are gone, and as a page that runs nothing.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { comparisonOf } from "../../../shared/carry/comparison.ts";
import { comparisonPage, style, styleHash } from "../../../shared/carry/comparison-page.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { markedArticle } from "../../helpers/marked-article.ts";

const marked = markedArticle(
  "The council closed the old bridge on Tuesday after a long debate about its piers.\n\n" +
    "{o:speaker|The mayor} {s:cue|said} {c:claim|that nobody would lose work over it, whatever the newspapers wrote}.\n\n" +
    "{p:speaker|A clerk} {q:cue|added} {r:claim|that 40 people had called the town hall before noon}.",
  {
    cards: {
      k: { voice: ["o"], cue: "s", claim: "c" },
      l: { voice: ["p"], cue: "q", claim: "r" },
    },
  },
);
const old = marked.text.text;
const [first = "", , third = ""] = old.split("\n\n");
const words = createWords(localeFor("en", []));
const version = (text: string, title = "Bridge") => ({ title, isTitled: true, text, label: "a copy" });
const compared = (text: string, title?: string) =>
  comparisonOf(version(old), version(text, title), setToJson(marked.set));

describe("a comparison of two versions", () => {
  it("says in words what changed, and which claims are gone", () => {
    const comparison = compared(`${first}\n\n${third.replace("40 people", "14 people")}`, "Bridge shut");
    expect(comparison.summary.map(words.tell)).toEqual([
      "The title was “Bridge” and is now “Bridge shut”.",
      "15 words were removed, 1 was added: 42 words before, 28 now.",
      "1 paragraph is gone.",
      "1 paragraph was reworded.",
      "A figure changed from 40 to 14 (paragraph 2).",
    ]);
    expect(comparison.tags).toEqual({
      placed: 3,
      moved: 0,
      doubtful: 0,
      lost: 3,
      claims: [
        {
          id: "k",
          how: "gone",
          claim: "that nobody would lose work over it, whatever the newspapers wrote",
          now: null,
          voice: "The mayor",
          cue: "said",
          paragraph: 2,
        },
      ],
    });
  });

  it("takes the name of a file for no title", () => {
    const unnamed = { ...version(old, "bridge-2"), isTitled: false };
    for (const [one, other] of [
      [unnamed, version(old)],
      [version(old), unnamed],
    ] as const)
      expect(comparisonOf(one, other).summary.map(words.tell)).toEqual([
        "Both versions have the same words.",
      ]);
  });

  it("lists a claim that is gone also where it is in no card yet", () => {
    const alone = markedArticle("It rained.\n\n{c:claim|Nobody would lose work over it}.", {});
    const { tags } = comparisonOf(version(alone.text.text), version("It rained."), setToJson(alone.set));
    expect(tags?.claims).toMatchObject([{ id: "c", how: "gone", voice: "", cue: "", paragraph: 2 }]);
  });

  it("says that nothing changed where the words are the same", () => {
    const comparison = compared(old.replaceAll("\n\n", "\n"));
    expect(comparison.summary.map(words.tell)).toEqual(["Both versions have the same words."]);
    expect(comparison.tags?.claims).toEqual([]);
  });

  it("is a page that allows its own sheet and nothing else, in which all from outside is text", () => {
    expect(createHash("sha256").update(style).digest("base64")).toBe(styleHash);
    const hostile = '<script>alert(1)</script> <img src="x" onerror="alert(1)">';
    const page = comparisonPage(
      comparisonOf(version(old), version(`${first}\n\n${hostile}`, hostile), setToJson(marked.set)),
      { madeAt: "2026-03-03T14:05:00.000Z", generator: "Sayso" },
      words,
    );
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<img/u);
    expect(page).toContain("&lt;script&gt;");
    expect(page).toContain("3 March 2026");
  });
});
