import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/exporters/bundle.ts";
import { type AnnotationSetJson, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { applyChange, removed } from "../../../shared/model/change.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { planTakeIn, type TakeInState } from "../../../shared/review/take-in.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";

const me = { id: "annotator", name: "Anna Lind" };
const marked = markedArticle("{o:speaker|Orban} {s:cue|said} {c:claim|it was over}.", {
  cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
  entities: [entity("orban", "Orban")],
  points: { o: "orban" },
});
const article = {
  id: "article",
  title: "It was over",
  addedAt: "2026-01-01T00:00:00.000Z",
  textHash: marked.set.textHash,
  length: marked.text.text.length,
  metadata: [],
  original: null,
};
const theirs: AnnotationSetJson = { ...setToJson(marked.set), annotatorId: "colleague" };

const bundleOf = (set: AnnotationSetJson, more: Partial<ExportBundle> = {}): ExportBundle => ({
  project: { id: "project", name: "Project" },
  annotators: [me, { id: "colleague", name: "Ben Ode" }],
  tagset: newsAttribution,
  entities: [entity("orban", "Orban")],
  articles: [{ article: { ...article, id: "elsewhere" }, text: marked.text.text, sets: [set] }],
  exportedAt: "2026-02-02T00:00:00.000Z",
  generator: "Sayso 0.0.0",
  ...more,
});

const stateOf = (more: Partial<TakeInState> = {}): TakeInState => ({
  project: { id: "project", annotators: [me], tagset: newsAttribution },
  me,
  articles: [article],
  entities: tableOf(),
  kept: () => null,
  own: () => ({ set: marked.set, text: marked.text.text, base: null }),
  ...more,
});

const plan = (set: AnnotationSetJson, state: Partial<TakeInState> = {}, bundle: Partial<ExportBundle> = {}) =>
  planTakeIn(bundleOf(set, bundle), stateOf(state), "ben.json");
const outcomes = (...given: Parameters<typeof plan>): string[] =>
  plan(...given).sets.map(({ outcome }) => outcome);

describe("taking in", () => {
  it("keeps a colleague's set under the article that has its text, with who and what it refers to", () => {
    const { sets, annotators, entities } = plan(theirs);
    expect(sets.map(({ outcome, title, set }) => [outcome, title, set])).toEqual([
      ["new", "It was over", theirs],
    ]);
    expect(annotators).toEqual([{ id: "colleague", name: "Ben Ode" }]);
    expect(entities).toEqual([entity("orban", "Orban")]);
  });

  it("leaves what the registry has of an entity as it is", () => {
    expect(plan(theirs, { entities: tableOf([entity("orban", "Viktor")]) }).entities).toEqual([]);
  });

  it("keeps span types that the tagset does not have (row 44)", () => {
    const strange = { ...theirs, spans: theirs.spans.map((span) => ({ ...span, type: "hasOwnProperty" })) };
    expect(outcomes(strange)).toEqual(["new"]);
  });

  it("puts a newer version in the place of an older one, and never the other way round", () => {
    const changed = { ...theirs, exclusions: [] as const, attributions: [] };
    const kept = (exportedAt: string | null) => ({ kept: () => ({ set: changed, exportedAt }) });
    expect(outcomes(theirs, kept("2026-01-01T00:00:00.000Z"))).toEqual(["newer"]);
    expect(outcomes(theirs, kept("2026-03-01T00:00:00.000Z"))).toEqual(["older"]);
    expect(outcomes(theirs, kept(null))).toEqual(["at-home"]);
  });

  it("changes nothing when the same is taken in again (row 47)", () => {
    const kept = { kept: () => ({ set: theirs, exportedAt: "2026-02-02T00:00:00.000Z" }) };
    expect(outcomes(theirs, kept)).toEqual(["same"]);
  });

  it("takes nothing in where the text is another one, or not there (row 40)", () => {
    const other = { ...article, textHash: "1".repeat(64) };
    expect(outcomes(theirs, { articles: [{ ...other, id: "elsewhere" }] })).toEqual(["other-text"]);
    expect(outcomes(theirs, { articles: [other] })).toEqual(["no-article"]);
  });

  for (const name of ["Anna Lind", "anna lind", " ", "\u202eAnna"])
    it(`keeps somebody called “${name.trim()}” apart from everybody here (row 42)`, () => {
      const stranger = { ...theirs, annotatorId: "stranger" };
      const { annotators, sets } = plan(stranger, {}, { annotators: [{ id: "stranger", name }] });
      expect(sets[0]?.outcome).toBe("new");
      expect(annotators[0]?.id).toBe("stranger");
      expect(annotators[0]?.name).not.toBe("Anna Lind");
      expect(annotators[0]?.name.trim()).not.toBe("");
    });

  it("leaves ids that are also mine in their own set (row 34)", () => {
    const { sets } = plan(theirs);
    expect(sets[0]?.set.annotatorId).toBe("colleague");
    expect(sets[0]?.merge).toBeUndefined();
  });
});

describe("taking in one's own work from elsewhere", () => {
  const own: AnnotationSetJson = setToJson(marked.set);

  it("changes nothing where it is the same", () => {
    expect(outcomes(own, { entities: tableOf([entity("orban", "Orban")]) })).toEqual(["same"]);
  });

  it("merges it over the version that was taken in last, and two ways where there is none", () => {
    const less = applyChange(
      { set: marked.set, entities: tableOf() },
      { attributions: removed(marked.card("k")) },
    ).set;
    const here = { set: marked.set, text: marked.text.text };
    const entities = tableOf([entity("orban", "Orban")]);
    const over = (base: AnnotationSetJson | null) =>
      plan(setToJson(less), { entities, own: () => ({ ...here, base }) }).sets.map(({ outcome, merge }) => [
        outcome,
        merge?.change.attributions?.removed.map(({ id }) => id) ?? [],
      ]);
    expect(over(own)).toEqual([["own", ["k"]]]);
    expect(over(null)).toEqual([["same", []]]);
  });

  it("brings entities along that the registry lacks", () => {
    const merge = plan(own).sets[0]?.merge;
    expect(merge?.change.entities?.added.map(({ id }) => id)).toEqual(["orban"]);
  });

  it("is left where it does not hold to the tagset here", () => {
    const strange = { ...own, spans: own.spans.map((span) => ({ ...span, type: "unheard-of" })) };
    expect(outcomes(strange)).toEqual(["other-tagset"]);
    expect(setFromJson(strange).spans.size).toBe(3);
  });
});
