// Names and values that say what is known of articles and entities: nothing of a file is lost without a word, whatever it says.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replaceLoneSurrogates } from "../../../shared/importers/decode.ts";
import {
  factsAmong,
  factsOf,
  factValues,
  isFactName,
  valuesOfDetails,
  withDetailsApart,
  withDetailsOnMentions,
} from "../../../shared/interchange/detail-values.ts";
import { fieldOfName, nameOfField, valueNames } from "../../../shared/interchange/labels.ts";
import type { Standoff, StandoffEntity, StandoffSpan } from "../../../shared/interchange/standoff.ts";
import { countingOf, offsetUnits } from "../../../shared/interchange/units.ts";
import { articleFacts } from "../../../shared/model/article.ts";
import { foldedName } from "../../../shared/model/folded-name.ts";
import { splitsSurrogatePair } from "../../../shared/model/selector.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { nastyText } from "../../helpers/nasty-text.ts";
import { runs } from "../../helpers/tier.ts";

const text = "By Ann Bell 😀 and\r\nCarl Dorn, who asked not to be named.";
const counting = countingOf(text, "utf-16");
const name = fc.oneof(
  fc.constantFrom(
    ...articleFacts,
    "author_2",
    "article_tag",
    "article_tag_2",
    "original_file",
    "metadata_byline",
    "metadata_title_2",
  ),
  fc.string(),
);
const value = fc.oneof(
  fc.constantFrom("", " ", "0-11 By Ann Bell", "0-11 Another", "12-99", "Ann Bell"),
  nastyText,
);

/** Whether a value is one of the tags, which stand on one line and each once however it is written. */
const isTagOf = (tags: readonly string[], name: string, value: string): boolean =>
  name.startsWith("article_tag") && tags.some((tag) => foldedName(tag) === foldedName(value));

