import { expect, it } from "vitest";
import { isId } from "../../../shared/model/id.ts";
import { stretchId } from "../../../shared/model/stretch-id.ts";

it("names a stretch by its words and their neighbours, wherever they stand", () => {
  const words = "She called it “art” twice.";
  const at = (text: string, from = 0) => {
    const start = text.indexOf("“art”", from);
    return stretchId(text, { start, end: start + 5 });
  };
  const padding = "x".repeat(40);
  expect(isId(at(words))).toBe(true);
  expect(at(padding + words)).not.toBe(at(words));
  expect(at(`y${padding}${words}`)).toBe(at(padding + words));
});

it("gives ten thousand stretches ten thousand ids", () => {
  const text = Array.from({ length: 10_000 }, (_, at) => `“${at}” `).join("");
  const ids = [...text.matchAll(/“\d+”/gu)].map((match) =>
    stretchId(text, { start: match.index, end: match.index + match[0].length }),
  );
  expect(new Set(ids).size).toBe(10_000);
});
