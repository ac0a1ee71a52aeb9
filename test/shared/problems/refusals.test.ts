import { describe, expect, it } from "vitest";
import { refusals } from "../../../shared/problems/refusals.ts";

describe("the words for a refusal", () => {
  it.each(Object.entries(refusals))("of %s are whole sentences, calm and short", (_code, words) => {
    expect(words).toMatch(/^[A-Z][^!]*\.$/u);
    expect(words.length).toBeLessThan(200);
  });
});
