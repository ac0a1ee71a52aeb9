// Measures of unnamed sources and of those who will not say: how often, on whom an article rests, and whether it gives a reason.
import { sourceClass } from "../model/entity.ts";
import { memoize } from "../model/memoize.ts";
import { message } from "../words/message.ts";
import type { CountedArticle, Statement, Voice } from "./counted-article.ts";
import {
  type ArticleTally,
  appearancesIn,
  type InsightMeasure,
  namelessIn,
  ratioMeasure,
  type Selection,
  type StatementsBehind,
  statementsBy,
} from "./measure.ts";

const ofArticles = { unit: "article", levels: [], heedsDuplicates: false } as const;
const ofAppearances = { ...ofArticles, unit: "appearance" } as const;

/** Of an article: persons, organizations and groups that speak, those of them without a name, and voices that are no entity. */
interface PeopleOfVoices {
  readonly people: readonly Voice[];
  readonly unnamed: readonly Voice[];
  readonly unknown: number;
}

const things: readonly string[] = ["document", "outlet", "platform"];

const classOf = ({ entity }: Voice): string | null => (entity === null ? null : sourceClass(entity));

const peopleIn = memoize((article: CountedArticle): PeopleOfVoices => {
  const all = appearancesIn(article);
  const people = all.filter((voice) => {
    const ofClass = classOf(voice);
    return ofClass !== null && !things.includes(ofClass);
  });
  const unnamed = people.filter((voice) => classOf(voice) === "described" || classOf(voice) === "anonymous");
  return { people, unnamed, unknown: all.filter(({ entity }) => entity === null).length };
});

/** An article that answers yes or no, or is out of the denominator. */
const oneArticle = (isCounted: boolean, isOne: boolean, isUnknown: boolean): ArticleTally => ({
  numerator: isCounted && isOne ? 1 : 0,
  denominator: isCounted ? 1 : 0,
  n: 1,
  unknown: isUnknown ? 1 : 0,
});

/** An article with an unnamed voice, among those that count. */
const withUnnamed = (isCounted: (article: CountedArticle) => boolean) => ({
  tally(article: CountedArticle): ArticleTally {
    const { unnamed, unknown } = peopleIn(article);
    return oneArticle(isCounted(article), unnamed.length > 0, unnamed.length === 0 && unknown > 0);
  },
  behind(article: CountedArticle): StatementsBehind {
    const { unnamed } = peopleIn(article);
    return {
      numerator: statementsBy(article, unnamed),
      // Of articles without a card nothing can be opened.
      denominator: isCounted({ ...article, statements: [] }) ? null : article.statements,
      unknown: unnamed.length === 0 ? namelessIn(article) : [],
      units: null,
    };
  },
});

const audits =
  "Project for Excellence in Journalism 2005; Pew Research Center 2021: stories with an unnamed source";

export const anonymityByArticles: InsightMeasure = ratioMeasure({
  ...ofArticles,
  id: "anonymity-articles",
  name: message("insight.name-anonymity-articles"),
  about: message("insight.anonymity-articles"),
  formula: "articles with an unnamed voice ÷ |A|",
  source: audits,
  ...withUnnamed(() => true),
});

export const anonymityByArticlesWithCards: InsightMeasure = ratioMeasure({
  ...ofArticles,
  id: "anonymity-articles-with-cards",
  name: message("insight.name-anonymity-articles-with-cards"),
  about: message("insight.anonymity-articles-with-cards"),
  formula: "articles with an unnamed voice ÷ articles with a card",
  source: audits,
  ...withUnnamed(({ statements }) => statements.length > 0),
});

export const solelyUnnamed: InsightMeasure = ratioMeasure({
  ...ofArticles,
  id: "solely-unnamed",
  name: message("insight.name-solely-unnamed"),
  about: message("insight.solely-unnamed"),
  formula: "articles all of whose persons and groups that speak are unnamed ÷ articles with such a voice",
  source: "Pew Research Center, 9 June 2021: stories that rest solely on unnamed sources",
  tally(article) {
    const { people, unnamed, unknown } = peopleIn(article);
    return oneArticle(people.length > 0, unnamed.length === people.length, unknown > 0);
  },
  behind(article) {
    const { people, unnamed } = peopleIn(article);
    const voiced = statementsBy(article, people);
    const numerator = unnamed.length === people.length ? voiced : [];
    return { numerator, denominator: voiced, unknown: namelessIn(article), units: null };
  },
});

export const anonymityByAppearances: InsightMeasure = ratioMeasure({
  ...ofAppearances,
  id: "anonymity-appearances",
  name: message("insight.name-anonymity-appearances"),
  about: message("insight.anonymity-appearances"),
  formula: "unnamed appearances ÷ appearances of persons, organizations and groups",
  source: "Project for Excellence in Journalism 2002, Return to Normalcy?: unnamed sources among all sources",
  tally(article) {
    const { people, unnamed, unknown } = peopleIn(article);
    return { numerator: unnamed.length, denominator: people.length, n: people.length + unknown, unknown };
  },
  behind(article) {
    const { people, unnamed } = peopleIn(article);
    return {
      numerator: statementsBy(article, unnamed),
      denominator: statementsBy(article, people),
      unknown: namelessIn(article),
    };
  },
});

/** A share of the unnamed appearances. */
const shareOfUnnamed = (test: (voice: Voice) => boolean) => ({
  tally(article: CountedArticle): ArticleTally {
    const { unnamed, unknown } = peopleIn(article);
    const numerator = unnamed.filter(test).length;
    return { numerator, denominator: unnamed.length, n: unnamed.length + unknown, unknown };
  },
  behind(article: CountedArticle): StatementsBehind {
    const { unnamed } = peopleIn(article);
    return {
      numerator: statementsBy(article, unnamed.filter(test)),
      denominator: statementsBy(article, unnamed),
      unknown: namelessIn(article),
    };
  },
});

export const reasonGiven: InsightMeasure = ratioMeasure({
  ...ofAppearances,
  id: "reason-given",
  name: message("insight.name-reason-given"),
  about: message("insight.reason-given"),
  formula: "unnamed appearances with a reason and its words ÷ unnamed appearances",
  source:
    "Purvis 2015, Southwestern Mass Communication Journal 30(2): the rationale for using unnamed sources",
  ...shareOfUnnamed(({ givesReason }) => givesReason),
});

export const describedShare: InsightMeasure = ratioMeasure({
  ...ofAppearances,
  id: "described",
  name: message("insight.name-described"),
  about: message("insight.described"),
  formula: "described appearances ÷ unnamed appearances",
  source: "Duffy & Williams 2011, Newspaper Research Journal 32(4): described, or only called reliable",
  ...shareOfUnnamed((voice) => classOf(voice) === "described"),
});

const withheldIn = (
  { statements }: CountedArticle,
  { bySource, hasVoice }: Selection,
): readonly Statement[] =>
  statements.filter(({ isWithheld, voices }) => isWithheld && (!bySource || voices.some(hasVoice)));

export const noComment: InsightMeasure = ratioMeasure({
  ...ofArticles,
  levels: ["source"],
  id: "no-comment",
  name: message("insight.name-no-comment"),
  about: message("insight.no-comment"),
  formula: "articles with a card that withholds ÷ |A|",
  source: "Society of Professional Journalists 2014, Code of Ethics: the chance to respond",
  tally: (article, selection) => oneArticle(true, withheldIn(article, selection).length > 0, false),
  behind: (article, selection) => ({
    ...{ numerator: withheldIn(article, selection), denominator: null, unknown: [], units: null },
  }),
});
