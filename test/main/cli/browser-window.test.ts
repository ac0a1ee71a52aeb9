// The page to print as PDF, printed by a browser that is installed: every quote of every mark is in it.
import { extractText, getDocumentProxy } from "unpdf";
import { expect, it } from "vitest";
import { printing } from "../../../main/cli/browser-window.ts";
import { findHeadlessChromium } from "../../../main/cli/ensure-chromium.ts";
import { exportOf } from "../../../shared/exporters/index.ts";
import { pdfExporter } from "../../../shared/exporters/printable-page.ts";
import { sampleBundle } from "../../helpers/bundles.ts";

const browser = findHeadlessChromium();
if (browser === null) console.error("Skipped: no Chromium is installed here, so that no PDF is printed.");

/** Without white space, which a page breaks where it wants, and without the numbers of cards behind claims. */
const bare = (text: string): string => text.normalize("NFC").replace(/[\s\u00ad-]/gu, "");

it.skipIf(browser === null)("holds every quote, every card and everybody's name", async () => {
  const bundle = sampleBundle();
  const { printPdf } = printing(browser);
  const [page] = exportOf(pdfExporter, bundle).files;
  const bytes = await printPdf?.(Buffer.from(page?.bytes ?? []).toString("utf8"));
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes ?? [])), {
    mergePages: true,
  });
  const found = bare(text);
  const quotes = bundle.articles.flatMap(({ sets }) =>
    sets.flatMap(({ spans }) => spans.flatMap(({ segments }) => segments.map(({ quote }) => quote))),
  );
  // A card's number may stand between the words of a claim and what follows it.
  const missing = quotes.filter((quote) => !found.includes(bare(quote)));
  expect(missing).toEqual([]);
  for (const { name } of bundle.annotators) expect(found).toContain(bare(name));
});
