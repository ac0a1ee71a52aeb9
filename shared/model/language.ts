// The language of an article: as a person says, else as its small words tell. Whatever reads its words goes by it: sentences and clauses,
// checks, proposals, suggestions.
import type { Article } from "./article.ts";

/** Of which Sayso knows words. */
export const articleLanguages = ["en", "de", "fr", "es"] as const;
export type ArticleLanguage = (typeof articleLanguages)[number];

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const small: Readonly<Record<ArticleLanguage, ReadonlySet<string>>> = {
  en: words(
    "the of and to in that is was for on with as by at from it his her he she they not are were be been has have had which who this an but said would will",
  ),
  de: words(
    "der die das und den dem des ein eine einen einer nicht ist war mit von für auf im zu zum zur sich auch als wie aus nach bei wird wurde er sie es dass sagte",
  ),
  fr: words(
    "le la les des du de et un une est dans que qui pour sur pas par plus au aux avec ce cette il elle ne se sont été selon son ses leur mais",
  ),
  es: words(
    "el la los las del de y un una es en que por para con no se su sus al lo como más pero fue ha han este esta según entre sobre",
  ),
};

/** So that neighbours are not taken for what is known: Italian, Portuguese, Dutch. */
const others: readonly ReadonlySet<string>[] = [
  words("il di che è non un una per sono della del nel con ha alla gli più dei si da al lo la le in ma come"),
  words(
    "o os as do da dos das não uma em com um são foi ao pelo pela mais que de e a no na para se por como",
  ),
  words("de het een van en is dat niet op te zijn voor met die er aan in als hij ze maar ook bij om werd"),
];

/** No more of the text is looked at. */
const enough = 6_000;
/** Of fewer words nothing sure can be said. */
const few = 12;
/** Running text has at least so many small words. */
const share = 0.12;

/** `null` for any other language, and for what is no running text. Looks at the beginning alone. */
export function languageOf(text: string): ArticleLanguage | null {
  const head = text.slice(0, enough);
  const latin = head.match(/[\p{L}\p{M}’']+/gu) ?? [];
  if (latin.length === 0) return null;
  const foreign = latin.filter((word) => /[^\p{Script=Latin}\p{M}’'\p{Script=Common}]/u.test(word)).length;
  if (foreign * 2 > latin.length) return null;
  const count = (list: ReadonlySet<string>): number =>
    latin.filter((word) => list.has(word.toLowerCase())).length;
  const counts = articleLanguages.map((language) => ({ language, count: count(small[language]) }));
  const [best, next] = [...counts].sort((a, b) => b.count - a.count);
  if (!best || !next) return null;
  if (latin.length < few) return best.count > next.count ? best.language : "en";
  if (best.count < share * latin.length) return null;
  return others.some((list) => count(list) > best.count) ? null : best.language;
}

/** The language that a code such as "de-CH" begins with; `null` for one of which no words are known. */
const languageOfCode = (code: string): ArticleLanguage | null =>
  articleLanguages.find((one) => one === code.trim().toLowerCase().split(/[-_]/u)[0]) ?? null;

/**
 * What a person said of the article goes before what they said of the project, that before the text, and the text before its file: many a
 * page calls itself by the language of its publisher's program. `ofProject`: the code of all its articles.
 */
export function languageOfArticle(
  { about = [] }: Pick<Article, "about">,
  text: string,
  ofProject: string | undefined,
): ArticleLanguage | null {
  const stated = about.filter(({ field, value }) => field === "language" && value !== "");
  const said = stated.find(({ from }) => from === "person");
  if (said) return languageOfCode(said.value);
  return languageOfCode(ofProject ?? "") ?? languageOf(text) ?? languageOfCode(stated[0]?.value ?? "");
}
