import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { sentencesIn } from "../../../shared/model/sentences.ts";
import { nastyText } from "../../helpers/nasty-text.ts";

function sentences(text: string): string[] {
  const article = articleTextOf(text);
  return article.paragraphs.flatMap((paragraph) =>
    sentencesIn(article, paragraph).map(({ start, end }) => article.text.slice(start, end)),
  );
}

describe("sentences", () => {
  it("hold every character of a paragraph but white space, in order", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const spaceless = (all: string): string => all.replaceAll(/\s+/gu, "");
        expect(spaceless(sentences(text).join(" "))).toBe(spaceless(text));
      }),
    );
  });

  it.each([
    [["“The war is lost. They have won,” Orban said.", "He left."]],
    [["“Who would want that?” Trump said.", "“If you were there, who would?”"]],
    [["She called it an “option and a possibility.”", "The rest is open."]],
    [["Sen. J. D. Vance of Ohio met Gov. Smith in Washington, D.C., on Monday.", "It rained."]],
    [["They left the U.S. The others stayed."].flatMap((both) => both.split(/(?<=U\.S\.) /u))],
    [["The U.S. Senate met."]],
    [["“I can assure you that the … Trump team works,” she said."]],
    [["It rose 3.5 percent.", "No. 5 won."]],
    [["他走了。", "她来了。"]],
  ])("%j", (expected) => {
    expect(sentences(expected.join(expected[0]?.endsWith("。") ? "" : " "))).toEqual(expected);
  });
});
