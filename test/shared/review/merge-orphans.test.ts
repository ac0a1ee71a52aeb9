// What waits without a place, merged: put back on one side, and whatever else on the other.
import { describe, expect, it } from "vitest";
import { putBackOrphan, putOrphanAside } from "../../../shared/commands/index.ts";
import { mergeSets } from "../../../shared/merge/merge-sets.ts";
import { type Annotations, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { applyChange } from "../../../shared/model/change.ts";
import { get, has } from "../../../shared/model/table.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { carryRecords } from "../../../shared/revise/carry-records.ts";
import { contextFor, invariantsFor, markedArticle } from "../../helpers/marked-article.ts";

const before = markedArticle(
  "{o:speaker|Orban} {s:cue|said} {c:claim|that it was over}. Nobody believed him.",
  {
    cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
  },
);
const text = articleTextOf("Orban said. Nobody believed him.");
const carrier = carrierBetween(before.text.text, text.text, "own");
const base: Annotations = {
  set: setFromJson(carryRecords(setToJson(before.set), carrier, before.set.textHash).set),
  entities: before.annotations.entities,
};

function done(outcome: ReturnType<typeof putOrphanAside.run>): Annotations {
  if ("refusal" in outcome) throw new Error(outcome.refusal);
  return applyChange(base, outcome.change);
}

const putBack = (words: string): Annotations => {
  const start = text.text.indexOf(words);
  const segments = [{ start, end: start + words.length }];
  return done(putBackOrphan.run(contextFor(text, base), { orphan: "c", segments, snap: false }));
};

const ways = {
  "left waiting": base,
  "put aside": done(putOrphanAside.run(contextFor(text, base), { orphan: "c", aside: true })),
  "put back": putBack("Nobody believed him"),
  "put back elsewhere": putBack("believed him"),
};
type Way = keyof typeof ways;
const isBack = (way: Way): boolean => way.startsWith("put back");

const pairs = (Object.keys(ways) as Way[]).flatMap((here) =>
  (Object.keys(ways) as Way[]).map((there) => [here, there] as const),
);

describe("what waits without a place", () => {
  it.each(pairs.filter((pair) => pair.some(isBack)))(
    "is in its place and waits no longer: %s here, %s there",
    (here, there) => {
      const [ours, theirs] = [ways[here], ways[there]];
      for (const common of [base, null]) {
        const { merged, conflicts } = mergeSets(common, ours, theirs, invariantsFor(text));
        expect(has(merged.set.spans, "c")).toBe(true);
        expect(has(merged.set.orphans, "c")).toBe(false);
        expect(conflicts.filter(({ kind }) => kind === "orphans")).toEqual([]);
        if (common === null) continue;
        expect(get(merged.set.attributions, "k")?.claim).toBe("c");
        const isOther = isBack(here) && isBack(there) && here !== there;
        expect(conflicts.map(({ kind, why }) => [kind, why])).toEqual(
          isOther ? [["spans", "both-changed"]] : [],
        );
      }
    },
  );

  it("waits on, aside or not, where nobody put it back", () => {
    const { merged, conflicts } = mergeSets(base, base, ways["put aside"], invariantsFor(text));
    expect(get(merged.set.orphans, "c")?.aside).toBe(true);
    expect(conflicts).toEqual([]);
  });
});
