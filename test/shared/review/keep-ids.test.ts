// A set that comes in again from another tool keeps the ids of what is as it was, and of what was changed where only one can be meant.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { bundleOfDocuments } from "../../../shared/interchange/bundle-of-documents.ts";
import { flatten } from "../../../shared/interchange/flatten.ts";
import { guessMapping } from "../../../shared/interchange/mapping.ts";
import type { Standoff, StandoffSpan } from "../../../shared/interchange/standoff.ts";
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { tableOf, withRecords } from "../../../shared/model/table.ts";
import { keepIds } from "../../../shared/review/keep-ids.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { hashOf, randomBundle, sampleBundle } from "../../helpers/bundles.ts";
import { runs } from "../../helpers/tier.ts";

/** As another tool gives these back at some time, beside a registry. */
const imported = (documents: readonly Standoff[], at = "2026-01-02", registry: readonly Entity[] = []) =>
  bundleOfDocuments({
    ...{
      documents,
      mapping: guessMapping(documents, newsAttribution),
      tagset: newsAttribution,
      from: "brat",
    },
    ...{ at, generator: "Sayso", title: "T", unnamed: "Nobody", known: [], registry, hashOf },
  }).bundle;

const again = (came: AnnotationSetJson, before: AnnotationSetJson, from: ExportBundle, to: ExportBundle) => {
  const here = tableOf(from.entities);
  return keepIds(came, before, { here, all: withRecords(here, to.entities) });
};

const setOf = ({ articles }: ExportBundle, at = 0): AnnotationSetJson => {
  const set = articles[at]?.sets[0];
  if (!set) throw new RangeError("There is no set.");
  return set;
};

const other: Standoff = {
  ...{ article: "other", title: "Other", text: "Nobody said so.", annotator: "Anna Lind", relations: [] },
  spans: [{ id: "o", label: "speaker", segments: [{ start: 0, end: 6 }], values: [] }],
};

/** In another order, which a file may have at any time. */
const turned = (documents: readonly Standoff[], by: number): Standoff[] =>
  documents.map((document) => {
    const turn = <T>(list: readonly T[]): T[] => [...list.slice(by), ...list.slice(0, by)].reverse();
    return { ...document, spans: turn(document.spans), relations: turn(document.relations) };
  });

const marked = randomBundle
  .map((bundle) => flatten(bundle).documents)
  .filter(([first]) => (first?.spans.length ?? 0) > 0);

/** Where a span lies and what it is. */
const placeOf = ({ type, segments }: AnnotationSetJson["spans"][number]): string =>
  JSON.stringify([type, segments.map(({ start, end }) => [start, end])]);

const idsByPlace = ({ spans }: AnnotationSetJson): ReadonlyMap<string, readonly string[]> => {
  const places = new Map<string, string[]>();
  for (const span of spans) places.set(placeOf(span), [...(places.get(placeOf(span)) ?? []), span.id]);
  return places;
};

const tie = (label: string, from: string, to: string) => ({ label, from, to });
/** Three cards that say the same, each within the one before it. */
const cardsInCards: Standoff[] = [
  {
    ...{ article: "a", title: "A", text: "Anna said so.", annotator: "Bo" },
    spans: [
      { id: "s", label: "speaker", segments: [{ start: 0, end: 4 }], values: [] },
      ...["p", "q", "r"].map((id) => ({
        ...{ id, label: "attribution", values: [] },
        segments: [{ start: 0, end: 4 }],
      })),
    ],
    relations: [
      ...["p", "q", "r"].map((id) => tie("voice", id, "s")),
      ...[tie("within", "q", "p"), tie("within", "r", "q")],
    ],
  },
];

/** Two cards of one voice, of which one is about somebody. */
const cardsAboutPeople: Standoff[] = [
  {
    ...{ article: "a", title: "A", text: "Anna said so.", annotator: "Bo" },
    spans: [
      { id: "s", label: "speaker", segments: [{ start: 0, end: 4 }], values: [] },
      ...["p", "q"].map((id) => ({
        ...{ id, label: "attribution", segments: [{ start: 0, end: 4 }] },
        values:
          id === "q"
            ? [
                { name: "about", value: "Cid" },
                { name: "about_type", value: "person" },
              ]
            : [],
      })),
    ],
    relations: [tie("voice", "p", "s"), tie("voice", "q", "s")],
  },
];

