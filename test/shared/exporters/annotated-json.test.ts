// Annotated JSON: written and read back, nothing is lost, and the same is written again.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { parseAnnotatedJson } from "../../../shared/annotated-json/read.ts";
import type { AnnotatedJson } from "../../../shared/annotated-json/schema.ts";
import { formatDescription, formatName } from "../../../shared/exporters/exporter.ts";
import { exporters, exportOf, isArchive } from "../../../shared/exporters/index.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { exportedText, hashOf, randomBundle, readableExport, sampleBundle } from "../../helpers/bundles.ts";
import { kitBundle } from "../../helpers/kit-bundle.ts";

const { tell } = createWords(localeFor("en", []));
const write = (bundle: ExportBundle): string => exportedText("json", bundle);

describe("annotated JSON", () => {
  it("gives back the same bundle, whatever was done to whatever text", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const read = parseAnnotatedJson(write(bundle), hashOf);
        expect(read.ok ? read.bundle : read.problems).toEqual(bundle);
      }),
    );
  });

  it("is written again byte for byte from what was read", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const text = write(bundle);
        const read = parseAnnotatedJson(text, hashOf);
        expect(read.ok && write(read.bundle)).toBe(text);
      }),
    );
  });

  it("does not depend on the order in which a record's keys were put together", () => {
    const bundle = sampleBundle();
    expect(write(reversedKeys(bundle))).toBe(write(bundle));
  });

  it("keeps fields of a later version", () => {
    const bundle = sampleBundle();
    const later = {
      ...bundle,
      articles: bundle.articles.map((article) => ({
        ...article,
        sets: article.sets.map((set) => ({
          ...set,
          mood: "calm",
          spans: set.spans.map((span) => ({ ...span, weight: { b: 2, a: 1 } })),
        })),
      })),
    };
    const read = parseAnnotatedJson(write(later), hashOf);
    expect(read.ok ? read.bundle.articles : read.problems).toEqual(later.articles);
  });

  it("has quotes that are the text at their offsets, in both units", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const file: AnnotatedJson = JSON.parse(write(bundle));
        for (const { text, sets } of file.articles)
          for (const { start, end, codePoints, quote } of sets
            .flatMap((set) => set.spans)
            .flatMap((span) => span.segments)) {
            expect(text.slice(start, end)).toBe(quote);
            expect([...text].slice(codePoints.start, codePoints.end).join("")).toBe(quote);
          }
      }),
    );
  });
});

describe("every exporter", () => {
  // What is printed is the page of HTML, which has a golden file of its own.
  const written = exporters.filter(({ printed }) => !printed);
  it.each(
    written.flatMap((exporter) => [
      { id: exporter.id, of: "the sample project", file: "sample-project", bundle: sampleBundle, exporter },
      { id: exporter.id, of: "what trips programs up", file: "kit", bundle: kitBundle, exporter },
    ]),
  )("$id writes $of as its golden file holds it", async ({ file, bundle, exporter }) => {
    // Some of the first formats are called by their ending.
    const { id, extension } = exporter;
    const ending =
      id === extension && !isArchive(exporter) && !exporter.isBinary
        ? extension
        : `${id}.${isArchive(exporter) || exporter.isBinary ? "txt" : extension}`;
    await expect(await readableExport(id, bundle())).toMatchFileSnapshot(`../../golden/${file}.${ending}`);
  });

  it("has an id, a name, an ending and a description of its own", () => {
    expect(new Set(exporters.map(({ id }) => id)).size).toBe(exporters.length);
    for (const { id, extension } of exporters) {
      expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(extension).toMatch(/^[a-z0-9]+$/);
      expect(tell(formatName({ id }))).not.toBe("");
      expect(tell(formatDescription({ id }))).toMatch(/\.$/);
    }
  });

  it("does not change what it is given", () => {
    const bundle = sampleBundle();
    for (const exporter of exporters) {
      exportOf(exporter, bundle);
      expect(bundle, exporter.id).toEqual(sampleBundle());
    }
  });
});

describe("the published JSON Schema", () => {
  it("is the one that the code validates with", async () => {
    const { annotatedJsonSchema } = await import("../../../shared/annotated-json/schema.ts");
    const published = readFileSync(
      new URL("../../../docs/annotated-json.schema.json", import.meta.url),
      "utf8",
    );
    expect(published, "stale: run npm run schema").toBe(annotatedJsonSchema());
  });
});

function reversedKeys<T>(value: T): T {
  const reversed = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(reversed);
    if (typeof inner !== "object" || inner === null) return inner;
    return Object.fromEntries(
      Object.entries(inner)
        .reverse()
        .map(([key, one]) => [key, reversed(one)]),
    );
  };
  return reversed(value) as T;
}
