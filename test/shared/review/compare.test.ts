import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { finish } from "../../../shared/model/work.ts";
import { compareSets } from "../../../shared/review/compare.ts";
import { type CompareOptions, isAgreed } from "../../../shared/review/comparison.ts";
import { edgePolicies, edgePolicyById, trimmedBy } from "../../../shared/review/edge-policies.ts";
import { spanUnitsOf } from "../../../shared/review/review-unit.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import {
  entity,
  type MarkedArticle,
  type MarkedOptions,
  markedArticle,
} from "../../helpers/marked-article.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";
import { runs } from "../../helpers/tier.ts";
import { twoSides } from "./two-sides.ts";

const one = markedArticle("{o:speaker|Orban} {s:cue|said} {c:claim|it was over}.", {
  cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
});

function compared(articles: readonly MarkedArticle[], policies: CompareOptions["policies"] = []) {
  const [first] = articles;
  const sets = articles.map(({ annotations }) => annotations);
  const article = first?.text ?? articleTextOf("");
  return finish(compareSets(sets, { article, tagset: newsAttribution, policies }));
}

/** Each group with a difference: its ids and what differs. */
const differing = (articles: readonly MarkedArticle[], policies: CompareOptions["policies"] = []) =>
  compared(articles, policies)
    .groups.filter(({ differences }) => differences.length > 0)
    .map(({ kind, members, differences }) => [
      kind,
      members.join(),
      differences.map(({ aspect, field, isPassed }) => `${field ?? aspect}${isPassed ? " (passed)" : ""}`),
    ]);

const other = (marked: string, options: MarkedOptions = {}): MarkedArticle => markedArticle(marked, options);

