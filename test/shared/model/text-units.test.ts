import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { snapToQuotation, snapToWords } from "../../../shared/model/text-units.ts";
import { articleWithRange } from "../../helpers/nasty-text.ts";
import { runs } from "../../helpers/tier.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const boundaries = (text: string): Set<number> =>
  new Set([...Array.from(segmenter.segment(text), ({ index }) => index), text.length]);

describe.each([
  { name: "words", snap: snapToWords },
  { name: "quotations", snap: snapToQuotation },
])("snapping to $name", ({ snap }) => {
  it("comes to rest at once, never cuts a grapheme, and leaves no white space at the ends", () => {
    fc.assert(
      fc.property(articleWithRange, ({ article, range }) => {
        const snapped = snap(article, range);
        if (!snapped) return;
        const whole = boundaries(article.text);
        expect(snap(article, snapped)).toEqual(snapped);
        expect([whole.has(snapped.start), whole.has(snapped.end)]).toEqual([true, true]);
        expect(snapped.start).toBeLessThan(snapped.end);
        const graphemes = Array.from(
          segmenter.segment(article.text.slice(snapped.start, snapped.end)),
          ({ segment }) => segment,
        );
        expect([graphemes[0], graphemes.at(-1)].map((grapheme) => grapheme?.trim())).not.toContain("");
      }),
      { numRuns: runs(2_000) },
    );
  });

  it("makes nothing of white space", () => {
    for (const text of ["", " ", "\n\r\n", "\ufeff\u00a0\u3000"])
      expect(snap(articleTextOf(text), { start: 0, end: text.length })).toBeNull();
  });
});

/** Snaps what stands between the bars. */
function snapped(marked: string, snap: typeof snapToWords): string | null {
  const start = marked.indexOf("|");
  const end = marked.lastIndexOf("|") - 1;
  const article = articleTextOf(marked.replaceAll("|", ""));
  const range = snap(article, { start, end });
  return range && article.text.slice(range.start, range.end);
}

describe("snapping to words", () => {
  it.each([
    ["He t|old Tr|ump", "told Trump"],
    ["in the U|.S|. Senate", "U.S."],
    ["They do|n’|t", "don’t"],
    ["the Putin|-Zel|ensky meeting", "Putin-Zelensky"],
    ["about 7|,0|00 miles", "7,000"],
    ["M|r| . Smith", "Mr"],
    ["M|r|. Smith", "Mr."],
    ["costs $|5.|2 billion", "$5.2"],
    ["so |, he said| then", ", he said"],
    [" | Trump said | ", "Trump said"],
    ["won—a|nd| lost", "and"],
    ["\ufeff|\ufeffThe ki|ng", "The king"],
    ["他说今|天|气很好", "天气"],
  ])("%s", (marked, expected) => {
    expect(snapped(marked, snapToWords)).toBe(expected);
  });
});

describe("snapping to quotations", () => {
  it.each([
    ["an “|option and a possibili|ty.” Next", "“option and a possibility.”"],
    ["an |“option and a possibili|ty.” Next", "“option and a possibility.”"],
    ["an “|option and a possibility.”| Next", "“option and a possibility.”"],
    ["“Lost. |Russia has won,|” he said", "Russia has won,"],
    ['He said "|no|", then', '"no"'],
    ["|that it was “over|.” Then", "that it was “over.”"],
    ["|that it was over.| Then", "that it was over"],
    ["|that it was over;| then", "that it was over"],
    ["|to leave for the U.S.| Then", "to leave for the U.S."],
    ["|to leave Washington, D.C.|, soon", "to leave Washington, D.C."],
    ["|he would go, |he said", "he would go"],
    ["“|We will not stop| \nuntil", "“We will not stop"],
    ["«|oui|»", "«oui»"],
    ["「|谁来付钱|？」他问", "「谁来付钱？」"],
    ["他说，|大桥将关闭。|然后", "大桥将关闭"],
    ["«|سنعيد بناءه|»، قالت", "«سنعيد بناءه»"],
    ["|أن الجسر سيُغلق؛| ثم", "أن الجسر سيُغلق"],
    ["“He told me, ‘|no|,’ and left”", "no"],
  ])("%s", (marked, expected) => {
    expect(snapped(marked, snapToQuotation)).toBe(expected);
  });
});
