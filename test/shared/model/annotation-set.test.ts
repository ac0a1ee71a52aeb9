import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mentionsOf,
  placeOf,
  setFromJson,
  setToJson,
  usersOf,
} from "../../../shared/model/annotation-set.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { emptyCard, entity, markedArticle } from "../../helpers/marked-article.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";

const { set, span, card } = markedArticle(
  "{o:speaker|Orban} {s:cue|said} {h:speaker|he} {r:cue|agreed} {c:claim|that it {i:claim|was over}}.",
  {
    entities: [entity("e", "Orban")],
    points: { o: "e", h: "e" },
    cards: { k: { voice: ["o"], cue: "s", claim: "c" }, m: { voice: ["h"], cue: "r", within: "k" }, n: {} },
  },
);

describe("an annotation set", () => {
  it("has one written form, whatever order its records came in", () => {
    fc.assert(
      fc.property(work, fc.nat(), (of, turn) => {
        const last = carriedOut(of).done.at(-1)?.after.set;
        if (!last) return;
        const json = setToJson(last);
        const turned = <T>(all: readonly T[]): T[] => {
          const at = all.length === 0 ? 0 : turn % all.length;
          return [...all.slice(at), ...all.slice(0, at)].reverse();
        };
        const again = setFromJson({
          ...json,
          spans: turned(json.spans),
          attributions: turned(json.attributions),
          exclusions: turned(json.exclusions),
        });
        expect(JSON.stringify(setToJson(again))).toBe(JSON.stringify(json));
      }),
    );
  });

  it("writes spans in reading order, what encloses before what it holds", () => {
    expect(setToJson(set).spans.map(({ id }) => id)).toEqual(["o", "s", "h", "r", "c", "i"]);
  });

  it("writes cards and exclusions by id", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/u)), (ids) => {
        const exclusions = ids.map((id) => ({
          id,
          segment: selectorOf("x", { start: 0, end: 1 }),
          reason: "",
        }));
        const cards = ids.map((id) => emptyCard(id));
        const json = setToJson(setFromJson({ ...setToJson(set), attributions: cards, exclusions }));
        const sorted = [...ids].sort();
        expect([json.attributions.map(({ id }) => id), json.exclusions.map(({ id }) => id)]).toEqual([
          sorted,
          sorted,
        ]);
      }),
    );
  });

  it("knows who refers to a span, a card and an entity", () => {
    expect([usersOf(set, "o"), usersOf(set, "k"), usersOf(set, "i"), mentionsOf(set, "e")]).toEqual([
      [card("k")],
      [card("m")],
      [],
      [span("h"), span("o")],
    ]);
  });

  it("places a card at its claim, else its cue, else nowhere", () => {
    const at = (id: string): { start: number; end: number } => {
      const [segment] = span(id).segments;
      return { start: segment?.start ?? -1, end: segment?.end ?? -1 };
    };
    expect([placeOf(set, card("k")), placeOf(set, card("m")), placeOf(set, card("n"))]).toEqual([
      at("c"),
      at("r"),
      null,
    ]);
  });

  it("refuses two spans with one id", () => {
    const json = setToJson(set);
    expect(() => setFromJson({ ...json, spans: [span("o"), span("o")] })).toThrow(RangeError);
  });
});
