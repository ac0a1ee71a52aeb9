// A reader of Word documents that nobody here wrote opens what we write: the text, and the comments with who made them.
import fc from "fast-check";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../shared/annotated-json/bundle.ts";
import { docxExporter } from "../../shared/exporters/docx.ts";
import { exportOf, packed } from "../../shared/exporters/index.ts";
import { cleanXml } from "../../shared/files/xml.ts";
import { paragraphsOf, randomBundle, sampleBundle } from "../helpers/bundles.ts";
import { fullBundle } from "../helpers/full-bundle.ts";
import { kitBundle } from "../helpers/kit-bundle.ts";
import { runs } from "../helpers/tier.ts";

const written = (bundle: ExportBundle): Buffer =>
  Buffer.from(packed(docxExporter, exportOf(docxExporter, bundle)));

async function expectText(bundle: ExportBundle): Promise<void> {
  const { value } = await mammoth.extractRawText({ buffer: written(bundle) });
  const read = value.split("\n\n");
  for (const { text } of bundle.articles) {
    const paragraphs = paragraphsOf(cleanXml(text));
    const at = read.findIndex((_, index) => paragraphs.every((one, offset) => read[index + offset] === one));
    expect(at, text).toBeGreaterThanOrEqual(0);
  }
}

describe("mammoth", () => {
  it("reads every paragraph of every article as it is", async () => {
    for (const bundle of [sampleBundle(), fullBundle(), kitBundle(), ...fc.sample(randomBundle, runs(20))])
      await expectText(bundle);
  });

  it("finds a comment for each card, by whoever made it, and knows all that it meets", async () => {
    const bundle = sampleBundle();
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: written(bundle) },
      { styleMap: ["comment-reference => sup", ...ownStyles] },
    );
    expect(messages).toEqual([]);
    const cards = bundle.articles.flatMap(({ sets }) => sets.flatMap((set) => set.attributions));
    expect(value.match(/<strong>Card \d+<\/strong>/gu)).toHaveLength(cards.length);
    expect(value).toContain("[AL1]");
  });
});

/** What it is to make of styles that are ours. */
const ownStyles = [
  ...["Facts", "Caption"].map((name) => `p[style-name='${name}'] => p:fresh`),
  ...["Mark 1 Speaker", "Mark 2 Cue", "Mark 3 Claim", "Mark 4 Source", "Not annotated"].map(
    (name) => `r[style-name='${name}'] => span`,
  ),
];