describe("facts of an article", () => {
  it("are taken or told, one by one", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name, value }), { maxLength: 8 }), (values) => {
        const given = values.filter((one) => isFactName(one.name));
        const { facts, unread } = factsOf(given, text, counting);
        const { about = [], tags = [], metadata = [], original } = facts;
        const said = new Set([
          ...about.map((fact) => fact.value),
          ...(original === undefined ? [] : [original]),
        ]);
        const untaken = given.filter(
          (one) =>
            one.value.trim() !== "" &&
            !said.has(one.value) &&
            !isTagOf(tags, one.name, one.value) &&
            !/^0-11 By Ann Bell$/u.test(one.value),
        );
        const told = unread.reduce((sum, { count }) => sum + count, 0);
        expect(told).toBeGreaterThanOrEqual(untaken.length);
        for (const part of metadata) expect(text.slice(part.start, part.end)).toBe("By Ann Bell");
      }),
      { numRuns: runs(200) },
    );
  });

  it("come back in every unit, in their order", () => {
    const document: Standoff = {
      ...{ article: "a", title: "", text, annotator: null, spans: [], relations: [] },
      about: [
        { field: "author", value: "Ann Bell", from: "file", found: "properties" },
        { field: "author", value: "Carl Dorn", from: "file", found: "properties" },
        { field: "date", value: "2026-01-02", from: "file", found: "properties" },
      ],
      tags: ["Election", "harbour; bridge"],
      metadata: [
        { field: "byline", start: 0, end: 11 },
        { field: "byline", start: 20, end: 29 },
      ],
      original: "bridge.html",
    };
    for (const unit of offsetUnits) {
      const values = factValues(document, unit);
      expect(new Set(values.map((one) => one.name)).size).toBe(values.length);
      const { facts, unread } = factsOf(values, text, countingOf(text, unit));
      expect(unread).toEqual([]);
      const { about, tags, metadata, original } = document;
      expect(facts).toEqual({ about, tags, metadata, original });
    }
  });

  it("come back from stretches of any length, wherever their first words are cut", () => {
    fc.assert(
      fc.property(nastyText, fc.nat(200), fc.nat(200), (words, first, second) => {
        const long = replaceLoneSurrogates(`${words} said that `.repeat(8)).text;
        const whole = (offset: number): number => {
          const within = offset % long.length;
          // Some units count a line end of two characters as one.
          const isWithin =
            splitsSurrogatePair(long, within) || /^\r\n/u.test(long.slice(within - 1, within + 1));
          return isWithin && within > 0 ? within + 1 : within;
        };
        const [start, end] = [whole(first), whole(second)].sort((a, b) => a - b);
        fc.pre(start !== undefined && end !== undefined && start < end);
        const metadata = [{ field: "caption" as const, start: start ?? 0, end: end ?? 0 }];
        const document = { article: "a", title: "", text: long, annotator: null, spans: [], relations: [] };
        for (const unit of offsetUnits) {
          const values = factValues({ ...document, metadata }, unit);
          expect(factsOf(values, long, countingOf(long, unit)).facts).toEqual({ metadata });
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it("may be lists in JSON; anything else is none", () => {
    expect(factsAmong({ author: ["Ann", "Bo"], date: 2026, url: { href: "x" }, text: "t" })).toEqual([
      { name: "author", value: "Ann" },
      { name: "author", value: "Bo" },
      { name: "date", value: "2026" },
    ]);
  });

  it("that are too long, or said twice of one thing, are told", () => {
    const long = { name: "author", value: "x".repeat(limits.factLength + 1) };
    const dates = ["2026-01-02", "2026-01-03"].map((date) => ({ name: "date", value: date }));
    const { facts, unread } = factsOf([long, ...dates], text, counting);
    expect(facts.about).toEqual([{ field: "date", value: "2026-01-02", from: "file", found: "properties" }]);
    expect(unread.map((one) => one.name)).toEqual(["author", "date"]);
  });
});

describe("details of an entity", () => {
  const mention = (
    id: string,
    start: number,
    key: string,
    more: StandoffSpan["values"] = [],
  ): StandoffSpan => ({
    ...{ id, label: "speaker", segments: [{ start, end: start + 3 }] },
    values: [{ name: valueNames.entity, value: "Carl" }, { name: valueNames.entityKey, value: key }, ...more],
  });
  const entity: StandoffEntity = {
    ...{ id: "k", name: "Carl", type: "person", naming: "described", aliases: ["C. D."], role: "clerk" },
  };
  const document: Standoff = {
    ...{ article: "a", title: "", text, annotator: null, relations: [], entities: [entity] },
    spans: [mention("1", 20, "k"), mention("2", 3, "k")],
  };

  it("stand on its first mention, and come back from there", () => {
    const lost: string[] = [];
    const written = withDetailsOnMentions(document, "utf-16", ({ id }) => lost.push(id));
    expect(written.entities).toBeUndefined();
    expect(written.spans.map(({ values }) => values.length)).toEqual([5, 2]);
    expect(lost).toEqual([]);
    expect(withDetailsApart(written.spans, text, counting)).toEqual({
      spans: document.spans,
      entities: [entity],
    });
  });

  it("of somebody whom nothing mentions any more are lost, and said to be", () => {
    const lost: string[] = [];
    withDetailsOnMentions({ ...document, spans: [] }, "utf-16", ({ id }) => lost.push(id));
    expect(lost).toEqual(["k"]);
  });

  it("stay values where they cannot be so, or say another thing than before", () => {
    const evidence = { name: "entity_evidence", value: "0-3 Nowhere" };
    const spans = [mention("1", 3, "k", [evidence])];
    expect(withDetailsApart(spans, text, counting)).toEqual({ spans, entities: [] });
    const [role, other] = ["clerk", "judge"].map((one) => ({ name: "entity_role", value: one }));
    if (!role || !other) throw new Error("There are two.");
    const apart = withDetailsApart(
      [mention("1", 3, "k", [role]), mention("2", 20, "k", [other])],
      text,
      counting,
    );
    expect(apart.spans.map(({ values }) => values.slice(2))).toEqual([[], [other]]);
  });

  it("of a name that is said once at most stay values where they are numbered", () => {
    const values = ["entity_role", "entity_role_2", "entity_alias", "entity_alias_2"].map((one) => ({
      name: one,
      value: one,
    }));
    const apart = withDetailsApart([mention("1", 3, "k", values)], text, counting);
    expect(apart.spans[0]?.values.slice(2)).toEqual([{ name: "entity_role_2", value: "entity_role_2" }]);
    expect(apart.entities[0]).toMatchObject({
      role: "entity_role",
      aliases: ["entity_alias", "entity_alias_2"],
    });
  });

  it("are not taken off what names nobody", () => {
    const [role] = valuesOfDetails({ aliases: [], role: "clerk" });
    if (!role) throw new Error("There is one.");
    const spans: StandoffSpan[] = [{ ...mention("1", 3, "k"), values: [role] }];
    expect(withDetailsApart(spans, text, counting)).toEqual({ spans, entities: [] });
  });

  it("are no field of a tagset, whatever its fields are called", () => {
    for (const { name: detail } of valuesOfDetails({ aliases: ["A", "B"], role: "r", terms: "t" })) {
      expect(nameOfField(detail)).not.toBe(detail);
      expect(fieldOfName(nameOfField(detail))).toBe(detail);
    }
  });
});