describe("the same set once more", () => {
  it("is the same to the last field, whenever and in whatever order it comes, and whatever comes beside it", () => {
    fc.assert(
      fc.property(marked, fc.nat(20), fc.boolean(), (documents, by, isBeside) => {
        const before = imported(documents);
        const came = imported(
          [...(isBeside ? [other] : []), ...turned(documents, by)],
          "2026-03-04",
          before.entities,
        );
        const { set, counts } = again(setOf(came, isBeside ? 1 : 0), setOf(before), before, came);
        expect(set).toEqual(setOf(before));
        const { spans, attributions, exclusions, remarks = [] } = set;
        const unchanged = spans.length + attributions.length + exclusions.length + remarks.length;
        expect(counts).toEqual({ unchanged, changed: 0, added: 0, removed: 0 });
      }),
      {
        numRuns: runs(60),
        examples: [cardsInCards, cardsAboutPeople].flatMap((documents) =>
          [0, 1, 2].map((by): [Standoff[], number, boolean] => [documents, by, false]),
        ),
      },
    );
  });

  it("is so for each article of the sample, with its entities", () => {
    const { documents } = flatten(sampleBundle());
    const before = imported(documents);
    const came = imported(turned(documents, 3), "2026-03-04", before.entities);
    for (const at of before.articles.keys())
      expect(again(setOf(came, at), setOf(before, at), before, came).set).toEqual(setOf(before, at));
  });
});

/** What somebody may do to one span of a file. */
const edits = {
  longer: (span: StandoffSpan, length: number) => {
    const last = span.segments.at(-1);
    if (!last || last.end >= length) return [span];
    return [{ ...span, segments: [...span.segments.slice(0, -1), { ...last, end: length }] }];
  },
  gone: () => [],
  twice: (span: StandoffSpan) => [span, { ...span, id: `${span.id}'`, label: "exclusion", values: [] }],
} as const satisfies Record<string, (span: StandoffSpan, length: number) => StandoffSpan[]>;
const edit = fc.tuple(fc.nat(100), fc.constantFrom(...(["longer", "gone", "twice"] as const)));

function edited([first, ...more]: readonly Standoff[], at: number, how: keyof typeof edits): Standoff[] {
  if (!first) return [];
  const number = at % first.spans.length;
  const spans = first.spans.flatMap((span, index) =>
    index === number ? edits[how](span, first.text.length) : [span],
  );
  const left = new Set(spans.map(({ id }) => id));
  const relations = first.relations.filter(({ from, to }) => left.has(from) && left.has(to));
  return [{ ...first, spans, relations }, ...more];
}

/** The first becomes as long as the second. */
const twoSpeakers: Standoff[] = [
  {
    ...{ article: "a", title: "A", text: "Anna said so.", annotator: "Bo", relations: [] },
    spans: [
      {
        ...{ id: "a", label: "speaker", segments: [{ start: 0, end: 4 }] },
        values: [
          { name: "entity", value: "Anna" },
          { name: "entity_type", value: "person" },
          { name: "entity_key", value: "k" },
        ],
      },
      { id: "b", label: "speaker", segments: [{ start: 0, end: 13 }], values: [] },
    ],
  },
];

