import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { clausesIn } from "../../../shared/model/clauses.ts";
import { nastyText } from "../../helpers/nasty-text.ts";
import { runs } from "../../helpers/tier.ts";

const read = (text: string): string[] => {
  const article = articleTextOf(text);
  return article.paragraphs.flatMap((paragraph) =>
    clausesIn(article, paragraph).map(({ start, end }) => text.slice(start, end)),
  );
};

describe("clauses", () => {
  it.each([
    [
      "The mayor said Tuesday that the bridge, built in 1962, would close.",
      ["The mayor said Tuesday", "that the bridge", "built in 1962", "would close."],
    ],
    ["“We won, at last,” he said. “They lost.”", ["“We won, at last,”", "he said.", "“They lost.”"]],
    ["He called it “very good” and left.", ["He called it “very good” and left."]],
    ["It cost $7,000 – too much – but they paid.", ["It cost $7,000", "too much", "but they paid."]],
    [
      "It may close (again), he said; she did not ask why.",
      ["It may close", "again", "he said", "she did not ask why."],
    ],
    ["市长说，大桥将关闭。", ["市长说", "大桥将关闭。"]],
  ])("are cut where another one begins: %j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("are in order, apart, hold words, and leave out none but the marks between them", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const article = articleTextOf(text);
        let from = 0;
        for (const paragraph of article.paragraphs)
          for (const { start, end } of clausesIn(article, paragraph)) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
            expect(text.slice(from, start)).not.toMatch(/[\p{L}\p{N}]/u);
            from = end;
          }
        expect(text.slice(from)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: runs(500) },
    );
  });
});
