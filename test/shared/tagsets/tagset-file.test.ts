import { describe, expect, it } from "vitest";

import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { readTagset } from "../../../shared/tagsets/tagset-file.ts";
import { exportedText, sampleBundle } from "../../helpers/bundles.ts";

const written = (format: string): string => exportedText(format, sampleBundle());
const withTagset = (change: object): string =>
  JSON.stringify({ format: "sayso-tagset", version: 1, tagset: { ...newsAttribution, ...change } });

describe("a tagset file", () => {
  it("gives back the tagset that was written, with a guideline of its own", () => {
    expect(readTagset(written("tagset"))).toEqual({ ok: true, tagset: newsAttribution });
    const guideline = [{ id: "speaker", title: "Speaker", text: "**Who** speaks" }];
    const bundle = { ...sampleBundle(), tagset: { ...newsAttribution, guideline } };
    const text = exportedText("tagset", bundle);
    expect(readTagset(`\ufeff${text}`)).toEqual({ ok: true, tagset: { ...newsAttribution, guideline } });
  });

  it("can be an annotated JSON file, of which only the tagset is taken", () => {
    expect(readTagset(written("json"))).toEqual({ ok: true, tagset: newsAttribution });
  });

  it.each([
    ["", { why: "json", line: 1, column: 1 }],
    ["{\n  oops", { why: "json", line: 2, column: 3 }],
    ['{"format":"sayso-tagset","__proto__":{}}', { why: "json", line: 1, column: 26 }],
    ["[]", { why: "format" }],
    ["null", { why: "format" }],
    ['{"format":"something-else"}', { why: "format" }],
    ['{"format":"sayso-tagset","version":2,"tagset":{}}', { why: "newer", version: 2 }],
    ['{"format":"sayso-tagset","version":1}', { why: "shape", where: "/tagset" }],
    [withTagset({ spanTypes: [] }), { why: "shape", where: "/tagset/spanTypes" }],
    [withTagset({ flags: [{ id: "", name: "x" }] }), { why: "shape", where: "/tagset/flags/0/id" }],
  ] as const)("%j is refused, with why and where", (text, fault) => {
    expect(readTagset(text)).toEqual({ ok: false, fault });
  });
});
