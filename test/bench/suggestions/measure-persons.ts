// How well the confidence in a person keeps its promise on our own gold: each article by what the others come to.
import { articleTextOf } from "../../../shared/model/article-text.ts";
import type { ArticleLanguage } from "../../../shared/model/language.ts";
import { gatherEntities } from "../../../shared/suggestions/entities.ts";
import {
  countedGrounds,
  groundOf,
  type PersonGround,
  sureOfMention,
} from "../../../shared/suggestions/person-confidence.ts";
import type { SuggestedMention } from "../../../shared/suggestions/suggested-card.ts";
import type { GoldArticle } from "../../helpers/gold.ts";
import { calibrationError } from "./calibration.ts";
import { voicesOf } from "./measure-entities.ts";

interface JudgedMention {
  readonly article: string;
  readonly mention: SuggestedMention;
  readonly right: boolean;
}

/** Right where the mention before it of whom we take it for is of the same entity; of a first one, where the gold has none before. */
export function judgedMentions(
  articles: readonly GoldArticle[],
  language: ArticleLanguage,
): readonly JudgedMention[] {
  return articles.flatMap((article) => {
    const found = gatherEntities(articleTextOf(article.text, language), voicesOf(article));
    const ours = new Map(
      found.flatMap(({ mentions }, at) =>
        mentions.map((mention) => [mention.range.start, { at, mention }] as const),
      ),
    );
    return article.mentions.flatMap((one, index) => {
      const own = ours.get(one.start);
      if (!own) return [];
      const before = article.mentions.slice(0, index);
      const antecedent = before.findLast(({ start }) => ours.get(start)?.at === own.at);
      const right = antecedent
        ? antecedent.entity === one.entity
        : !before.some(({ entity }) => entity === one.entity);
      return [{ article: article.id, mention: own.mention, right }];
    });
  });
}

type Counted = Record<PersonGround, [right: number, all: number]>;

export function countGrounds(judged: readonly JudgedMention[]): Counted {
  const counted = Object.fromEntries(
    Object.keys(countedGrounds).map((ground) => [ground, [0, 0]]),
  ) as unknown as Counted;
  for (const { mention, right } of judged) {
    const tally = counted[groundOf(mention)];
    tally[1] += 1;
    if (right) tally[0] += 1;
  }
  return counted;
}

interface JudgedConfidence {
  readonly confidence: number;
  readonly right: boolean;
}

/** Each article by what the others come to. `only`: of these alone. */
export function heldOutConfidences(
  judged: readonly JudgedMention[],
  only: (one: JudgedMention) => boolean = () => true,
): readonly JudgedConfidence[] {
  const articles = [...new Set(judged.map(({ article }) => article))];
  return articles.flatMap((article) => {
    const counted = countGrounds(judged.filter((one) => one.article !== article));
    return judged
      .filter((one) => one.article === article && only(one))
      .map(({ mention, right }) => ({ right, confidence: sureOfMention(mention, counted) }));
  });
}

/** Over ten bins, each article by what the others come to. */
export const personError = (judged: readonly JudgedMention[]): number =>
  calibrationError(heldOutConfidences(judged));

/** Whether somebody else stood before it whom the words fit as well. */
export const hasRival = ({ mention }: JudgedMention): boolean => mention.rival !== undefined;

/** As text for people. */
export function personReport(english: readonly GoldArticle[], german: readonly GoldArticle[]): string {
  const judged = [...judgedMentions(english, "en"), ...judgedMentions(german, "de")];
  const ofTwo = heldOutConfidences(judged, hasRival);
  const promised = ofTwo.reduce((sum, { confidence }) => sum + confidence, 0);
  const rows = Object.entries(countGrounds(judged)).map(
    ([ground, [right, all]]) => `    ${ground.padEnd(18)}${right} of ${all}`,
  );
  return [
    `our own gold, both languages: who is meant, of ${judged.length} mentions`,
    "  right, by reason or by having a rival:",
    ...rows,
    `  with somebody else before whom the words fit: ${ofTwo.filter(({ right }) => right).length} right of ${ofTwo.length}, ${promised.toFixed(1)} promised`,
    `  expected calibration error over ten bins, each article by the others: ${personError(judged).toFixed(3)}`,
    "",
  ].join("\n");
}
