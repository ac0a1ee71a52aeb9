// Citron's JSON (bbc/citron): a file an article and annotator with its quotes, each of a cue, sources and contents. Offsets are code
// points. A quote is a card; what no card holds is left out.

import { allOfStandoff, type Capabilities, type LossCount, lossCount } from "../interchange/capabilities.ts";
import { withoutDetails } from "../interchange/fit.ts";
import { flattening } from "../interchange/flatten.ts";
import { valueNames } from "../interchange/labels.ts";
import { listedFilesPass, overArticles } from "../interchange/passes.ts";
import { quotesIn } from "../interchange/quotes.ts";
import { type Standoff, wordsOfSpan } from "../interchange/standoff.ts";
import { countingOf } from "../interchange/units.ts";
import { jsonFile } from "../interchange/written-json.ts";
import type { Range } from "../model/range.ts";
import type { BundleExporter } from "./exporter.ts";

const capabilities: Capabilities = {
  ...allOfStandoff,
  unit: "code-points",
  values: false,
  entityDetails: "none",
  provenance: "none",
};

export const citronExporter: BundleExporter = {
  id: "citron",
  takes: "bundle",
  extension: "zip",
  capabilities,
  counting(head, count) {
    const documentsOf = flattening(head, count);
    const plain = withoutDetails(count);
    return (article) => {
      for (const document of documentsOf(article).map(plain)) citronValue(document, count);
    };
  },
  passes(head) {
    const counted = lossCount();
    const documentsOf = flattening(head, counted);
    const pass = listedFilesPass(
      { annotators: head.annotators.length, generator: head.generator, capabilities },
      (document, name) => [jsonFile(`${name}.json`, citronValue(document, counted))],
    );
    return [overArticles(pass, documentsOf)];
  },
};

function citronValue(document: Standoff, count: LossCount): unknown {
  const { text } = document;
  const counting = countingOf(text, "code-points");
  const place = ({ start, end }: Range) => ({
    start: counting.to(start),
    end: counting.to(end),
    text: text.slice(start, end),
  });
  const quotes = quotesIn(document, count);
  for (const { cue } of quotes) if (cue.segments.length > 1) count.add("segments", wordsOfSpan(text, cue));
  const groups = new Map<string, Range[]>();
  for (const { voices } of quotes)
    for (const { values, segments } of voices) {
      const key = values.find(({ name }) => name === valueNames.entityKey)?.value;
      const [first] = segments;
      const name = values.find((one) => one.name === valueNames.entity)?.value;
      if (name !== undefined) count.add("entities", name);
      if (key !== undefined && first) groups.set(key, [...(groups.get(key) ?? []), first]);
    }
  return {
    text,
    quotes: quotes.map(({ cue, claim, voices }, at) => ({
      id: at,
      cue: cue.segments.slice(0, 1).map(place)[0],
      sources: voices.flatMap(({ segments }) => segments.map(place)),
      contents: claim.segments.map(place),
      coreferences: [],
      confidence: 1,
    })),
    coreference_groups: [...groups.values()].map((group) => group.map(place)),
  };
}
