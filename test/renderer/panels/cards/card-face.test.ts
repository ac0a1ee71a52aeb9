import { expect, test } from "vitest";
import { summaryOf } from "../../../../renderer/panels/cards/card-face.tsx";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { entity, markedArticle } from "../../../helpers/marked-article.ts";

test("a card in short names who says it, and through whom it came with their part in it", () => {
  const { annotations, card, text } = markedArticle(
    "{s:speaker|He} {q:cue|told} {o:source|the network} {c:claim|it rains}.",
    {
      cards: { k: { voice: ["s"], cue: "q", claim: "c", via: [{ span: "o", role: "told-to" }] } },
      entities: [entity("ana", "Ana Ruiz"), entity("fox", "Fox News")],
      points: { s: "ana", o: "fox" },
    },
  );
  const { who, cue, claim, via } = summaryOf(card("k"), annotations, { text, tagset: newsAttribution });
  expect({ who, cue, claim }).toEqual({ who: "Ana Ruiz", cue: "told", claim: "it rains" });
  expect(via).toEqual([{ role: { key: "shipped.role-told-to", values: {} }, who: "Fox News" }]);
});
