import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Gap, gapsAt, gapsOf, nextGap } from "../../../shared/model/gaps.ts";
import { cardOrderOf, spanOrderOf } from "../../../shared/model/reading-order.ts";
import { records } from "../../../shared/model/table.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";

const { set } = markedArticle(
  "{o:speaker|Orban} {s:cue|said} {c:claim|so}. {d:claim|It was over}, {p:source|Politico} {r:cue|wrote}. {f:claim|Yes.}",
  {
    cards: { k: { voice: ["o"], cue: "s", claim: "c" }, m: { claim: "d", cue: "r" }, n: {}, z: { cue: "s" } },
    entities: [entity("e", "Orban")],
    points: { o: "e" },
  },
);
const orders = { spanOrder: spanOrderOf(records(set.spans)), cardOrder: cardOrderOf(set) };
const next = (from: { id: string } | { offset: number }, direction: 1 | -1 = 1): Gap | null =>
  nextGap(set, newsAttribution, { ...orders, from, direction });

describe("gaps", () => {
  it("are claims without a card, cards without claim or voice, and mentions of nobody", () => {
    expect(
      gapsOf(set, newsAttribution)
        .map(({ kind, span, card }) => `${kind} ${span} ${card}`)
        .sort(),
    ).toEqual([
      "card-without-claim null n",
      "card-without-claim s z",
      "card-without-voice d m",
      "claim-without-card f null",
      "mention-without-entity p null",
    ]);
  });

  it("are walked in reading order, from a place on or from a span, round and round; placeless cards are last", () => {
    const cue = { kind: "card-without-claim", span: "s", card: "z" };
    const voice = { kind: "card-without-voice", span: "d", card: "m" };
    const nobody = { kind: "mention-without-entity", span: "p", card: null };
    const claim = { kind: "claim-without-card", span: "f", card: null };
    const empty = { kind: "card-without-claim", span: null, card: "n" };
    expect([
      next({ offset: 0 }),
      next({ id: "o" }),
      next({ id: "s" }),
      next({ id: "d" }),
      next({ id: "p" }),
      next({ id: "f" }),
      next({ id: "n" }),
    ]).toEqual([cue, cue, voice, nobody, claim, empty, cue]);
    expect([
      next({ id: "s" }, -1),
      next({ id: "n" }, -1),
      next({ offset: 99 }, -1),
      next({ offset: 0 }, -1),
    ]).toEqual([empty, claim, claim, empty]);
  });

  it("are none in an empty set", () => {
    const { set: nothing } = markedArticle("So.");
    const search = { spanOrder: [], cardOrder: [], from: { offset: 0 }, direction: 1 } as const;
    expect(nextGap(nothing, newsAttribution, search)).toBeNull();
  });

  it("are each reached from one to the next", () => {
    fc.assert(
      fc.property(work, (of) => {
        const { start, done } = carriedOut(of);
        const last = done.at(-1)?.after.set ?? start.set;
        const search = {
          spanOrder: spanOrderOf(records(last.spans)),
          cardOrder: cardOrderOf(last),
          direction: 1,
        } as const;
        let reached = 0;
        const seen = new Set<string>();
        for (let gap = nextGap(last, newsAttribution, { ...search, from: { offset: 0 } }); gap; ) {
          const id = gap.span ?? gap.card ?? "";
          if (seen.has(id)) break;
          seen.add(id);
          reached += gap.span === null ? 1 : gapsAt(last, newsAttribution, gap.span).length;
          gap = nextGap(last, newsAttribution, { ...search, from: { id } });
        }
        expect(reached).toBe(gapsOf(last, newsAttribution).length);
      }),
    );
  });
});
