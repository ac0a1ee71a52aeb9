// Who says what is suggested, in words.
import { expect, test } from "vitest";
import { speakerWords, viaSources } from "../../../../renderer/panels/suggestions/use-suggestions.ts";
import type { Offered } from "../../../../renderer/state/suggestions/suggesting.ts";
import { articleTextOf } from "../../../../shared/model/article-text.ts";
import type { SuggestedEntity } from "../../../../shared/suggestions/suggested-card.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";

test("says who speaks by the words of the voice where nobody is named, and nothing without a voice", () => {
  const text = "A senior aide said so.";
  expect(speakerWords(text, { who: null, card: { voice: [{ start: 0, end: 13 }] } })).toBe("A senior aide");
  expect(speakerWords(text, { who: null, card: { voice: [] } })).toBe("");
});

test("names through whom it came: who is meant, else the words, and nothing of a role that the tagset lacks", () => {
  const text = articleTextOf("Hart told the Herald.");
  const session = { text, tagset: newsAttribution };
  const { card } = offeredVia("told-to");
  const name = "Northern Herald";
  const suggested = { name } as SuggestedEntity;
  expect(viaSources(session, { card, via: [null] }).map(({ who }) => who)).toEqual(["the Herald"]);
  expect(
    viaSources(session, { card, via: [{ known: null, candidates: [], suggested }] }).map(({ who }) => who),
  ).toEqual([name]);
  expect(viaSources(session, { card: offeredVia("nothing").card, via: [null] })).toEqual([]);
});

const offeredVia = (role: string) =>
  ({ card: { via: [{ start: 10, end: 20, role, person: null }] } }) as unknown as Pick<Offered, "card">;
