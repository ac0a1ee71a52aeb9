// What is taken of another tool's files and what is left out add up: each span and each relation is counted once, whatever became of it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../../main/storage/files/json-text.ts";
import { wrong } from "../../../shared/importers/finding.ts";
import { bundleOfDocuments } from "../../../shared/interchange/bundle-of-documents.ts";
import { attributionLabel, labelOfType, viaPrefix, withinLabel } from "../../../shared/interchange/labels.ts";
import type { Standoff, StandoffRelation, StandoffSpan } from "../../../shared/interchange/standoff.ts";
import { readStandoff } from "../../../shared/interchange/standoff-reader.ts";
import { tallyOf } from "../../../shared/interchange/tally.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { runs } from "../../helpers/tier.ts";

const text = Array.from({ length: 60 }, (_, at) => `word${at}`).join(" ");
const [role = ""] = newsAttribution.viaRoles.map(({ id }) => id);

/** Of ours, of a type that the tagset lacks, and of a label that the mapping does not know. */
const spanLabels = [
  ...newsAttribution.spanTypes.map(({ id }) => labelOfType(id)),
  attributionLabel,
  labelOfType("missing"),
  "Stranger",
];
const relationLabels = ["voice", "cue", "claim", `${viaPrefix}${role}`, withinLabel, "strange"];

const same = (labels: readonly string[], unknown: string) =>
  Object.fromEntries(labels.filter((label) => label !== unknown).map((label) => [label, label]));

const mapping = {
  spans: same(spanLabels, "Stranger"),
  relations: same(relationLabels, "strange"),
  values: { note: "note" },
};

const documents: fc.Arbitrary<Standoff> = fc
  .record({
    labels: fc.array(fc.constantFrom(...spanLabels), { minLength: 1, maxLength: 10 }),
    relations: fc.array(
      fc.record({ label: fc.constantFrom(...relationLabels), from: fc.nat(), to: fc.nat() }),
      { maxLength: 40 },
    ),
  })
  .map(({ labels, relations }) => {
    // Two cards at least, so that several relations meet in one.
    const spans = [attributionLabel, attributionLabel, ...labels].map(
      (label, at): StandoffSpan => ({
        ...{ id: `s${at}`, label },
        segments: [{ start: at * 7, end: at * 7 + 4 }],
        values: at % 3 === 0 ? [{ name: "strange", value: "x" }] : [],
      }),
    );
    const anchors = spans.filter(({ label }) => label === attributionLabel);
    const all = relations.flatMap(({ label, from, to }): StandoffRelation[] => {
      // From cards, as ours are; what ties marks alone makes cards that no span stands for.
      const anchor = anchors[from % Math.max(1, anchors.length)];
      const target = spans[to % spans.length];
      return anchor && target && anchor !== target ? [{ label, from: anchor.id, to: target.id }] : [];
    });
    const distinct = [...new Map(all.map((one) => [`${one.label} ${one.from} ${one.to}`, one])).values()];
    return { article: "a", title: "A", text, annotator: "Ana", spans, relations: distinct };
  });

const arrived = (document: Standoff) =>
  bundleOfDocuments({
    ...{
      documents: [document],
      mapping,
      tagset: newsAttribution,
      from: "test",
      at: "2026-01-01T00:00:00.000Z",
    },
    ...{ generator: "", title: "", unnamed: "", known: [], hashOf: sha256 },
  });

/** What stands in the sets that came to be, as spans and relations. */
function unitsBuilt({ bundle }: ReturnType<typeof arrived>): number {
  const sets = bundle.articles.flatMap((article) => article.sets);
  const cards = sets.flatMap(({ attributions }) => attributions);
  const slots = cards.map(
    ({ voice, cue, claim, via, within }) =>
      voice.length + via.length + [cue, claim, within].filter((one) => one !== null).length,
  );
  return (
    sets.reduce((sum, { spans }) => sum + spans.length, 0) +
    cards.length +
    slots.reduce((sum, count) => sum + count, 0)
  );
}

test("what is taken stands in the sets, and with what is left out it is all that there was", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const made = arrived(document);
      const units = document.spans.length + document.relations.length;
      const tally = tallyOf({ taken: units, rejected: [], moved: [] }, made.rejected);
      expect(tally.units).toBe(units);
      expect(tally.taken).toBe(unitsBuilt(made));
      expect(tally.taken + tally.rejected + tally.unmapped).toBe(units);
      // Nothing that the mapping knows counts as of a kind without a counterpart.
      const strangers = new Set(
        document.spans.filter(({ label }) => label === "Stranger").map(({ id }) => id),
      );
      const ofStrangers = document.relations.filter(
        ({ label, to }) => label === "strange" || strangers.has(to),
      );
      expect(tally.unmapped).toBe(strangers.size + ofStrangers.length);
    }),
    { numRuns: runs(300) },
  );
});

test("a reader accounts for each span and relation, and for values beside them", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ start: fc.integer({ min: -3, max: 40 }), length: fc.integer({ min: -1, max: 9 }) }),
        { maxLength: 9 },
      ),
      fc.array(fc.record({ from: fc.nat(11), to: fc.nat(11) }), { maxLength: 6 }),
      (places, ties) => {
        const spans = places.map(({ start, length }, at) => ({
          ...{ id: `s${at % 7}`, label: "claim", where: "" },
          segments: [{ start, end: start + length }],
          values: [
            { name: "kind", value: "a" },
            { name: "kind", value: "b" },
          ],
        }));
        const relations = ties.map(({ from, to }) => ({
          label: "voice",
          from: `s${from}`,
          to: `s${to}`,
          where: "",
        }));
        const of = { article: "a", title: "A", text: text.slice(0, 40), annotator: null };
        const read = readStandoff(of, { units: ["utf-16"], spans, relations });
        const taken = read.document.spans.length + read.document.relations.length;
        const tally = tallyOf({ taken, rejected: read.rejected, moved: read.moved }, []);
        expect(tally).toEqual({
          units: spans.length + relations.length,
          taken,
          moved: 0,
          rejected: spans.length + relations.length - taken,
          unmapped: 0,
        });
      },
    ),
    { numRuns: runs(200) },
  );
});

test("what cannot be read at all is one unit", () => {
  expect(tallyOf({ taken: 2, rejected: [wrong("", "x", "y")], moved: [] }, [])).toEqual({
    ...{ units: 3, taken: 2, moved: 0, rejected: 1, unmapped: 0 },
  });
});
