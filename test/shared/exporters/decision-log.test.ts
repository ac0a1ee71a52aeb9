import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { exporterById, exportOf } from "../../../shared/exporters/index.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import type { Decision } from "../../../shared/model/decision.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { sampleBundle } from "../../helpers/bundles.ts";
import { markedArticle, provenance } from "../../helpers/marked-article.ts";

const ann = markedArticle('{o:speaker|=SUM(A1)} {s:cue|said} it, "twice".');
const curated = markedArticle('{m:speaker|=SUM(A1)} said it, "twice".');

const decision = (more: Partial<Decision>): Decision => ({
  id: "d",
  about: "span",
  members: [
    { annotator: "annotator", unit: "o" },
    { annotator: "bea", unit: null },
  ],
  place: { start: 0, end: 8 },
  aspects: ["missing", "field:polarity"],
  how: "take",
  taken: "annotator",
  made: ["m"],
  reason: "-1, as agreed;\nsee guideline",
  provenance: { ...provenance, annotator: "dee" },
  ...more,
});

const bundle: ExportBundle = {
  ...sampleBundle(),
  tagset: newsAttribution,
  annotators: [
    { id: "annotator", name: "Ann" },
    { id: "bea", name: "@Bea" },
    { id: "dee", name: "Dee" },
    { id: "curation", name: "Curation", kind: "curation" },
  ],
  articles: [
    {
      article: {
        id: "article",
        title: "+Title",
        addedAt: "",
        textHash: "",
        length: 30,
        metadata: [],
        original: null,
      },
      text: ann.text.text,
      sets: [
        setToJson(ann.set),
        {
          ...setToJson(curated.set),
          annotatorId: "curation",
          decisions: [
            decision({
              id: "e",
              about: "card",
              place: null,
              how: "nothing",
              taken: null,
              made: [],
              reason: "",
            }),
            decision({}),
          ],
        },
      ],
    },
  ],
};

const written = (id: string): string => {
  const exporter = exporterById(id);
  if (!exporter) throw new RangeError(id);
  return new TextDecoder().decode(exportOf(exporter, bundle).files[0]?.bytes);
};

describe("the decision log", () => {
  it("is a table in reading order whose cells no spreadsheet takes for formulas", () => {
    const { data, errors } = Papa.parse<Record<string, string>>(written("decision-log").trimEnd(), {
      header: true,
    });
    expect(errors).toEqual([]);
    expect(data).toEqual([
      {
        article: "'+Title",
        article_id: "article",
        decision_id: "d",
        about: "span",
        start: "0",
        end: "8",
        words: "'=SUM(A1)",
        differed_in: "missing; field:polarity",
        decision: "take",
        taken_from: "Ann",
        result: "'=SUM(A1)",
        reason: "'-1, as agreed;\nsee guideline",
        decided_by: "Dee",
        decided_at: provenance.at,
        annotators_had: "Ann: =SUM(A1)\n@Bea: –",
      },
      expect.objectContaining({
        decision_id: "e",
        start: "",
        words: "",
        decision: "nothing",
        taken_from: "",
        result: "",
      }),
    ]);
  });

  it("is JSON with its parts apart and as they are", () => {
    const { decisions, format } = JSON.parse(written("decision-log-json"));
    expect(format).toBe("sayso-decision-log");
    expect(decisions).toMatchObject([
      {
        id: "d",
        words: "=SUM(A1)",
        settled: true,
        had: [
          { annotator: "Ann", unit: "o", words: "=SUM(A1)" },
          { annotator: "@Bea", unit: null, words: "" },
        ],
      },
      { id: "e", start: null, made: "" },
    ]);
  });
});
