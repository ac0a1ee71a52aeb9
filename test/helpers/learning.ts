// Gold articles as suggestions learn from them, and how good suggestions are on others.
import { join } from "node:path";
import { articleTextOf } from "../../shared/model/article-text.ts";
import type { ArticleLanguage } from "../../shared/model/language.ts";
import { finish } from "../../shared/model/work.ts";
import { evaluate } from "../../shared/suggestions/evaluate.ts";
import { type LearningArticle, learnFrom, linesBy } from "../../shared/suggestions/learning/learn.ts";
import type { Learned } from "../../shared/suggestions/learning/learned.ts";
import { type GoldArticle, goldArticles, goldLineOf } from "./gold.ts";

/** Forty articles in a house style; the second half is for figures only. */
export const houseArticles = (
  folder = join(import.meta.dirname, "../fixtures/gold-house"),
): readonly GoldArticle[] => goldArticles(folder);

export const learningArticle = (
  { text, cards }: GoldArticle,
  language: ArticleLanguage = "en",
): LearningArticle => ({
  text,
  language,
  cards: cards.map(({ voice, cue, apart = [], claim }) => ({
    voice,
    cue: [...(cue ? [cue] : []), ...apart],
    claim,
  })),
  readUntil: text.length,
  rejected: [],
});

export const learnedFrom = (articles: readonly GoldArticle[], language: ArticleLanguage = "en") =>
  finish(learnFrom(articles.map((article) => learningArticle(article, language))));

/** F1 of voice, cue and claim to the last word, in percent, nested cards too. */
export function exactF1(
  articles: readonly GoldArticle[],
  learned: Learned,
  language: ArticleLanguage = "en",
): number {
  const { scores } = evaluate(
    articles.map((article) => goldLineOf(article, true)),
    articles.map(({ id, text }) => ({
      id,
      attributions: linesBy(articleTextOf(text, language), learned),
    })),
  );
  return scores["triple exact"]?.f1 ?? 0;
}