describe("a changed set", () => {
  it("keeps each span that lies where one of its type lay, each id once, and what was not touched to the last field", () => {
    fc.assert(
      fc.property(marked, edit, fc.nat(20), (documents, [at, how], by) => {
        const before = imported(documents);
        const came = imported(turned(edited(documents, at, how), by), "2026-03-04", before.entities);
        const old = setOf(before);
        const now = setOf(came);
        const { set, counts } = again(now, old, before, came);
        const oldPlaces = idsByPlace(old);
        for (const [place, ids] of idsByPlace(set)) {
          const oldIds = oldPlaces.get(place) ?? [];
          // An edge that was moved can bring a span to where another one of its type lies.
          const kept = ids.filter((id) => oldIds.includes(id));
          expect(kept.length).toBe(Math.min(ids.length, oldIds.length));
        }
        for (const kind of ["spans", "attributions", "exclusions"] as const) {
          expect(new Set(set[kind].map(({ id }) => id)).size).toBe(now[kind].length);
          const asBefore = new Map(old[kind].map((one) => [one.id, JSON.stringify(one)]));
          const differ = set[kind].filter((one) => asBefore.get(one.id) !== JSON.stringify(one));
          // One span, and the cards that it is part of.
          if (kind === "spans") expect(differ.length).toBeLessThanOrEqual(1);
        }
        const size = ({ spans, attributions, exclusions, remarks = [] }: AnnotationSetJson): number =>
          spans.length + attributions.length + exclusions.length + remarks.length;
        expect(counts.unchanged + counts.changed + counts.added).toBe(size(now));
        expect(counts.unchanged + counts.changed + counts.removed).toBe(size(old));
      }),
      { numRuns: runs(60), examples: [[twoSpeakers, [0, "longer"], 0]] },
    );
  });

  it("changes nothing when it comes again, and is as it was when the first version comes again", () => {
    fc.assert(
      fc.property(marked, edit, edit, (documents, [first, how], [second, then]) => {
        const before = imported(documents);
        const came = imported(edited(documents, first, how), "2026-02-02", before.entities);
        const once = again(setOf(came), setOf(before), before, came);
        expect(again(setOf(came), once.set, came, came).set).toEqual(once.set);
        const next = edited(edited(documents, first, how), second, then);
        if ((next[0]?.spans.length ?? 0) === 0) return;
        const more = imported(next, "2026-03-03", came.entities);
        const twice = again(setOf(more), once.set, came, more);
        expect(again(setOf(more), twice.set, more, more).counts).toMatchObject({
          changed: 0,
          added: 0,
          removed: 0,
        });
        const back = again(setOf(before), twice.set, more, before);
        expect(new Set(back.set.spans.map(({ id }) => id)).size).toBe(setOf(before).spans.length);
        expect(back.set.spans.map(placeOf).sort()).toEqual(setOf(before).spans.map(placeOf).sort());
      }),
      { numRuns: runs(40) },
    );
  });
});

const text = "Anna said it rains. Bo said it snows. Anna and Bo left.";
const at = (words: string, label: string, nth = 0, id = `${label}${words}${nth}`): StandoffSpan => {
  let start = text.indexOf(words);
  for (let time = 0; time < nth; time += 1) start = text.indexOf(words, start + 1);
  return { id, label, segments: [{ start, end: start + words.length }], values: [] };
};
const file = (spans: readonly StandoffSpan[], relations: Standoff["relations"] = []): Standoff[] => [
  { article: "a", title: "A", text, annotator: "Bo", spans, relations },
];
const both = (old: readonly Standoff[], now: readonly Standoff[], registry: readonly Entity[] = []) => {
  const before = imported(old, "2026-01-02", registry);
  const here = [...registry, ...before.entities.filter(({ id }) => !registry.some((one) => one.id === id))];
  const came = imported(now, "2026-03-04", here);
  const table = tableOf(here);
  return {
    before: setOf(before),
    came: setOf(came),
    ...keepIds(setOf(came), setOf(before), { here: table, all: withRecords(table, came.entities) }),
  };
};

