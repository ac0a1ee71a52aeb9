// The tagged articles as one page of HTML to be printed or read anywhere: marks underlined in their lanes, each card beside the words
// of its claim. It runs nothing, fetches nothing, and shows all that comes from outside as text.

import type { ExportedArticle, ExportHead } from "../annotated-json/bundle.ts";
import { cleanXml, xmlText } from "../files/xml.ts";
import { utf8 } from "../files/zip.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import type { Part } from "../interchange/passes.ts";
import type { Id } from "../model/id.ts";
import { tableOf } from "../model/table.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";
import { articleOnPage, cssOf, entitiesOnPage } from "./printable-article.ts";

/** What the exporters that write this page have alike, as HTML or printed. */
export const printablePage: Pick<BundleExporter, "takes" | "capabilities" | "passes"> = {
  takes: "bundle",
  capabilities: { ...allOfStandoff, unit: "none", provenance: "own" },
  passes(head) {
    const part = (text: string): Part => ({ name: onlyFile, bytes: utf8(text) });
    const articlesOf = onPage(head);
    const titles = new Map<Id, string>();
    return [
      {
        begin: () => [part(headOfPage(head))],
        article(exported) {
          titles.set(exported.article.id, exported.article.title);
          return articlesOf(exported).map((text) => part(`${text}\n`));
        },
        end() {
          const mentioned = entitiesOnPage(head.entities, (article) => titles.get(article) ?? article);
          return [part(`${mentioned === "" ? "" : `${mentioned}\n`}</body></html>\n`)];
        },
      },
    ];
  },
};

/** An article, once a set. */
function onPage(head: ExportHead): (exported: ExportedArticle) => string[] {
  const names = new Map(head.annotators.map(({ id, name }) => [id, name]));
  const entities = tableOf(head.entities);
  return ({ article, text, sets }) => {
    const of = { article, text, names, tagset: head.tagset, entities };
    if (sets.length === 0) return [articleOnPage({ ...of, json: null })];
    return sets.map((json) => articleOnPage({ ...of, json }));
  };
}

function headOfPage({ project, tagset }: ExportHead): string {
  const legend = tagset.spanTypes.map(
    ({ name }, at) => `<li><span class="m t${at} l0">${xmlText(cleanXml(name))}</span></li>`,
  );
  return [
    "<!DOCTYPE html>",
    '<html><head><meta charset="utf-8">',
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
    '<meta name="viewport" content="width=device-width">',
    `<title>${xmlText(cleanXml(project.name))}</title>`,
    `<style>${cssOf(tagset)}</style></head><body>`,
    `<ul class="legend">${legend.join("")}</ul>`,
    "",
  ].join("\n");
}
