import { expect, it } from "vitest";
import { stretchDescriber } from "../../../renderer/editor/annotation-layer.ts";
import type { Layer } from "../../../renderer/editor/stretches.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";

const { annotations } = markedArticle("{o:speaker|He} {s:cue|said} {c:claim|it rains}. {n:speaker|Nobody}", {
  cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
  entities: [entity("aalto", "Johan Aalto")],
  points: { o: "aalto" },
});
const layer = (id: string, type: number, ghost = false): Layer => ({
  id,
  type,
  lane: 0,
  first: true,
  last: true,
  ...(ghost && { ghost }),
});
const describedIn = (language: "en" | "de") => {
  const model = { tagset: newsAttribution, annotations: () => annotations };
  const describe = stretchDescriber(model, createWords(localeFor(language, [])));
  return (layers: readonly Layer[], excluded = false): string => describe({ layers, excluded });
};

it("says the types of a stretch, the innermost first, and the card of the innermost mark", () => {
  const described = (["en", "de"] as const).map((language) => {
    const describe = describedIn(language);
    return [
      describe([layer("o", 0), layer("c", 2)]),
      describe([layer("n", 0)]),
      describe([layer("n", 0), layer("c", 2)], true),
      describe([], true),
    ];
  });
  expect(described).toEqual([
    [
      "Speaker, within Claim. Card: Johan Aalto said: it rains",
      "Speaker, in no card",
      "Speaker, within Claim, within Excluded, in no card",
      "Excluded",
    ],
    [
      "Sprecher, innerhalb: Aussage. Karte: Johan Aalto said: it rains",
      "Sprecher, in keiner Karte",
      "Sprecher, innerhalb: Aussage, innerhalb: Ausgeschlossen, in keiner Karte",
      "Ausgeschlossen",
    ],
  ]);
});

it("says of a suggestion that it is one, alone and over a mark", () => {
  const describe = describedIn("en");
  expect(describe([layer("ghost-cue", 1, true), layer("ghost-claim", 2, true)])).toBe(
    "Cue (suggested), within Claim (suggested)",
  );
  expect(describe([layer("ghost-cue", 1, true), layer("c", 2)])).toBe(
    "Cue (suggested), within Claim. Card: Johan Aalto said: it rains",
  );
});

it("cuts a long card between two characters", () => {
  const long = markedArticle(`{c:claim|${"😀".repeat(80)}}`, { cards: { k: { claim: "c" } } });
  const model = { tagset: newsAttribution, annotations: () => long.annotations };
  const describe = stretchDescriber(model, createWords(localeFor("en", [])));
  expect(describe({ layers: [layer("c", 2)], excluded: false })).toBe(`Claim. Card: ?: ${"😀".repeat(58)}…`);
});
