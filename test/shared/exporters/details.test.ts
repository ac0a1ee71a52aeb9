// What is known of an article and of those who are named in it, and how marks came to be, comes back from every format that is written and read as it was, whatever
// the words are, unless the format has no place for it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportedArticle } from "../../../shared/annotated-json/bundle.ts";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import type { Exporter } from "../../../shared/exporters/exporter.ts";
import { exporters, exportOf, packed } from "../../../shared/exporters/index.ts";
import { utf8 } from "../../../shared/files/zip.ts";
import { bundleOfDocuments } from "../../../shared/interchange/bundle-of-documents.ts";
import { guessMapping } from "../../../shared/interchange/mapping.ts";
import type { Standoff } from "../../../shared/interchange/standoff.ts";
import { type Article, articleFacts, type MetadataField } from "../../../shared/model/article.ts";
import { type Entity, entityTypes, namings } from "../../../shared/model/entity.ts";
import type { Origin, Provenance } from "../../../shared/model/provenance.ts";
import { selectorOf, splitsSurrogatePair } from "../../../shared/model/selector.ts";
import { hashOf, sampleBundle } from "../../helpers/bundles.ts";
import { exportStandoffs } from "../../helpers/standoffs.ts";
import { runs } from "../../helpers/tier.ts";

const said = fc.constantFrom(
  "Ann Bell",
  "<b>&amp;",
  'say "so"',
  "Öl 😀",
  "]]>",
  "a|b",
  "http://x.example/?a=1&b=2",
);
const optional = <Of>(of: fc.Arbitrary<Of>) => fc.option(of, { nil: undefined });
const about = fc.record({
  authors: fc.uniqueArray(said, { maxLength: 3 }),
  facts: fc.subarray(articleFacts.filter((field) => field !== "author")),
  fact: said,
});
const fields: readonly MetadataField[] = [
  "title",
  "byline",
  "publisher",
  "dateline",
  "date",
  "caption",
  "credit",
];
const parts = fc.uniqueArray(fc.tuple(fc.constantFrom(...fields), fc.nat(9)), { selector: ([, at]) => at });

/** One reader knows what each program writes of an exchange. */
const readerOf = ({ id }: Exporter) =>
  annotationImporterById(id.replace(/^refi-qda-.*$/u, "refi-qda").replace(/^polnear$/u, "brat"));

const sample = sampleBundle();
const [first] = sample.articles;
if (!first) throw new Error("The sample has articles.");
const { sets } = first;
const mentioned = new Set(sets.flatMap(({ spans }) => spans.flatMap(({ entity }) => entity ?? [])));
const named = sample.entities.filter(({ id }) => mentioned.has(id));
/** With a character of two code units where nothing is marked and no stretch begins or ends, so that each unit counts otherwise. */
const text = withWideCharacter(first.text);

function withWideCharacter(words: string): string {
  const marks = sets.flatMap(({ spans, exclusions }) => [
    ...spans.flatMap(({ segments }) => segments),
    ...exclusions.map(({ segment }) => segment),
  ]);
  for (let at = 1; at < words.length; at += 1)
    if (
      /^[a-z]{2}$/u.test(words.slice(at, at + 2)) &&
      ![0, 15].includes((at + 1) % 20) &&
      marks.every(({ start, end }) => at + 2 <= start || at >= end)
    )
      return `${words.slice(0, at)}😀${words.slice(at + 2)}`;
  throw new Error("The sample has words that nobody marked.");
}

const place = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 30 })).map(([start, length]) => {
  const whole = (offset: number): number => (splitsSurrogatePair(text, offset) ? offset + 1 : offset);
  return { start: whole(start), end: whole(start + length + 1) };
});
const details = fc.record({
  type: fc.constantFrom(...entityTypes),
  naming: fc.constantFrom(...namings),
  aliases: fc.uniqueArray(said, { maxLength: 3 }),
  role: optional(said),
  affiliation: optional(said),
  externalId: optional(said),
  anonymity: optional(fc.record({ terms: said, reason: said, place: optional(place) })),
});

const entities = fc
  .array(details, { minLength: named.length, maxLength: named.length })
  .map((all) => named.map(({ id, name }, at) => entityWith(id, name, all[at])));