describe("comparing sets", () => {
  it("finds nothing between a set and itself under other ids", () => {
    const same = other("{a:speaker|Orban} {b:cue|said} {d:claim|it was over}.", {
      cards: { x: { voice: ["a"], cue: "b", claim: "d" } },
    });
    expect(differing([one, same])).toEqual([]);
    expect(compared([one, same]).groups.map(({ members }) => members)).toEqual([
      ["o", "a"],
      ["k", "x"],
      ["s", "b"],
      ["c", "d"],
    ]);
  });

  it("tells a mark in a slot that lies within another one there", () => {
    const marked = "{f:speaker|a spokesman for {o:speaker|Orban}} {s:cue|said} {c:claim|it was over}.";
    const card = { cue: "s", claim: "c" };
    const both = other(marked, { cards: { k: { voice: ["f", "o"], ...card } } });
    const longest = other(marked, { cards: { k: { voice: ["f"], ...card } } });
    expect(differing([both, longest])).toEqual([["card", "k,k", ["voice"]]]);
  });

  it("tells what is missing", () => {
    const less = other("{o:speaker|Orban} said {c:claim|it was over}.");
    expect(differing([one, less])).toEqual([
      ["card", "k,", ["missing"]],
      ["span", "s,", ["missing"]],
    ]);
  });

  it("tells edges and type of a span, the smaller first", () => {
    const moved = other("{o:source|Orban} {s:cue|said} {c:claim|it was} over.", {
      cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
    });
    expect(differing([one, moved])).toEqual([
      ["span", "o,o", ["type"]],
      ["span", "c,c", ["edges"]],
    ]);
  });

  it("keeps spans of different types apart where they mark different stretches", () => {
    const inner = other("Orban said it was {p:speaker|over}.");
    expect(differing([one, inner]).filter(([, members]) => members === ",p")).toHaveLength(1);
  });

  it("tells which slots, kind, nesting and fields of cards differ, the smallest first", () => {
    const marks = "{o:speaker|Orban} {s:cue|said} {c:claim|it was {p:speaker|over} and {q:claim|out}}.";
    const outer = { voice: ["o"], cue: "s", claim: "c" };
    const first = other(marks, { cards: { k: outer, n: { voice: ["p"], claim: "q", within: "k" } } });
    const second = other(marks, {
      cards: {
        k: { ...outer, cue: null, kind: "direct", fields: { ...one.card("k").fields, polarity: "denies" } },
        n: { voice: ["p", "o"], claim: "q", within: null },
      },
    });
    expect(differing([first, second])).toEqual([
      ["card", "k,k", ["polarity", "kind", "cue"]],
      ["card", "n,n", ["voice", "nesting"]],
    ]);
  });

  it("compares whom mentions are of through what was merged", () => {
    const entities = [
      entity("orban", "Orban"),
      entity("viktor", "Viktor", { mergedInto: "orban" }),
      entity("ross", "Ross"),
    ];
    const mark = (points: string): MarkedArticle =>
      other("{o:speaker|Orban} spoke.", { entities, points: { o: points } });
    expect(differing([mark("orban"), mark("viktor")])).toEqual([]);
    expect(differing([mark("orban"), mark("ross")])).toEqual([["span", "o,o", ["entity"]]]);
  });

  it("takes entities of registries that grew apart for the same by their names", () => {
    const mark = (id: string, name: string): MarkedArticle =>
      other("{o:speaker|Orban} spoke.", { entities: [entity(id, name)], points: { o: id } });
    expect(differing([mark("a", "Orban"), mark("b", "orban")])).toEqual([]);
    expect(differing([mark("a", "Orban"), mark("b", "Ross")])).toEqual([["span", "o,o", ["entity"]]]);
  });

  it("takes entities that two people entered in one registry for the same by their names, unless one of them mentions both", () => {
    const official = (id: string, more: Partial<Entity> = {}): Entity =>
      entity(id, "senior official", { naming: "anonymous", ...more });
    const mark = (points: Record<string, string>, entities: readonly Entity[]): MarkedArticle =>
      other("{o:speaker|A senior official} spoke, {p:speaker|another} did not.", { entities, points });
    const twice = [official("a"), official("b")];
    expect(differing([mark({ o: "a" }, twice), mark({ o: "b", p: "b" }, twice)])).toEqual([
      ["span", "p,p", ["entity"]],
    ]);
    expect(differing([mark({ o: "a" }, twice), mark({ o: "b", p: "a" }, twice)])).toEqual([
      ["span", "o,o", ["entity"]],
      ["span", "p,p", ["entity"]],
    ]);
    const thrice = [...twice, official("c")];
    const marks = [{ o: "a", p: "b" }, { o: "b" }, { o: "c" }].map((points) => mark(points, thrice));
    expect(differing(marks)).toContainEqual(["span", "o,o,o", ["entity"]]);
    for (const more of [{ naming: "described" }, { type: "group" }, { name: "junior official" }] as const) {
      const apart = [official("a"), official("b", more)];
      expect(differing([mark({ o: "a" }, apart), mark({ o: "b" }, apart)])).toEqual([
        ["span", "o,o", ["entity"]],
      ]);
    }
  });

  it("says who of several says the same", () => {
    const [a, b, c] = ["it was over", "it was", "it was over"].map((words) =>
      other(`Orban said ${"it was over".replace(words, `{c:claim|${words}}`)}.`),
    );
    if (!a || !b || !c) throw new RangeError("Three articles were made.");
    const [group] = compared([a, b, c]).groups;
    expect(group?.differences.map(({ aspect, classes }) => [aspect, classes])).toEqual([
      ["edges", [0, 1, 0]],
    ]);
  });

  it("does not depend on the order of the sets", () => {
    fc.assert(
      fc.property(work, work, (first, second) => {
        const text = first.text;
        const [a, b] = [carriedOut(first), carriedOut({ ...second, text })].map(
          ({ start, done }) => done.at(-1)?.after ?? start,
        );
        if (!a || !b) return;
        const options = { article: articleTextOf(text), tagset: newsAttribution, policies: edgePolicies };
        const forth = finish(compareSets([a, b], options)).groups;
        const back = finish(compareSets([b, a], options)).groups;
        const plain = (groups: typeof forth, turn: boolean) =>
          groups
            .map(({ members, differences }) => [
              (turn ? [...members].reverse() : members).join(),
              differences.map(({ aspect, field, isPassed }) => `${aspect} ${field} ${isPassed}`).join(),
            ])
            .sort();
        expect(plain(back, true)).toEqual(plain(forth, false));
      }),
      { numRuns: runs(20) },
    );
  });

  it("pairs marks that are the same before any that are alike", () => {
    expect(
      differing([other("{a:claim|{b:claim|It was} over}."), other("{c:claim|It was {d:claim|over}}.")]),
    ).toEqual([
      ["span", "b,", ["missing"]],
      ["span", ",d", ["missing"]],
    ]);
    fc.assert(
      fc.property(twoSides, ({ text, ours, theirs }) => {
        const options = { article: text, tagset: newsAttribution, policies: [] };
        const { groups } = finish(compareSets([ours, theirs], options));
        const partner = new Map(groups.map(({ members: [a, b] }) => [a, b]));
        const [own, their] = [ours, theirs].map(({ set }) => spanUnitsOf(set));
        const like = their?.filter(({ key }) => own?.filter((one) => one.key === key).length === 1) ?? [];
        for (const { id, key } of like) {
          if (like.filter((one) => one.key === key).length > 1) continue;
          expect(partner.get(own?.find((one) => one.key === key)?.id ?? "")).toBe(id);
        }
      }),
    );
  });

  it("finds no difference between any set and itself, whatever the order of its records", () => {
    fc.assert(
      fc.property(work, (plain) => {
        const { text, start, done } = carriedOut(plain);
        const { set, entities } = done.at(-1)?.after ?? start;
        const json = setToJson(set);
        const turned = setFromJson({
          ...json,
          spans: json.spans.toReversed(),
          attributions: json.attributions.toReversed(),
        });
        const sets = [
          { set, entities },
          { set: turned, entities },
        ];
        const options = { article: text, tagset: newsAttribution, policies: [] };
        const { groups } = finish(compareSets(sets, options));
        expect(groups.filter((group) => !isAgreed(group, "strict"))).toEqual([]);
      }),
      { numRuns: runs(20) },
    );
  });
});

