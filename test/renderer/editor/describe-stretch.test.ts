import { expect, it } from "vitest";
import { stretchDescriber } from "../../../renderer/editor/annotation-layer.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";

it("says what lies on a stretch, the innermost first, in the language chosen", () => {
  const described = (["en", "de"] as const).map((language) => {
    const describe = stretchDescriber(newsAttribution, createWords(localeFor(language, [])));
    return [describe([0], false), describe([1, 2], false), describe([0, 2], true), describe([], true)];
  });
  expect(described).toEqual([
    ["Speaker", "Cue, within Claim", "Speaker, within Claim, within Excluded", "Excluded"],
    [
      "Sprecher",
      "Signalwort, innerhalb: Aussage",
      "Sprecher, innerhalb: Aussage, innerhalb: Ausgeschlossen",
      "Ausgeschlossen",
    ],
  ]);
});