function entityWith(
  id: string,
  name: string,
  of: typeof details extends fc.Arbitrary<infer Details> ? Details | undefined : never,
): Entity {
  if (!of) throw new Error("There is one for each.");
  const { anonymity, role, affiliation, externalId, ...plain } = of;
  const evidence = anonymity?.place && {
    article: first?.article.id ?? "",
    segment: selectorOf(text, anonymity.place),
  };
  return {
    ...{ id, name, ...plain },
    ...(role !== undefined && { role }),
    ...(affiliation !== undefined && { affiliation }),
    ...(externalId !== undefined && { externalId }),
    ...(anonymity && {
      anonymity: { terms: anonymity.terms, reason: anonymity.reason, ...(evidence && { evidence }) },
    }),
  };
}

const articles = fc.tuple(about, parts).map(
  ([{ authors, facts, fact }, stretches]): Article => ({
    ...(first?.article as Article),
    metadata: [...stretches]
      .sort(([, a], [, b]) => a - b)
      .map(([field, at]) => ({ field, start: at * 20, end: at * 20 + 15 })),
    about: [
      ...authors.map((value) => ["author", value] as const),
      ...facts.map((field) => [field, `${field} ${fact}`] as const),
    ].map(([field, value]) => ({ field, value, from: "file", found: "properties" })),
  }),
);

/** What is written and not read, of which this is not about. */
const notRead = /^coreference_groups$|remarks/u;

/** The standoffs in what was written. */
function documentsIn(exporter: Exporter, written: ReturnType<typeof exportOf>): readonly Standoff[] {
  const importer = readerOf(exporter);
  if (!importer) throw new Error("It is written and read.");
  const file = { name: `x.${exporter.extension}`, bytes: packed(exporter, written) };
  // A workbook has no texts: they lie beside it.
  const texts = exporter.id === "xlsx" ? [{ name: `${first?.article.id}.txt`, bytes: utf8(text) }] : [];
  const read = readAnnotations(importer, [file, ...texts], hashOf);
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  const unread = (read.passed ?? []).filter(({ why }) => why === "not-read").map(({ name }) => name);
  expect(unread.filter((name) => !notRead.test(name))).toEqual([]);
  return read.documents;
}

/** What comes of the bundle, written and read again. */
function readAgain(exporter: Exporter, bundle: typeof sample) {
  const written = exportOf(exporter, bundle);
  const lost = written.losses.map(({ what }) => what);
  return { lost, ...arrivedFrom(exporter, documentsIn(exporter, written)) };
}

function arrivedFrom(exporter: Exporter, documents: readonly Standoff[]) {
  const { tagset, exportedAt } = sample;
  const arrived = bundleOfDocuments({
    ...{ documents, mapping: guessMapping(documents, tagset), tagset, from: exporter.id, at: exportedAt },
    ...{ generator: "", title: "", unnamed: "", known: [], hashOf },
  });
  const [article] = arrived.bundle.articles;
  if (!article) throw new Error("An article was written.");
  return { article, entities: arrived.bundle.entities };
}

const onlyLf = (words: string): string => words.replaceAll("\r\n", "\n");
/** An entity in words alone, since texts may come with other line ends. */
const inWords = ({ id: _id, anonymity, ...entity }: Entity) => ({
  ...entity,
  ...(anonymity && {
    anonymity: { ...anonymity, evidence: onlyLf(anonymity.evidence?.segment.quote ?? "") },
  }),
});
const byName = (one: Entity, other: Entity): number => (one.name < other.name ? -1 : 1);
const inOrder = (facts: Article["about"]) =>
  articleFacts.flatMap((field) => (facts ?? []).filter((one) => one.field === field));
const stretchesOf = (words: string, { metadata }: Article) =>
  metadata.map(({ field, start, end }) => [field, onlyLf(words.slice(start, end))]);

const tables = ["csv", "xlsx"];
const both = exporters.filter(
  ({ id, takes }) => takes === "standoffs" || ["citron", "polnear", ...tables].includes(id),
);

describe.each(both.filter(({ id }) => tables.includes(id)))("$id", (exporter) => {
  it("gives back what is known of an article, and what its text says", () => {
    fc.assert(
      fc.property(articles, (article) => {
        const came = readAgain(exporter, { ...sample, articles: [{ ...first, article, text }] });
        expect(came.article.article.about ?? []).toEqual(expect.arrayContaining([...(article.about ?? [])]));
      }),
      { numRuns: runs(10) },
    );
  });
});

