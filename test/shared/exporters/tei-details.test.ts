// What is known of an article and of those who are named in it comes back from TEI as it was, whatever the words are.
import fc from "fast-check";
import { expect, it } from "vitest";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import { exporterById, exportOf, packed } from "../../../shared/exporters/index.ts";
import { bundleOfDocuments } from "../../../shared/interchange/bundle-of-documents.ts";
import { guessMapping } from "../../../shared/interchange/mapping.ts";
import { type Article, articleFacts, type MetadataField } from "../../../shared/model/article.ts";
import { type Entity, entityTypes, namings } from "../../../shared/model/entity.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { hashOf, sampleBundle } from "../../helpers/bundles.ts";
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
const place = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 30 }));
const details = fc.record({
  type: fc.constantFrom(...entityTypes),
  naming: fc.constantFrom(...namings),
  aliases: fc.uniqueArray(said, { maxLength: 3 }),
  role: optional(said),
  affiliation: optional(said),
  externalId: optional(said),
  anonymity: optional(fc.record({ terms: said, reason: said, place: optional(place) })),
});
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

it("comes back field by field", () => {
  const sample = sampleBundle();
  const [first] = sample.articles;
  if (!first) throw new Error("The sample has articles.");
  const { text, sets } = first;
  const mentioned = new Set(sets.flatMap(({ spans }) => spans.flatMap(({ entity }) => entity ?? [])));
  const named = sample.entities.filter(({ id }) => mentioned.has(id));
  fc.assert(
    fc.property(
      fc.array(details, { minLength: named.length, maxLength: named.length }),
      about,
      parts,
      (all, { authors, facts, fact }, stretches) => {
        const entities = named.map(({ id, name }, at): Entity => {
          const { anonymity, role, affiliation, externalId, ...plain } = all[at] ?? {
            type: "person",
            naming: "named",
            aliases: [],
          };
          const evidence = anonymity?.place && {
            article: first.article.id,
            segment: selectorOf(text, {
              start: anonymity.place[0],
              end: anonymity.place[0] + anonymity.place[1],
            }),
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
        });
        const article: Article = {
          ...first.article,
          metadata: [...stretches]
            .sort(([, a], [, b]) => a - b)
            .map(([field, at]) => ({ field, start: at * 20, end: at * 20 + 15 })),
          about: [
            ...authors.map((value) => ["author", value] as const),
            ...facts.map((field) => [field, `${field} ${fact}`] as const),
          ].map(([field, value]) => ({ field, value, from: "file", found: "properties" })),
        };
        const exporter = exporterById("tei");
        const importer = annotationImporterById("tei");
        if (!exporter || !importer) throw new Error("TEI is written and read.");
        const bundle = { ...sample, entities, articles: [{ ...first, article }] };
        const written = exportOf(exporter, bundle);
        expect(written.losses.filter(({ what }) => ["metadata", "entity-details"].includes(what))).toEqual(
          [],
        );
        const read = readAnnotations(importer, [{ name: "x.zip", bytes: packed(exporter, written) }], hashOf);
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        const { documents } = read;
        const arrived = bundleOfDocuments({
          documents,
          mapping: guessMapping(documents, sample.tagset),
          ...{
            tagset: sample.tagset,
            from: "tei",
            at: sample.exportedAt,
            generator: "",
            title: "",
            unnamed: "",
          },
          ...{ known: [], hashOf },
        });
        const [came] = arrived.bundle.articles;
        const byName = (one: Entity, other: Entity): number => (one.name < other.name ? -1 : 1);
        const plain = ({ id: _id, ...entity }: Entity, of: string) => ({
          ...entity,
          ...(entity.anonymity?.evidence && {
            anonymity: {
              ...entity.anonymity,
              evidence: { ...entity.anonymity.evidence, article: entity.anonymity.evidence.article === of },
            },
          }),
        });
        expect(
          [...arrived.bundle.entities].sort(byName).map((one) => plain(one, came?.article.id ?? "")),
        ).toEqual([...entities].sort(byName).map((one) => plain(one, article.id)));
        const inOrder = (facts: Article["about"]) =>
          articleFacts.flatMap((field) => (facts ?? []).filter((one) => one.field === field));
        expect(inOrder(came?.article.about)).toEqual(inOrder(article.about));
        if (article.metadata.length > 0) expect(came?.article.metadata).toEqual(article.metadata);
      },
    ),
    { numRuns: runs(60) },
  );
});
