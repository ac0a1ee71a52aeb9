import { describe, expect, it } from "vitest";
import { refusals as german } from "../../../shared/words/de/refusals.ts";
import { refusals as english } from "../../../shared/words/en/refusals.ts";

describe("the words for a refusal", () => {
  it.each([...Object.entries(english), ...Object.entries(german)])(
    "of %s are whole sentences, calm and short",
    (_code, words) => {
      expect(words).toMatch(/^[A-ZÄÖÜ][^!]*\.$/u);
      expect(words.length).toBeLessThan(200);
    },
  );
});
