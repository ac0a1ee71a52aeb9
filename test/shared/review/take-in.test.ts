import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import {
  type AnnotationSetJson,
  emptySet,
  setFromJson,
  setToJson,
} from "../../../shared/model/annotation-set.ts";
import { applyChange, removed } from "../../../shared/model/change.ts";
import { besideCuration, curationOf } from "../../../shared/model/curation.ts";
import type { Decision } from "../../../shared/model/decision.ts";
import type { Provenance } from "../../../shared/model/provenance.ts";
import { records, tableOf } from "../../../shared/model/table.ts";
import { finish } from "../../../shared/model/work.ts";
import {
  noChoices,
  type PlannedSet,
  planningTakeIn,
  type TakeInChoices,
  type TakeInPlan,
  type TakeInState,
} from "../../../shared/review/take-in.ts";
import type { OwnSet } from "../../../shared/review/take-in-own.ts";
import { cameIn, type KnownArticles, placesOf } from "../../../shared/review/take-in-places.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";
import { runs } from "../../helpers/tier.ts";

const planTakeIn = (...of: Parameters<typeof planningTakeIn>): TakeInPlan => finish(planningTakeIn(...of));

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

type State = Omit<TakeInState, "placings"> & KnownArticles;

const stateOf = (more: Partial<State> = {}): State => ({
  project: { id: "project", annotators: [me], tagset: newsAttribution },
  me,
  articles: [article],
  former: () => [],
  sameWords: () => [],
  annotatorsOf: () => [],
  entities: tableOf(),
  text: () => marked.text.text,
  kept: () => null,
  curated: () => null,
  own: () => ({ set: marked.set, base: null, before: null }),
  ...more,
});

const plan = (
  set: AnnotationSetJson,
  state: Partial<State> = {},
  bundle: Partial<ExportBundle> = {},
  choices: Partial<TakeInChoices> = {},
) => {
  const [came, here] = [bundleOf(set, bundle), stateOf(state)];
  const said = { ...noChoices, own: "merge" as const, ...choices };
  const placings = placesOf(cameIn(came), here, said);
  return planTakeIn(came, { ...here, placings }, { file: "ben.json" }, said);
};
const outcomes = (...given: Parameters<typeof plan>): string[] =>
  plan(...given).sets.map(({ outcome }) => outcome);