describe("a changed span", () => {
  it("is the one with which it shares most text, says when it was changed, and keeps when it was made", () => {
    const { before, set, counts } = both(
      file([at("it rains", "claim"), at("Anna", "speaker")]),
      file([at("said it rains", "claim"), at("Anna", "speaker")]),
    );
    expect(counts).toEqual({ unchanged: 1, changed: 1, added: 0, removed: 0 });
    const claim = (one: AnnotationSetJson) => one.spans.find(({ type }) => type === "claim");
    expect(claim(set)?.id).toBe(claim(before)?.id);
    expect(claim(set)?.provenance).toEqual({ ...claim(before)?.provenance, editedAt: "2026-03-04" });
  });

  it("is a new one where it is as near to two, or is of another type", () => {
    expect(
      both(
        file([at("Anna", "speaker", 1), at("Bo left", "speaker")]),
        file([at("Anna and Bo left", "speaker")]),
      ).counts,
    ).toEqual({ unchanged: 0, changed: 1, added: 0, removed: 1 });
    expect(
      both(file([at("it r", "claim"), at("ains", "claim")]), file([at("it rains", "claim")])).counts,
    ).toEqual({ unchanged: 0, changed: 0, added: 1, removed: 2 });
    expect(both(file([at("Anna", "speaker")]), file([at("Anna", "source")])).counts).toEqual({
      unchanged: 0,
      changed: 0,
      added: 1,
      removed: 1,
    });
  });

  it("leaves its card as it was, and a card with another voice keeps its id", () => {
    const spans = [
      at("Anna", "speaker"),
      at("Bo", "speaker"),
      at("said", "cue"),
      at("it rains", "claim", 0, "c"),
    ];
    const ties = (voice: string) => [
      { label: "cue", from: "c", to: "cuesaid0" },
      { label: "voice", from: "c", to: voice },
    ];
    const old = file(spans, ties("speakerAnna0"));
    const longer = [...spans.slice(0, 3), at("said it rains", "claim", 0, "c")];
    const moved = both(old, file(longer, ties("speakerAnna0")));
    expect(moved.counts).toEqual({ unchanged: 4, changed: 1, added: 0, removed: 0 });
    expect(moved.set.attributions).toEqual(moved.before.attributions);
    const other = both(old, file(spans, ties("speakerBo0")));
    expect(other.counts).toEqual({ unchanged: 4, changed: 1, added: 0, removed: 0 });
    expect(other.set.attributions[0]?.id).toBe(other.before.attributions[0]?.id);
  });
});

describe("a mention", () => {
  const named = (span: StandoffSpan, name: string, key: string): StandoffSpan => ({
    ...span,
    values: [
      { name: "entity", value: name },
      { name: "entity_type", value: "person" },
      { name: "entity_key", value: key },
    ],
  });
  const smith: Entity = { id: "smith", name: "Smith", type: "person", naming: "named", aliases: [] };

  it("means whom it meant, where the registry has several of that name by now", () => {
    const spans = [named(at("Anna", "speaker"), "Smith", "k1"), named(at("Bo", "speaker"), "Smith", "k2")];
    const one = both(file(spans), file(spans), [smith]);
    expect(one.set).toEqual(one.before);
    expect(new Set(one.set.spans.map(({ entity }) => entity)).size).toBe(2);
    const more = both(file(spans), file([...spans, named(at("Anna", "speaker", 1), "Smith", "k1")]), [smith]);
    expect(more.counts).toEqual({ unchanged: 2, changed: 0, added: 1, removed: 0 });
    const entities = more.set.spans.map(({ segments, entity }) => [segments[0]?.quote, entity]);
    expect(entities.filter(([words]) => words === "Anna").map(([, entity]) => entity)).toEqual([
      "smith",
      "smith",
    ]);
  });

  it("of somebody else is a change", () => {
    const { counts, set } = both(
      file([named(at("Anna", "speaker"), "Smith", "k1")]),
      file([named(at("Anna", "speaker"), "Jones", "k1")]),
    );
    expect(counts).toEqual({ unchanged: 0, changed: 1, added: 0, removed: 0 });
    expect(set.spans[0]?.entity).not.toBe("smith");
  });
});

it("a file of nested marks that all changed is not compared without end", () => {
  const long = "a".repeat(5000);
  const nested = (by: number): Standoff[] => [
    {
      ...{ article: "a", title: "A", text: long, annotator: "Bo", relations: [] },
      spans: Array.from({ length: 800 }, (_, number) => ({
        ...{ id: `${number}`, label: "claim", values: [] },
        segments: [{ start: number, end: 5000 - number * 2 + by - 1 }],
      })).filter(({ segments: [one] }) => one && one.end > one.start),
    },
  ];
  const before = imported(nested(0));
  const came = imported(nested(1));
  const { counts } = again(setOf(came), setOf(before), before, came);
  expect(counts).toMatchObject({ changed: 0, added: counts.removed });
});
