// docs/format.md says what the code does: its worked example holds, and it names every field of the file and its
// records; a tagset's own fields it leaves to the published schema.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type AttributionJson,
  annotatedJsonSchema,
  type SpanJson,
} from "../../../shared/annotated-json/schema.ts";
import { offsetMapOf } from "../../../shared/model/offsets.ts";
import { selectorOf } from "../../../shared/model/selector.ts";

const document = readFileSync(new URL("../../../docs/format.md", import.meta.url), "utf8");
const blocks = Array.from(document.matchAll(/```json\n(.*?)```/gsu), (match) => match[1] ?? "");

describe("docs/format.md", () => {
  it("has a worked example whose offsets, quote and context are those of its text", () => {
    const text = /The article's text is `(.*?)`/u.exec(document)?.[1] ?? "";
    const span: SpanJson = JSON.parse(blocks[0] ?? "");
    const offsets = offsetMapOf(text);
    expect(span.segments).toEqual(
      span.segments.map(({ start, end }) => ({
        ...selectorOf(text, { start, end }),
        codePoints: { start: offsets.toCodePoints(start), end: offsets.toCodePoints(end) },
      })),
    );
    const card: AttributionJson = JSON.parse(blocks[1] ?? "");
    expect(card.claim).toBe(span.id);
  });

  it("names every field of the file, its articles, sets, spans, attributions and entities", () => {
    const schema: { properties: object; $defs: Record<string, { properties: object }> } = JSON.parse(
      annotatedJsonSchema(),
    );
    const fields = [schema, ...Object.values(schema.$defs)].flatMap(({ properties }) =>
      Object.keys(properties),
    );
    expect(fields.length).toBeGreaterThan(40);
    expect(fields.filter((field) => !new RegExp(`\\b${field}\\b`).test(document))).toEqual([]);
  });
});
