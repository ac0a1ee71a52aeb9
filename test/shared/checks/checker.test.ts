import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../shared/checks/checker.ts";
import { compareFindings, sortedOut } from "../../../shared/checks/finding.ts";
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { markedArticle, provenance } from "../../helpers/marked-article.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";
import { runs } from "../../helpers/tier.ts";

const always = () => true;
const checkerOf = (text: ArticleText, annotations: Annotations) => {
  const checker = createChecker({ text, metadata: [], tagset: newsAttribution, annotations });
  while (!checker.work(always));
  return checker;
};

describe("checking after a change", () => {
  it("finds what checking everything anew would find, in the same order", () => {
    fc.assert(
      fc.property(work, fc.nat(5), (of, together) => {
        const { text, start, done } = carriedOut(of);
        const checker = checkerOf(text, start);
        for (const [at, { after }] of done.entries()) {
          checker.take(after);
          // Several changes may come before there is time to look, and time may run out after each look.
          if (at % (together + 1) !== 0 && at < done.length - 1) continue;
          while (!checker.work(() => false));
          expect(checker.findings()).toEqual(checkerOf(text, after).findings());
        }
        expect([...checker.findings()].sort(compareFindings)).toEqual(checker.findings());
      }),
      { numRuns: runs(80) },
    );
  });

  it("keeps the same list when nothing it says has changed", () => {
    const { text, annotations, set } = markedArticle("{c:claim|It is over}.");
    const checker = checkerOf(text, annotations);
    const before = checker.findings();
    checker.take({
      ...annotations,
      set: { ...set, spans: tableOf([{ ...markedArticle("{c:claim|It is over}.").span("c") }]) },
    });
    while (!checker.work(always));
    expect(checker.findings()).toBe(before);
  });
});

describe("what was let stand", () => {
  const { text, annotations } = markedArticle("{s:cue|Said} “it is over” and “it was art”.", {
    cards: { k: { cue: "s" } },
  });
  const { findings } = checkerOf(text, annotations);
  const waiver = (check: string, on: string) => ({ id: `w${on}`, check, on, reason: "So", provenance });

  it("is set apart, and waivers of what is gone do nothing", () => {
    const [first, ...rest] = findings();
    if (!first) throw new Error("Nothing found.");
    const own = waiver(first.check, first.on);
    const waivers = tableOf(
      [own, waiver("no-such-check", first.on), waiver(first.check, "gone")].map((one, at) => ({
        ...one,
        id: `w${"abc"[at]}`,
      })),
    );
    const { open, waived } = sortedOut(findings(), waivers);
    expect(open).toEqual(rest);
    expect(waived).toEqual([{ finding: first, waiver: { ...own, id: "wa" } }]);
    expect(sortedOut(findings(), tableOf()).open).toBe(findings());
  });
});