describe("policies for edges", () => {
  const text = "Orban said that “we won,” and left.";
  const trimmed = (words: string, ids: readonly string[]): string | undefined => {
    const start = text.indexOf(words);
    const policies = ids.flatMap((id) => edgePolicyById(id) ?? []);
    const [range] = trimmedBy(policies, text, [{ start, end: start + words.length }]);
    return range && text.slice(range.start, range.end);
  };

  it("pass over what they name, and over nothing else", () => {
    expect(trimmed("“we won,”", ["quotation-marks"])).toBe("we won,");
    expect(trimmed("we won,", ["final-punctuation"])).toBe("we won");
    expect(trimmed("that “we won,”", ["leading-that"])).toBe("“we won,”");
    expect(trimmed(" said ", ["white-space"])).toBe("said");
    expect(trimmed("“we won,”", ["final-punctuation"])).toBe("“we won,”");
  });

  it("work together until none finds any more", () => {
    const all = edgePolicies.map(({ id }) => id);
    expect(trimmed(" that “we won,” ", all)).toBe("we won");
  });

  it("leave a span that is nothing but what they pass over", () => {
    expect(trimmed("that", ["leading-that"])).toBe("that");
  });

  it("say of edges that differ only in what is passed over that they agree", () => {
    const without = markedArticle("Orban said “{c:claim|we won}”.");
    const with_ = markedArticle("Orban said {c:claim|“we won”}.");
    expect(differing([without, with_], [])).toEqual([["span", "c,c", ["edges"]]]);
    expect(differing([without, with_], edgePolicies)).toEqual([["span", "c,c", ["edges (passed)"]]]);
  });
});
