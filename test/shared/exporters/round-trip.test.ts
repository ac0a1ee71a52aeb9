// Every format that is written and read: what fits it comes back as it was, whatever the text, the labels and the values are.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import type { StandoffExporter } from "../../../shared/exporters/exporter.ts";
import { exporters, packed } from "../../../shared/exporters/index.ts";
import type { Standoff } from "../../../shared/interchange/standoff.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { canonical, exportStandoffs, fitTo, standoffs } from "../../helpers/standoffs.ts";
import { runs } from "../../helpers/tier.ts";

const about = { generator: "Sayso 0.0.0", exportedAt: "2026-01-02T03:04:05.000Z", title: "Project" };
/** One reader knows what each program writes of this exchange. */
const readerOf = ({ id }: StandoffExporter) =>
  annotationImporterById(id.startsWith("refi-qda-") ? "refi-qda" : id);
const both = exporters.filter(
  (one): one is StandoffExporter => one.takes === "standoffs" && readerOf(one) !== undefined,
);

function readAgain(exporter: StandoffExporter, documents: readonly Standoff[]) {
  const importer = readerOf(exporter);
  const written = exportStandoffs(exporter, documents, about);
  const file = { name: `export.${exporter.extension}`, bytes: packed(exporter, written) };
  return importer && readAnnotations(importer, [file], hashOf);
}

describe.each(both)("$id", (exporter) => {
  it("gives back all that fits it, and rejects nothing of its own", () => {
    fc.assert(
      fc.property(standoffs, (given) => {
        const { documents } = fitTo(given, exporter.capabilities);
        const read = readAgain(exporter, documents);
        expect(read).toMatchObject({ ok: true, rejected: [] });
        if (read?.ok) expect((read.passed ?? []).filter(({ why }) => why === "not-read")).toEqual([]);
        if (read?.ok) expect(canonical(read.documents)).toEqual(canonical(documents));
      }),
      { numRuns: runs(60) },
    );
  });

  it("accounts for every span and relation that it reads", () => {
    fc.assert(
      fc.property(standoffs, (given) => {
        const { documents } = fitTo(given, exporter.capabilities);
        const read = readAgain(exporter, documents);
        const count = documents.reduce(
          (sum, { spans, relations }) => sum + spans.length + relations.length,
          0,
        );
        expect(read?.ok && read.taken).toBe(count);
      }),
      { numRuns: runs(30) },
    );
  });

  it("finds no loss in what it has written once", () => {
    fc.assert(
      fc.property(standoffs, (given) => {
        const { documents } = fitTo(given, exporter.capabilities);
        expect(fitTo(documents, exporter.capabilities)).toEqual({ documents, losses: [] });
      }),
      { numRuns: runs(30) },
    );
  });
});
