// brat standoff as PolNeAR has it (https://github.com/networkdynamics/PolNeAR), in the scheme of PARC: a text and an `.ann` an article and
// annotator, whose events tie Source, Cue and Content. The trigger of an attribution stands where its cue does. What no card holds is
// left out; its reader is that of brat.

import { utf8 } from "../files/zip.ts";
import { allOfStandoff, type Capabilities, type LossCount, lossCount } from "../interchange/capabilities.ts";
import { withoutDetails } from "../interchange/fit.ts";
import { flattening } from "../interchange/flatten.ts";
import { valueNames } from "../interchange/labels.ts";
import { listedFilesPass, overArticles } from "../interchange/passes.ts";
import { quotesIn } from "../interchange/quotes.ts";
import type { Standoff, StandoffSpan } from "../interchange/standoff.ts";
import { countingOf } from "../interchange/units.ts";
import { textBound } from "./brat-lines.ts";
import type { BundleExporter } from "./exporter.ts";

const configuration = `[entities]
Source
Cue
Content
[relations]
[events]
Attribution\tSource*:Source, Cue:Cue, Content+:Content
[attributes]
`;

const capabilities: Capabilities = {
  ...allOfStandoff,
  unit: "code-points",
  lineEnds: false,
  values: false,
  entityDetails: "none",
  provenance: "none",
};

export const polnearExporter: BundleExporter = {
  id: "polnear",
  takes: "bundle",
  extension: "zip",
  capabilities,
  counting(head, count) {
    const documentsOf = flattening(head, count);
    const plain = withoutDetails(count);
    return (article) => {
      for (const document of documentsOf(article).map(plain)) annotationsOf(document, count);
    };
  },
  passes(head) {
    const counted = lossCount();
    const documentsOf = flattening(head, counted);
    const pass = listedFilesPass(
      { annotators: head.annotators.length, generator: head.generator, capabilities },
      (document, name) => [
        { name: `${name}.txt`, bytes: utf8(document.text) },
        { name: `${name}.ann`, bytes: utf8(annotationsOf(document, counted)) },
      ],
      [{ name: "annotation.conf", bytes: utf8(configuration) }],
    );
    return [overArticles(pass, documentsOf)];
  },
};

function annotationsOf(document: Standoff, count: LossCount): string {
  const { text } = document;
  const counting = countingOf(text, "code-points");
  const lines: string[] = [];
  const names = new Map<string, string>();
  let bounds = 0;
  const bound = (label: string, { segments }: StandoffSpan): string => {
    bounds += 1;
    lines.push(textBound(`T${bounds}`, { label, segments }, text, counting));
    return `T${bounds}`;
  };
  /** A span that several cards hold in one role is one. */
  const named = (label: string, span: StandoffSpan): string => {
    const key = `${label} ${span.id}`;
    const boundId = names.get(key) ?? bound(label, span);
    names.set(key, boundId);
    return boundId;
  };
  quotesIn(document, count).forEach(({ cue, claim, voices }, at) => {
    for (const { values } of voices)
      for (const { name, value } of values) if (name === valueNames.entity) count.add("entities", value);
    const sources = voices.map((voice) => named("Source", voice));
    const roles = [
      `Content:${named("Content", claim)}`,
      `Cue:${named("Cue", cue)}`,
      ...sources.map((name, index) => `Source${index === 0 ? "" : index + 1}:${name}`),
    ];
    lines.push(`E${at + 1}\tAttribution:${bound("Attribution", cue)} ${roles.join(" ")}`);
  });
  return lines.map((line) => `${line}\n`).join("");
}
