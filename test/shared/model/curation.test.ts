// Who is nobody in person: curations, those that Sayso kept as annotators before it told the two apart among them.
import { expect, it } from "vitest";
import { inceptionCuration } from "../../../shared/annotation-importers/inception.ts";
import { bundleOfDocuments } from "../../../shared/interchange/bundle-of-documents.ts";
import { inceptionCurations, isPerson } from "../../../shared/model/curation.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { hashOf } from "../../helpers/bundles.ts";

/** Who a set of this name is by, read from files of a format beside people who are known. */
function annotatorOf(from: string, isCurated: boolean, known: readonly Annotator[] = []) {
  const text = "Ten people said so.";
  const { bundle } = bundleOfDocuments({
    documents: [
      {
        article: "a",
        title: "a",
        text,
        annotator: inceptionCuration,
        ...(isCurated && { isCurated: true as const }),
        spans: [],
        relations: [],
      },
    ],
    ...{ mapping: { spans: {}, relations: {}, values: {} }, tagset: newsAttribution, from, at: "2026-01-02" },
    ...{ generator: "Sayso", title: "T", unnamed: "Nobody", known, hashOf },
  });
  return bundle.annotators[0];
}

it("the curation of INCEpTION's projects is known by the ids that Sayso gave it, and a person of its name is not taken for it", () => {
  const formats = ["inception", "webanno-tsv", "cas-xmi", "cas-json"];
  const ids = formats.map((from) => annotatorOf(from, true)?.id ?? "");
  expect(new Set(ids)).toEqual(inceptionCurations);
  for (const id of ids) expect(isPerson({ id })).toBe(false);
  for (const from of formats) {
    const person = annotatorOf(from, false);
    expect(person && isPerson(person)).toBe(true);
    // Whoever calls themselves so is no curation.
    const namesake = { id: "somebody", name: inceptionCuration };
    expect(annotatorOf(from, true, [namesake])?.id).not.toBe(namesake.id);
    expect(annotatorOf(from, false, [namesake])?.id).toBe(namesake.id);
  }
});
