// The tagged articles as one page of HTML to be printed or read anywhere: marks underlined in their lanes, each card beside the words
// of its claim. It runs nothing, fetches nothing, and shows all that comes from outside as text.
import { allOfStandoff } from "../interchange/capabilities.ts";
import { remarksIn } from "../interchange/flatten.ts";
import { lossCount } from "../interchange/loss.ts";
import { cleanXml, xmlText } from "../interchange/xml.ts";
import { utf8 } from "../interchange/zip.ts";
import { setFromJson } from "../model/annotation-set.ts";
import { message } from "../words/message.ts";
import type { ExportBundle } from "./bundle.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";
import { articleOnPage, cssOf } from "./printable-article.ts";

export const printablePageExporter: BundleExporter = {
  id: "html",
  takes: "bundle",
  name: message("formats.html"),
  extension: "html",
  description: message("formats.html-about"),
  capabilities: { ...allOfStandoff, unit: "none" },
  write(bundle) {
    const count = lossCount();
    for (const { article, sets } of bundle.articles) {
      count.add("metadata", article.title, article.metadata.length);
      for (const set of sets) {
        count.add("remarks", undefined, remarksIn(set));
        count.add("provenance", undefined, set.spans.length + set.attributions.length);
      }
    }
    return { files: [{ name: onlyFile, bytes: utf8(pageOf(bundle)) }], losses: count.losses() };
  },
};

function pageOf(bundle: ExportBundle): string {
  const names = new Map(bundle.annotators.map(({ id, name }) => [id, name]));
  const articles = bundle.articles.flatMap(({ article, text, sets }) => {
    const of = { title: article.title, text, tagset: bundle.tagset, entities: bundle.entities };
    if (sets.length === 0) return [articleOnPage({ ...of, set: null, annotator: "" })];
    return sets.map((json) =>
      articleOnPage({ ...of, set: setFromJson(json), annotator: names.get(json.annotatorId) ?? "" }),
    );
  });
  const legend = bundle.tagset.spanTypes.map(
    ({ name }, at) => `<li><span class="m t${at} l0">${xmlText(cleanXml(name))}</span></li>`,
  );
  return [
    "<!DOCTYPE html>",
    '<html><head><meta charset="utf-8">',
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
    '<meta name="viewport" content="width=device-width">',
    `<title>${xmlText(cleanXml(bundle.project.name))}</title>`,
    `<style>${cssOf(bundle.tagset)}</style></head><body>`,
    `<ul class="legend">${legend.join("")}</ul>`,
    ...articles,
    "</body></html>",
    "",
  ].join("\n");
}
