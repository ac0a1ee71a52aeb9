// The extent to which suggestions know each language.
import type { ArticleLanguage } from "../model/language.ts";

/** `complete`: all rules; `cards`: all but what is said within quotations; `lexicon`: quotations, and what a list of reporting verbs gives; `none`: nothing is suggested. */
type LanguageSupport = "complete" | "cards" | "lexicon" | "none";

const supports: Readonly<Record<ArticleLanguage, LanguageSupport>> = {
  en: "complete",
  de: "cards",
  fr: "lexicon",
  es: "lexicon",
};

export const supportOf = (language: ArticleLanguage | null): LanguageSupport =>
  language === null ? "none" : supports[language];