describe("importing", () => {
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

  it("changes nothing when the same is imported again (row 47)", () => {
    const kept = { kept: () => ({ set: theirs, exportedAt: "2026-02-02T00:00:00.000Z" }) };
    expect(outcomes(theirs, kept)).toEqual(["same"]);
  });

  it("takes nothing in where the article is not here, unless it is to come along", () => {
    const other = { ...article, textHash: "1".repeat(64) };
    expect(outcomes(theirs, { articles: [other] })).toEqual(["no-article"]);
    const brought = plan(theirs, { articles: [other] }, {}, { bring: true });
    expect(brought.sets.map(({ outcome, isBrought }) => [outcome, isBrought])).toEqual([["new", true]]);
    expect(brought.articles.map(({ article: { id } }) => id)).toEqual(["elsewhere"]);
  });

  it("knows an article by a text that it had before, unless the file has that article itself", () => {
    const text = `Budapest, Monday. ${marked.text.text}`;
    const revised = { ...article, textHash: "1".repeat(64), length: text.length };
    const former = (id: string): string[] => (id === article.id ? [article.textHash] : []);
    const state = { articles: [{ ...revised, id: "unlike" }, revised], former, text: () => text };
    const [set] = plan(theirs, state, {}, { bring: true }).sets;
    expect([set?.outcome, set?.isBrought, set?.set.textHash]).toEqual(["new", false, revised.textHash]);
    expect(set?.carried).toMatchObject({ from: article.textHash, moved: 3, lost: [] });
    const both = bundleOf(theirs).articles.flatMap((one) => [
      { ...one, sets: [] as const, article: revised },
      one,
    ]);
    expect(outcomes(theirs, state, { articles: both })).toEqual(["no-article"]);
  });

  it("carries a set over to another version of the text, and says how (rows 39 and 40)", () => {
    const text = `Budapest, Monday. ${marked.text.text}`;
    const other = { ...article, id: "elsewhere", textHash: "1".repeat(64), length: text.length };
    const [set] = plan(theirs, { articles: [other], text: () => text }).sets;
    expect(set?.outcome).toBe("new");
    expect(set?.carried).toMatchObject({ unmoved: 0, moved: 3, lost: [] });
    expect(set?.set.textHash).toBe(other.textHash);
    for (const { segments } of set?.set.spans ?? [])
      for (const { start, end, quote } of segments) expect(text.slice(start, end)).toBe(quote);
  });

  it("leaves what it is told to leave, and takes an article for the one it is told", () => {
    const leave = { places: new Map([["elsewhere", null]]) };
    expect(outcomes(theirs, {}, {}, leave)).toEqual(["left"]);
    const other = { ...article, id: "other", textHash: "1".repeat(64) };
    const same = { places: new Map([["elsewhere", "other"]]) };
    const [set] = plan(theirs, { articles: [other] }, {}, same).sets;
    expect([set?.outcome, set?.set.articleId, set?.carried?.lost]).toEqual(["new", "other", []]);
  });

  it("tells articles of one text apart by their ids", () => {
    const twin = { ...article, id: "elsewhere" };
    expect(plan(theirs, { articles: [article, twin] }).sets[0]?.set.articleId).toBe("elsewhere");
  });

  it("leaves an article of the file that is not here apart from one with its text that the file has as well", () => {
    const [here] = bundleOf(theirs).articles;
    if (!here) throw new Error("There is no article.");
    const away = { ...here, article: { ...article, id: "away" } };
    const inFile = { articles: [away, { ...here, article }] };
    const { sets } = plan(theirs, { articles: [article] }, inFile);
    expect(sets.map(({ cameAs, outcome }) => [cameAs, outcome])).toEqual([
      ["away", "no-article"],
      ["article", "new"],
    ]);
  });

  it("takes one set a person for an article", () => {
    const { articles } = bundleOf(theirs);
    const twice = articles.flatMap((one) => [one, { ...one, article: { ...one.article, id: "again" } }]);
    expect(outcomes(theirs, {}, { articles: twice })).toEqual(["twins-asked", "twins-asked"]);
    expect(outcomes(theirs, {}, { articles: twice }, { twins: "same" })).toEqual(["no-article", "new"]);
    const one = new Map(twice.map(({ article: { id } }) => [id, article.id]));
    expect(outcomes(theirs, {}, { articles: twice }, { places: one })).toEqual(["new", "repeated"]);
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

  it("tells people of one name in one file apart", () => {
    const people = ["b", "c", "d"].map((id) => ({ id, name: "Ben Ode" }));
    const articles = bundleOf(theirs).articles.map((one) => ({
      ...one,
      sets: people.map(({ id }) => ({ ...theirs, annotatorId: id })),
    }));
    const { annotators } = plan(theirs, {}, { annotators: people, articles });
    expect(annotators.map(({ name }) => name)).toEqual([
      "Ben Ode",
      "Ben Ode (ben.json)",
      "Ben Ode (ben.json 2)",
    ]);
  });

  it("goes through the file's entities as often for many sets as for one", () => {
    const readingsFor = (count: number): number => {
      let readings = 0;
      const people = Array.from({ length: count }, (_, at) => ({ id: `person${at}`, name: `Person ${at}` }));
      const articles = bundleOf(theirs).articles.map((one) => ({
        ...one,
        sets: people.map(({ id }) => ({ ...theirs, annotatorId: id })),
      }));
      const bundle = { ...bundleOf(theirs), annotators: people, articles };
      const counting = Object.defineProperty({ ...bundle }, "entities", {
        get: () => [readings++, bundle.entities][1],
      });
      const state = stateOf();
      const placings = placesOf(cameIn(bundle), state, noChoices);
      const { sets } = planTakeIn(
        counting,
        { ...state, placings },
        { file: "a", importedFrom: "brat" },
        noChoices,
      );
      expect(sets).toHaveLength(count);
      return readings;
    };
    expect(readingsFor(20)).toBe(readingsFor(1));
  });

  it("leaves ids that are also mine in their own set (row 34)", () => {
    const { sets } = plan(theirs);
    expect(sets[0]?.set.annotatorId).toBe("colleague");
    expect(sets[0]?.merge).toBeUndefined();
  });
});

const isWrong = ({ spans }: AnnotationSetJson): boolean => spans.some(({ type }) => type === "unheard-of");

describe("importing a curated set", () => {
  const by = <T extends { readonly provenance: Provenance }>(annotator: string, all: readonly T[]): T[] =>
    all.map((one) => ({ ...one, provenance: { ...one.provenance, annotator } }));
  const setBy = (annotator: string): AnnotationSetJson => ({
    ...{ ...theirs, annotatorId: annotator },
    spans: by(annotator, theirs.spans),
    attributions: by(annotator, theirs.attributions),
  });
  const came = setBy("colleague");
  const people = { annotators: [me, { id: "colleague", name: "Curation", kind: "curation" as const }] };
  const curation = curationOf({ id: "project", annotators: [] });
  const registry = { entities: tableOf([entity("orban", "Orban")]) };
  const here = (set: AnnotationSetJson) => ({
    ...registry,
    curated: () => setFromJson({ ...set, articleId: "article" }),
  });

  it("makes it the project's where the article has none, whole, with whom it mentions", () => {
    for (const state of [{}, { curated: () => emptySet({ ...theirs, articleId: "article" }) }]) {
      const { sets, annotators, entities } = plan(came, state, people);
      const [planned] = sets;
      expect(planned).toMatchObject({ outcome: "curated", annotator: curation });
      const before = { set: emptySet({ ...theirs, articleId: "article" }), entities: tableOf() };
      const after = setToJson(applyChange(before as never, planned?.adopt ?? {}).set);
      expect(after).toEqual({ ...setBy(curation.id), annotatorId: "colleague", articleId: "article" });
      expect(annotators).toEqual([]);
      expect(entities).toEqual([entity("orban", "Orban")]);
    }
  });

  it("leaves one that is there as it is, and keeps what comes beside it as somebody's", () => {
    const other = {
      ...theirs,
      spans: theirs.spans.map((span) => ({ ...span, id: `${span.id}-other` })),
      attributions: [],
    };
    const { sets } = plan(came, here(other), people);
    expect(sets).toMatchObject([
      { outcome: "new", besideCurated: "another-here", annotator: { id: "colleague", name: "Curation" } },
    ]);
    expect(sets[0]?.annotator.kind).toBeUndefined();
    expect(sets[0]?.adopt).toBeUndefined();
  });

  it("changes nothing where all of it is here, and is kept beside where it and the one here went on from the same", () => {
    expect(outcomes(came, here(setBy(curation.id)), people)).toEqual(["same"]);
    const ours = setBy(curation.id);
    const [span] = ours.spans;
    const more = { ...ours, spans: [...ours.spans, ...(span ? [{ ...span, id: "more" }] : [])] };
    expect(outcomes(came, here(more), people)).toEqual(["same"]);
    const { sets } = plan(came, here({ ...ours, attributions: [] }), people);
    expect(sets).toMatchObject([{ outcome: "new", besideCurated: "another-here" }]);
    expect(sets[0]?.set.attributions).toEqual(came.attributions);
  });

  describe("from another tool", () => {
    const imported = <T extends { readonly provenance: Provenance }>(all: readonly T[]): T[] =>
      all.map((one) => ({
        ...one,
        provenance: { ...one.provenance, origin: { by: "imported", from: "inception" } },
      }));
    const set: AnnotationSetJson = {
      ...came,
      spans: imported(came.spans),
      attributions: imported(came.attributions),
      progress: { id: "article", state: "done", note: "" },
    };
    const otherwise = {
      ...set,
      spans: set.spans.map((span) => (span.type === "cue" ? { ...span, type: "source" } : span)),
      attributions: [],
    };
    const planned = (one: AnnotationSetJson, before: AnnotationSetJson) => {
      const [bundle, state] = [bundleOf(one, people), stateOf(here(asOurs(before)))];
      const placings = placesOf(cameIn(bundle), state, noChoices);
      const source = { file: "theirs.zip", importedFrom: "inception" };
      return planTakeIn(bundle, { ...state, placings }, source, noChoices).sets;
    };
    const asOurs = (one: AnnotationSetJson): AnnotationSetJson => ({
      ...one,
      spans: by(curation.id, one.spans),
      attributions: by(curation.id, one.attributions),
    });
    const adopted = (before: AnnotationSetJson, { adopt }: Partial<PlannedSet>) =>
      setToJson(
        applyChange(
          { set: setFromJson({ ...asOurs(before), articleId: "article" }), entities: tableOf() },
          adopt ?? {},
        ).set,
      );

    it("takes the place of what the same files gave under another mapping, where nobody touched that", () => {
      for (const [now, before] of [
        [otherwise, set],
        [set, otherwise],
      ] as const) {
        const [one] = planned(now, before);
        expect(one).toMatchObject({ outcome: "curated", annotator: curation });
        const said = ({ spans, attributions, progress }: AnnotationSetJson) => [
          spans.map(({ type, segments }) => [type, segments]),
          attributions.length,
          progress,
        ];
        expect(said(adopted(before, one ?? {}))).toEqual(said(now));
        expect(one?.again?.unchanged).toBeGreaterThan(0);
      }
      expect(planned(set, set)).toMatchObject([{ outcome: "same" }]);
    });

    it("is kept beside it, with how the two differ, where somebody decided or edited since", () => {
      const at = "2026-03-01T00:00:00.000Z";
      const edited = {
        ...set,
        spans: set.spans.map((one) => ({ ...one, provenance: { ...one.provenance, editedAt: at } })),
      };
      const decided = { ...set, decisions: [decisionBy("ben")] };
      for (const before of [edited, decided])
        expect(planned(otherwise, before)).toMatchObject([
          { outcome: "new", besideCurated: "differs", againstCurated: { unchanged: 2, added: 1 } },
        ]);
    });
  });

  const decisionBy = (annotator: string): Decision => ({
    ...{ id: `decision${annotator}`, about: "span", members: [], place: null, aspects: [], how: "nothing" },
    ...{ taken: null, made: [], reason: "" },
    provenance: { annotator, at: "2026-01-01T00:00:00.000Z", origin: { by: "human" } },
  });

  it("keeps those of several machines apart, each where it came before, with the time at which it was handed over", () => {
    const setOf = (...deciders: readonly string[]) => ({
      ...setBy(curation.id),
      decisions: deciders.map(decisionBy),
    });
    const times: string[] = [];
    const annotatorOf = (set: AnnotationSetJson) => {
      const bundle = bundleOf(set, { annotators: [me, curation] });
      const state = stateOf(here(others(theirs, "other")));
      const placings = placesOf(cameIn(bundle), state, noChoices);
      const exportedAt = (_: string, annotator: string): string => {
        times.push(annotator);
        return "2026-01-05T00:00:00.000Z";
      };
      const [one] = planTakeIn(
        bundle,
        { ...state, placings },
        { file: "a.json", exportedAt },
        noChoices,
      ).sets;
      expect(one).toMatchObject({ outcome: "new", exportedAt: "2026-01-05T00:00:00.000Z" });
      return one?.annotator.id;
    };
    const kept = [setOf("ben"), setOf("cem"), setOf("ben", "cem"), setOf()].map(annotatorOf);
    expect(new Set(kept).size).toBe(4);
    expect(annotatorOf(setOf("cem", "ben"))).toBe(kept[2]);
    // As the file calls them, whoever they are here.
    expect(new Set(times)).toEqual(new Set([curation.id]));
  });

  it("says of one that was kept as a person's that it is nobody's, and of no person that a file calls so", () => {
    const known = { id: "colleague", name: "Curation" };
    const project = { id: "project", annotators: [me, known], tagset: newsAttribution };
    const state = { ...here(others(theirs, "other")), project };
    const keptAs = (set: AnnotationSetJson) => ({
      ...state,
      kept: () => ({ set, exportedAt: "2026-01-01T00:00:00.000Z" }),
    });
    const { nobodies, sets } = plan(came, keptAs({ ...came, decisions: [decisionBy("ben")] }), people);
    expect(nobodies).toEqual(["colleague"]);
    expect(sets).toMatchObject([{ annotator: { ...known, decidedElsewhere: true } }]);
    expect(plan(came, keptAs(theirs), people).nobodies).toEqual([]);
    expect(plan(came, state, people).nobodies).toEqual([]);
  });

  it("is kept as somebody's where it breaks a law of this project", () => {
    const tagset = { ...newsAttribution, spanTypes: newsAttribution.spanTypes.slice(1) };
    const project = { id: "project", annotators: [me], tagset };
    expect(plan(came, { ...registry, project }, people).sets).toMatchObject([
      { outcome: "new", besideCurated: "unlawful" },
    ]);
  });

  const others = (set: AnnotationSetJson, suffix: string): AnnotationSetJson => ({
    ...set,
    spans: set.spans.map((span) => ({ ...span, id: `${span.id}${suffix}` })),
    attributions: [],
  });

  it("keeps one of this very project from another machine beside the one that is here, each time in one place", () => {
    const set = setBy(curation.id);
    const state = here(others(theirs, "other"));
    const [planned] = plan(set, state, { annotators: [me, curation] }).sets;
    const beside = besideCuration(curation.id, []);
    expect(planned).toMatchObject({ outcome: "new", besideCurated: "another-here", cameBy: curation.id });
    expect(planned?.annotator).toEqual({ id: beside, name: "Curation", decidedElsewhere: true });
    expect(planned?.set).toEqual({ ...setBy(beside), articleId: "article" });
    const kept = (_: string, annotator: string) =>
      planned && annotator === beside ? { set: planned.set, exportedAt: "2026-02-02T00:00:00.000Z" } : null;
    expect(outcomes(set, { ...state, kept }, { annotators: [me, curation] })).toEqual(["same"]);
  });

  it("makes of several one at most the project's, keeps the others whole, and puts none in the curation's place", () => {
    const one = fc.record({
      isOurs: fc.boolean(),
      marks: fc.constantFrom("a", "b", "c"),
      isStrange: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), fc.boolean(), (some, isThere) => {
        const by = some.map(({ isOurs }, at) => (isOurs ? curation.id : `stranger${at}`));
        const sets = some.map(({ marks, isStrange }, at): AnnotationSetJson => {
          const set = others(setBy(by[at] ?? ""), marks);
          const strange = set.spans.map((span) => ({ ...span, type: "unheard-of" }));
          return isStrange ? { ...set, spans: strange } : set;
        });
        const annotators = [...new Set(by)].map((id) => ({
          id,
          name: "Curation",
          kind: "curation" as const,
        }));
        const [inFile] = bundleOf(theirs).articles;
        const state = isThere ? here(others(theirs, "here")) : registry;
        const planned = plan(theirs, state, {
          annotators: [me, ...annotators],
          articles: inFile ? [{ ...inFile, sets }] : [],
        }).sets;
        expect(planned.filter(({ adopt }) => adopt).length).toBeLessThanOrEqual(isThere ? 0 : 1);
        for (const [at, { outcome, annotator, set, besideCurated }] of planned.entries()) {
          if (outcome === "repeated") continue;
          expect(set.annotatorId).toBe(annotator.id);
          expect(set.spans.map(({ id }) => id)).toEqual(sets[at]?.spans.map(({ id }) => id));
          const isCurations = outcome === "curated" || (outcome === "same" && besideCurated === undefined);
          expect(annotator.id === curation.id).toBe(isCurations);
          if (!isCurations) expect([outcome, annotator.kind]).toEqual(["new", undefined]);
          if (!isCurations)
            expect(besideCurated).toBe(isWrong(set) && !hasAnother(at) ? "unlawful" : "another-here");
        }

        function hasAnother(at: number): boolean {
          return isThere || planned.slice(0, at).some(({ adopt }) => adopt);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

describe("importing one's own work from elsewhere", () => {
  const own: AnnotationSetJson = setToJson(marked.set);

  it("takes nothing for one's own before somebody has said so", () => {
    const empty = emptySet({ articleId: "article", annotatorId: "me", textHash: own.textHash });
    const state = {
      entities: tableOf([entity("orban", "Orban")]),
      own: () => ({ set: empty, base: null, before: null }),
    };
    const said = (choice: TakeInChoices["own"]) => plan(own, state, {}, { own: choice }).sets[0];
    expect(said("merge")).toMatchObject({ outcome: "own", merge: expect.anything() });
    expect(said("ask")).toMatchObject({ outcome: "own-asked" });
    expect(said("leave")).toMatchObject({ outcome: "left" });
    for (const choice of ["ask", "leave"] as const) expect(said(choice)?.merge).toBeUndefined();
  });

  it("changes nothing where it is the same", () => {
    expect(outcomes(own, { entities: tableOf([entity("orban", "Orban")]) })).toEqual(["same"]);
  });

  it("merges it over the version that was imported last, and two ways where there is none", () => {
    const less = applyChange(
      { set: marked.set, entities: tableOf() },
      { attributions: removed(marked.card("k")) },
    ).set;
    const here = { set: marked.set };
    const entities = tableOf([entity("orban", "Orban")]);
    const over = (base: AnnotationSetJson | null) =>
      plan(setToJson(less), { entities, own: () => ({ ...here, base, before: null }) }).sets.map(
        ({ outcome, merge }) => [outcome, merge?.change.attributions?.removed.map(({ id }) => id) ?? []],
      );
    expect(over(own)).toEqual([["own", ["k"]]]);
    expect(over(null)).toEqual([["same", []]]);
  });

  it("carries it over where it was made on another version of the text, and says how", () => {
    const text = `Budapest, Monday. ${marked.text.text}`;
    const other = { ...article, id: "elsewhere", textHash: "1".repeat(64), length: text.length };
    const empty = emptySet({ articleId: "elsewhere", annotatorId: me.id, textHash: other.textHash });
    const state = {
      articles: [other],
      text: () => text,
      own: () => ({ set: empty, base: null, before: null }),
    };
    const [set] = plan(own, state).sets;
    expect(set).toMatchObject({
      outcome: "own",
      carried: { unmoved: 0, moved: 3, lost: [] },
      asItCame: { ...own, articleId: "elsewhere" },
    });
    for (const { segments } of set?.merge?.change.spans?.added ?? [])
      for (const { start, end, quote } of segments) expect(text.slice(start, end)).toBe(quote);
    expect(set?.merge?.change.spans?.added).toHaveLength(3);
  });

  it("leaves it where few of its marks would find a place, unless its text is an earlier one of the article", () => {
    const other = { ...article, id: "elsewhere", textHash: "1".repeat(64) };
    const empty = emptySet({ articleId: "elsewhere", annotatorId: me.id, textHash: other.textHash });
    const over = (before: OwnSet["before"]) =>
      plan(own, {
        articles: [other],
        text: () => "The fishers and the ministry are at odds over the cod quota.",
        own: () => ({ set: empty, base: null, before }),
      }).sets.map(({ outcome, carried, merge }) => [
        outcome,
        carried?.lost.length,
        merge?.change.orphans?.added.length,
      ]);
    expect(over(null)).toEqual([["other-text", 3, undefined]]);
    const before = setToJson(emptySet({ ...own, articleId: "elsewhere" }));
    expect(over({ edited: "own", set: before })).toEqual([["own", 3, 3]]);
  });

  it("decides a conflict for the side that was chosen, and lists it all the same", () => {
    const entities = tableOf([entity("orban", "Orban")]);
    const note = (words: string): AnnotationSetJson => ({
      ...own,
      attributions: own.attributions.map((card) => ({ ...card, note: words })),
    });
    const state = { entities, own: () => ({ set: setFromJson(note("ours")), base: own, before: null }) };
    const notesIn = (decided: TakeInChoices["decided"]) => {
      const merge = plan(note("theirs"), state, {}, { decided }).sets[0]?.merge;
      const [card] = merge ? records(merge.merged.set.attributions) : [];
      return [card?.note, merge?.conflicts.map(({ fields }) => fields)];
    };
    expect(notesIn(new Map())).toEqual(["ours", [["note"]]]);
    expect(notesIn(new Map([["article attributions k", "theirs"]]))).toEqual(["theirs", [["note"]]]);
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