describe.each(both.filter(({ id }) => !tables.includes(id)))("$id", (exporter) => {
  it("gives back what is known of an article", () => {
    fc.assert(
      fc.property(articles, (article) => {
        const came = readAgain(exporter, { ...sample, articles: [{ ...first, article, text }] });
        expect(came.lost).not.toContain("metadata");
        expect(onlyLf(came.article.text)).toBe(text);
        expect(inOrder(came.article.article.about)).toEqual(inOrder(article.about));
        if (article.metadata.length > 0)
          expect(stretchesOf(came.article.text, came.article.article)).toEqual(stretchesOf(text, article));
      }),
      { numRuns: runs(10) },
    );
  });
});

const holding = both.filter(({ capabilities }) => capabilities && capabilities.entityDetails !== "none");

describe.each(holding)("$id", (exporter) => {
  it("gives back what is known of entities", () => {
    fc.assert(
      fc.property(entities, (all) => {
        const came = readAgain(exporter, { ...sample, entities: all, articles: [{ ...first, text }] });
        expect(came.lost).not.toContain("entity-details");
        expect([...came.entities].sort(byName).map(inWords)).toEqual([...all].sort(byName).map(inWords));
        const evidence = came.entities.flatMap(({ anonymity }) => anonymity?.evidence ?? []);
        for (const { article, segment } of evidence) {
          expect(article).toBe(came.article.article.id);
          expect(came.article.text.slice(segment.start, segment.end)).toBe(segment.quote);
        }
      }),
      { numRuns: runs(10) },
    );
  });
});

const origins: readonly Origin[] = [
  { by: "human" },
  { by: "imported", from: "brat; by Ann" },
  { by: "suggested", rule: "cue", reason: "“said”; 2 of 3", confidence: 0.25, model: "own" },
  { by: "curated", parents: ["a2b", "c3"] },
];
const times = (at: number) => new Date(Date.UTC(2026, 0, 2, 3, 4, 5, at)).toISOString();

/** Each mark and card of the sample with an origin and times of its own. */
function withHistories(): typeof sample {
  let count = 0;
  const withHistory = <Of extends { readonly provenance: Provenance }>(record: Of): Of => {
    count += 1;
    const { annotator } = record.provenance;
    const origin = origins[count % origins.length] ?? { by: "human" };
    const edited = count % 3 === 0 && { editedAt: times(count + 500) };
    return { ...record, provenance: { annotator, at: times(count), origin, ...edited } };
  };
  const histories = sets.map((set) => ({
    ...set,
    spans: set.spans.map(withHistory),
    attributions: set.attributions.map(withHistory),
  }));
  return { ...sample, articles: [{ ...first, text, sets: histories } as ExportedArticle] };
}

const historiesOf = ({ sets: all }: ExportedArticle) =>
  all
    .flatMap(({ spans, attributions }) => [...spans, ...attributions])
    .map(({ provenance: { annotator: _annotator, ...history } }) => history)
    .sort((a, b) => (a.at < b.at ? -1 : 1));

describe.each(
  both.filter(({ id, capabilities }) => !tables.includes(id) && capabilities?.provenance !== "none"),
)("$id", (exporter) => {
  it("gives back how marks and cards came to be", () => {
    const bundle = withHistories();
    const came = readAgain(exporter, bundle);
    expect(came.lost).not.toContain("provenance");
    expect(historiesOf(came.article)).toEqual(bundle.articles.flatMap(historiesOf));
  });
});

const refiQda = exporters.flatMap((one) =>
  one.takes === "standoffs" && /^refi-qda/u.test(one.id) ? [one] : [],
);

describe.each(both.filter(({ id }) => ["brat", "label-studio", "refi-qda"].includes(id)))(
  "$id",
  (exporter) => {
    it.each(refiQda)("keeps how marks came to be when it is converted to $id", (target) => {
      const bundle = withHistories();
      const documents = documentsIn(exporter, exportOf(exporter, bundle));
      const about = { generator: "", exportedAt: sample.exportedAt, title: "", tagset: sample.tagset };
      const converted = exportStandoffs(target, documents, about);
      const project = converted.files.find(({ name }) => name === "project.qde");
      expect(Buffer.from(project?.bytes ?? []).toString("utf8")).not.toMatch(
        /<CodeRef\/>|name="provenance"/u,
      );
      const came = arrivedFrom(target, documentsIn(target, converted));
      expect(historiesOf(came.article)).toEqual(bundle.articles.flatMap(historiesOf));
    });
  },
);
