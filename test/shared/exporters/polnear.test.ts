// PolNeAR's files: what they tie is what the cards tie, and the reader of brat reads them.
import { expect, test } from "vitest";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import { exportOf } from "../../../shared/exporters/index.ts";
import { polnearExporter } from "../../../shared/exporters/polnear.ts";
import { wordsOfSpan } from "../../../shared/interchange/standoff.ts";
import { hashOf, sampleBundle } from "../../helpers/bundles.ts";

const bundle = sampleBundle();

test("every card with a cue and a claim comes back with its words, and nothing else does", () => {
  const importer = annotationImporterById("brat");
  if (!importer) throw new Error("brat is read.");
  const read = readAnnotations(importer, exportOf(polnearExporter, bundle).files, hashOf);
  if (!read.ok) throw new Error("It is brat.");
  expect(read.rejected).toEqual([]);
  const found = read.documents.flatMap(({ text, spans, relations }) => {
    const byId = new Map(spans.map((span) => [span.id, wordsOfSpan(text, span)]));
    return spans
      .filter(({ label }) => label === "Attribution")
      .map(({ id }) => {
        const own = (role: string) =>
          relations.filter(({ from, label }) => from === id && label === role).map(({ to }) => byId.get(to));
        return [own("Source"), own("Cue"), own("Content")];
      });
  });
  const expected = bundle.articles.flatMap(({ sets }) =>
    sets.flatMap(({ spans, attributions }) => {
      const words = (id: string) =>
        spans
          .find((span) => span.id === id)
          ?.segments.map(({ quote }) => quote)
          .join(" ");
      return attributions.flatMap(({ voice, cue, claim }) =>
        cue === null || claim === null ? [] : [[voice.map(words), [words(cue)], [words(claim)]]],
      );
    }),
  );
  // Pieces that only line ends part are one when they are read.
  const sorted = (cards: readonly unknown[]) =>
    cards.map((card) => JSON.stringify(card).replaceAll("\\n\\n", " ")).sort();
  expect(found.length).toBeGreaterThan(10);
  expect(sorted(found)).toEqual(sorted(expected));
});

test("what it cannot hold is counted", () => {
  const { losses } = exportOf(polnearExporter, bundle);
  expect(losses.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["values", "relations", "unlinked-spans", "exclusions"]),
  );
});
