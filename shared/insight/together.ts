// Measures of two sources together: in how many articles or paragraphs both speak, of those in which either does.
import type { Id } from "../model/id.ts";
import { message } from "../words/message.ts";
import type { CountedArticle, Statement } from "./counted-article.ts";
import { type InsightMeasure, namelessIn, ratioMeasure, type Selection, voicedIn } from "./measure.ts";

/** How often the more frequent one of a pair may be there for each time of the other before the figure is marked. */
const mostLopsided = 5;

/** The place of a statement as a number. */
type PlaceOf = (statement: Statement) => number;

type PlacesOf = (article: CountedArticle, isThere: (id: Id) => boolean) => readonly number[];

/** Of one article: in how many places the first speaks, the second, and both. */
function meetingsIn(article: CountedArticle, { pair }: Selection, placesOf: PlacesOf) {
  const [one, other] = pair ?? ["", ""];
  const first = new Set(placesOf(article, (voice) => voice === one));
  const second = new Set(placesOf(article, (voice) => voice === other));
  return {
    first: first.size,
    second: second.size,
    both: [...first].filter((place) => second.has(place)).length,
  };
}

/** A measure of the places, as numbers, in which the two of a pair speak. */
function togetherMeasure(
  placeOf: PlaceOf,
  facts: Pick<InsightMeasure, "id" | "unit" | "name" | "about" | "formula">,
): InsightMeasure {
  const placesOf: PlacesOf = (article, isThere) => speakingIn(article, isThere).map(placeOf);
  return ratioMeasure({
    ...facts,
    ...{ levels: ["pair"], alwaysBy: "pair", heedsDuplicates: false },
    source: "ATLAS.ti’s coefficient of code co-occurrence, which is Jaccard 1901",
    tally(article, selection) {
      const { first, second, both } = meetingsIn(article, selection, placesOf);
      return {
        numerator: both,
        denominator: first + second - both,
        n: new Set(placesOf(article, () => true)).size,
        unknown: new Set(placesOf({ ...article, statements: namelessIn(article) }, () => true)).size,
      };
    },
    behind(article, { pair }) {
      const [one, other] = pair ?? ["", ""];
      const both = speakingIn(article, (id) => id === one || id === other);
      const placesWith = (id: Id): ReadonlySet<number> => new Set(placesOf(article, (voice) => voice === id));
      const [first, second] = [placesWith(one), placesWith(other)];
      const isMeeting = (statement: Statement): boolean =>
        placesOf({ ...article, statements: [statement] }, () => true).some(
          (place) => first.has(place) && second.has(place),
        );
      return {
        ...{ numerator: both.filter(isMeeting), denominator: both },
        ...{ unknown: namelessIn(article), units: voicedIn(article) },
      };
    },
    meetings: {
      eachPlace({ statements }, add) {
        for (const statement of statements)
          for (const { id } of statement.voices) add(id, placeOf(statement));
      },
      isLopsided: (first, second) => Math.max(first, second) > mostLopsided * Math.min(first, second),
    },
  });
}

const speakingIn = ({ statements }: CountedArticle, isThere: (id: Id) => boolean): readonly Statement[] =>
  statements.filter(({ voices }) => voices.some(({ id }) => isThere(id)));

export const together = togetherMeasure(() => 0, {
  id: "together",
  unit: "article",
  name: message("insight.name-together"),
  about: message("insight.together"),
  formula: "n₁₂ ÷ (n₁ + n₂ − n₁₂), articles",
});

export const togetherInParagraphs = togetherMeasure(({ paragraph }) => paragraph, {
  id: "together-paragraphs",
  unit: "paragraph",
  name: message("insight.name-together-paragraphs"),
  about: message("insight.together-paragraphs"),
  formula: "n₁₂ ÷ (n₁ + n₂ − n₁₂), paragraphs",
});
