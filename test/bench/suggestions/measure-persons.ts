// How well the confidence in a person keeps its promise on our own gold: each article by what the others come to.
import { articleTextOf } from "../../../shared/model/article-text.ts";
import type { ArticleLanguage } from "../../../shared/model/language.ts";
import { gatherEntities } from "../../../shared/suggestions/entities.ts";
import type { MentionReason } from "../../../shared/suggestions/entity-groups.ts";
import { countedReasons, sureOfPerson } from "../../../shared/suggestions/person-confidence.ts";
import type { GoldArticle } from "../../helpers/gold.ts";
import { calibrationError } from "./calibration.ts";
import { voicesOf } from "./measure-entities.ts";

interface JudgedMention {
  readonly article: string;
  readonly reason: MentionReason;
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
        mentions.map(({ range, reason }) => [range.start, { at, reason }] as const),
      ),
    );
    return article.mentions.flatMap((one, index) => {
      const mention = ours.get(one.start);
      if (!mention) return [];
      const before = article.mentions.slice(0, index);
      const antecedent = before.findLast(({ start }) => ours.get(start)?.at === mention.at);
      const right = antecedent
        ? antecedent.entity === one.entity
        : !before.some(({ entity }) => entity === one.entity);
      return [{ article: article.id, reason: mention.reason, right }];
    });
  });
}

type Counted = Record<MentionReason, [right: number, all: number]>;

export function countReasons(judged: readonly JudgedMention[]): Counted {
  const counted = Object.fromEntries(
    Object.keys(countedReasons).map((reason) => [reason, [0, 0]]),
  ) as unknown as Counted;
  for (const { reason, right } of judged) {
    counted[reason][1] += 1;
    if (right) counted[reason][0] += 1;
  }
  return counted;
}

/** Over ten bins, each article by what the others come to. */
export function personError(judged: readonly JudgedMention[]): number {
  const articles = [...new Set(judged.map(({ article }) => article))];
  return calibrationError(
    articles.flatMap((article) => {
      const counted = countReasons(judged.filter((one) => one.article !== article));
      return judged
        .filter((one) => one.article === article)
        .map(({ reason, right }) => ({ right, confidence: sureOfPerson(reason, counted) }));
    }),
  );
}

/** As text for people. */
export function personReport(english: readonly GoldArticle[], german: readonly GoldArticle[]): string {
  const judged = [...judgedMentions(english, "en"), ...judgedMentions(german, "de")];
  const rows = Object.entries(countReasons(judged)).map(
    ([reason, [right, all]]) => `    ${reason.padEnd(18)}${right} of ${all}`,
  );
  return [
    `our own gold, both languages: who is meant, of ${judged.length} mentions`,
    "  right, by reason:",
    ...rows,
    `  expected calibration error over ten bins, each article by the others: ${personError(judged).toFixed(3)}`,
    "",
  ].join("\n");
}
