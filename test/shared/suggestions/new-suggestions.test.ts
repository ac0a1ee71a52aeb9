import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type AcceptedCard, acceptSuggestions } from "../../../shared/commands/accept-suggestions.ts";
import { type Annotations, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { effectiveKind } from "../../../shared/model/kind.ts";
import { hull, joinRanges, type Range } from "../../../shared/model/range.ts";
import { patternKey } from "../../../shared/model/rejection.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { get, records, tableOf } from "../../../shared/model/table.ts";
import { fitToSet, newSuggestions } from "../../../shared/suggestions/new-suggestions.ts";
import { noOwnWords } from "../../../shared/suggestions/own-words.ts";
import { suggestCards } from "../../../shared/suggestions/suggest-cards.ts";
import type { SuggestedCard } from "../../../shared/suggestions/suggested-card.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { goldArticles } from "../../helpers/gold.ts";
import { contextFor, markedArticle, provenance } from "../../helpers/marked-article.ts";
import { changeOf, stateAfter } from "../../helpers/outcome.ts";
import { runs } from "../../helpers/tier.ts";

const marked =
  "{v:speaker|Hart} {c:cue|said} {k:claim|that it would hold}. Critics say that it is cracked. Moreno called for a vote.";
const none: ReadonlySet<string> = new Set();

const all = suggestCards(markedArticle(marked).text.text, noOwnWords).cards;
const open = (set: Parameters<typeof newSuggestions>[1], rejected = none) =>
  newSuggestions(all, set, newsAttribution, rejected);

test("where a card has the cue nothing is proposed, and the rest is", () => {
  const { set } = markedArticle(marked, { cards: { a: { voice: ["v"], cue: "c", claim: "k" } } });
  expect(all).toHaveLength(3);
  expect(open(set)).toEqual(all.slice(1));
});

test("another quotation of a speech is offered until a card holds it, though its cue has one, and not where the cue was rejected", () => {
  const speech =
    "Der Rat kam am Abend zusammen, und alle waren da.\n{k:claim|„Es reicht jetzt“}, {c:cue|sagte} {v:speaker|Krug}. „Wir gehen jetzt heim.“";
  const { text, set } = markedArticle(speech, { cards: { a: { voice: ["v"], cue: "c", claim: "k" } } });
  const { cards } = suggestCards(text.text, noOwnWords, [], "de");
  expect(cards.map(({ resumes }) => resumes)).toEqual([undefined, true]);
  expect(newSuggestions(cards, set, newsAttribution, none)).toEqual(cards.slice(1));
  const whole = speech.replace("„Wir gehen jetzt heim.“", "{q:claim|„Wir gehen jetzt heim.“}");
  const both = markedArticle(whole, {
    cards: { a: { voice: ["v"], cue: "c", claim: "k" }, b: { voice: ["v"], cue: "c", claim: "q" } },
  });
  expect(newSuggestions(cards, both.set, newsAttribution, none)).toEqual([]);
  const start = text.text.indexOf("sagte");
  const segment = selectorOf(text.text, { start, end: start + 5 });
  const rejections = [{ id: "r", segment, pattern: null, provenance }];
  const rejected = setFromJson({ ...setToJson(set), rejections });
  expect(newSuggestions(cards, rejected, newsAttribution, none)).toEqual([]);
});

test("a claim that waits for its card or its cue is known, a voice or a cue without a card is not", () => {
  const { set } = markedArticle(marked, { cards: { a: { claim: "k" } } });
  expect(open(set)).toEqual(all.slice(1));
  expect(open(markedArticle(marked).set)).toEqual(all.slice(1));
  const others = markedArticle(marked.replace("{k:claim|that it would hold}", "that it would hold"));
  expect(open(others.set)).toEqual(all);
});

test("nothing is proposed in what is left out of the analysis", () => {
  const { text, set } = markedArticle(marked, { cards: { a: { claim: "k" } } });
  const start = text.text.indexOf("Critics");
  const segment = selectorOf(text.text, { start, end: text.text.indexOf(" Moreno") });
  const without = setFromJson({ ...setToJson(set), exclusions: [{ id: "x", segment, reason: "" }] });
  expect(open(without)).toEqual([all[2]]);
});

test("a rejected place stays silent, and so does a rejected pattern wherever it stands", () => {
  const { text, set } = markedArticle(marked, { cards: { a: { claim: "k" } } });
  const start = text.text.indexOf("say that");
  const segment = selectorOf(text.text, { start, end: start + 3 });
  const rejections = [{ id: "r", segment, pattern: null, provenance }];
  expect(open(setFromJson({ ...setToJson(set), rejections }))).toEqual([all[2]]);
  const last = all[2];
  expect(last && open(set, new Set([patternKey(last.pattern)]))).toEqual([all[1]]);
});

// Suggestions within a claim of which a card was made: they follow that claim when it is shortened.

const acceptedCard = ({ voice, cue, claim, within: _, ...card }: SuggestedCard): AcceptedCard => ({
  ...card,
  voice,
  cue,
  claim,
  via: [],
  entity: null,
  within: null,
  reason: "",
});

/** An article, of whose suggestions some became cards, whose claims end where it is said now. */
function articleOf(text: string) {
  const article = articleTextOf(text);
  const { cards } = suggestCards(text, noOwnWords);
  const empty: Annotations = { set: markedArticle(text.replace(/[{}]/gu, "")).set, entities: tableOf([]) };
  const accept = (annotations: Annotations, card: SuggestedCard): Annotations => {
    const context = contextFor(article, annotations);
    return stateAfter(
      { ...context, newId: ids },
      acceptSuggestions.run({ ...context, newId: ids }, { cards: [acceptedCard(card)] }),
    );
  };
  const fitted = ({ set }: Annotations) => {
    const open = newSuggestions(cards, set, newsAttribution, new Set());
    return open.map((card) => ({ before: card, ...fitToSet(cards, new Set(open), set, article)(card) }));
  };
  return { article, cards, empty, accept, fitted };
}
let made = 0;
const ids = (): string => {
  made += 1;
  return `made${made}`;
};

/** The claim of the last card that was made ends at an offset, as somebody shortens it. */
function shortened(text: string, annotations: Annotations, card: string, end: number): Annotations {
  const { set } = annotations;
  const claim = get(set.attributions, card)?.claim;
  const spans = setToJson(set).spans.map((span) =>
    span.id === claim
      ? {
          ...span,
          segments: span.segments
            .filter(({ start }) => start < end)
            .map((segment) => selectorOf(text, { start: segment.start, end: Math.min(segment.end, end) })),
        }
      : span,
  );
  return { ...annotations, set: setFromJson({ ...setToJson(set), spans }) };
}

const words = (text: string, ranges: readonly Range[]): string =>
  ranges.map(({ start, end }) => text.slice(start, end)).join(" … ");

const said =
  "“The mayor understands that the tolls are crucial to a safe crossing for our friends in Norholm,” Ana Hart said.";

test("what lies within a claim ends where that was shortened to, without the marks of the quotation", () => {
  const { cards, empty, accept, fitted } = articleOf(said);
  const outer = cards.find(({ within }) => within === null);
  const inner = cards.find(({ cue }) => words(said, cue) === "understands");
  if (!outer || !inner) throw new Error("Both are suggested.");
  expect(words(said, outer.claim)).toMatch(/^“.*Norholm,”$/u);
  expect(words(said, inner.claim)).toMatch(/Norholm$/u);
  const whole = accept(empty, outer);
  const [card] = records(whole.set.attributions);
  const id = card?.id ?? "";
  const of = (annotations: Annotations) =>
    fitted(annotations).find(({ before }) => before === inner) ?? { card: inner, holder: "none" };
  expect([of(whole).holder, of(whole).card.claim]).toEqual([id, inner.claim]);
  const cut = of(shortened(said, whole, id, said.indexOf(" for our")));
  expect([cut.holder, words(said, cut.card.claim)]).toEqual([
    id,
    "that the tolls are crucial to a safe crossing",
  ]);
  const without = of(shortened(said, whole, id, said.indexOf(" understands")));
  expect([without.holder, without.card.within, without.card.claim]).toEqual([null, null, inner.claim]);
});

const articles = goldArticles().map(({ text }) => ({ text, ...articleOf(text) }));

test("whatever is accepted and shortened, what is within a card lies in its claim and becomes a card there; all else stays", () => {
  let cuts = 0;
  fc.assert(
    fc.property(fc.constantFrom(...articles), fc.nat(), fc.nat(), (article, which, where) => {
      const { text, cards, empty, accept, fitted } = article;
      const holders = cards.filter((card) =>
        cards.some(({ within }) => within !== null && cards[within] === card),
      );
      const outer = holders[which % Math.max(1, holders.length)];
      if (!outer) return;
      const place = hull(outer.claim);
      const at = place.start + 1 + (where % (place.end - place.start));
      const end = text.indexOf(" ", at) < 0 ? place.end : Math.min(place.end, text.indexOf(" ", at));
      const accepted = accept(empty, outer);
      const id = [...records(accepted.set.attributions)][0]?.id ?? "";
      const state = shortened(text, accepted, id, end);
      const claim = { start: place.start, end };
      const open = new Set(fitted(state).map(({ before }) => before));
      for (const { before, card, holder } of fitted(state)) {
        if (card.within !== null) expect(open.has(cards[card.within] as SuggestedCard)).toBe(true);
        if (holder === null) expect(card.claim).toEqual(before.claim);
        else {
          const own = hull([...card.cue, ...card.claim]);
          expect([own.start >= claim.start, own.end <= claim.end]).toEqual([true, true]);
          if (words(text, card.claim) !== words(text, before.claim)) cuts += 1;
          if (card.voice.every((voice) => voice.start >= claim.start && voice.end <= claim.end)) {
            const context = { ...contextFor(article.article, state), newId: ids };
            const change = changeOf(acceptSuggestions.run(context, { cards: [acceptedCard(card)] }));
            expect(change.attributions?.added[0]?.within).toBe(id);
          }
        }
      }
    }),
  );
  expect(cuts).toBeGreaterThan(0);
});

/** Accepts all that is suggested as one step, and says of each card that is made which kind it was suggested with and which it has. */
function kindsOf(text: string): readonly { readonly suggested: string; readonly accepted: string | null }[] {
  const { article, cards, empty } = articleOf(text);
  const context = { ...contextFor(article, empty), newId: ids };
  const accepted = cards.map((card) => ({ ...acceptedCard(card), within: card.within }));
  if (accepted.length === 0) return [];
  const { set } = stateAfter(context, acceptSuggestions.run(context, { cards: accepted }));
  return [...records(set.attributions)].map((made) => {
    const claim = segmentsIn(set, made.claim);
    const cue = segmentsIn(set, made.cue);
    const of = cards.find((one) => sameCharacters(one.claim, claim) && sameCharacters(one.cue, cue));
    return { suggested: of?.kind ?? "none", accepted: effectiveKind(made, set, article) };
  });
}

const segmentsIn = ({ spans }: Annotations["set"], span: string | null): readonly Range[] =>
  (span === null ? undefined : get(spans, span))?.segments ?? [];

const sameCharacters = (one: readonly Range[], other: readonly Range[]): boolean =>
  JSON.stringify(joinRanges(one)) ===
  JSON.stringify(joinRanges(other.map(({ start, end }) => ({ start, end }))));

test("a suggestion has the kind that its card has, within another one, too", () => {
  const nested = "“My sister told me the bridge will fall, and I left,” Ana Hart said.";
  const byKind = kindsOf(nested).toSorted((one, other) => one.suggested.localeCompare(other.suggested));
  expect(byKind).toEqual([
    { suggested: "direct", accepted: "direct" },
    { suggested: "indirect", accepted: "indirect" },
  ]);
  const texts = [...goldArticles(), ...goldArticles(join(import.meta.dirname, "../../fixtures/gold-de"))];
  const paragraphs = texts.flatMap(({ text }) => text.split("\n").filter((line) => line !== ""));
  const randomTexts = fc
    .array(fc.constantFrom(...paragraphs, "“", "He said: “"), { minLength: 1, maxLength: 6 })
    .map((lines) => lines.join("\n"));
  const isSame = (text: string): void => {
    for (const { suggested, accepted } of kindsOf(text)) expect(suggested).toBe(accepted);
  };
  for (const { text } of texts) isSame(text);
  fc.assert(fc.property(randomTexts, isSame), { numRuns: runs(30) });
});
