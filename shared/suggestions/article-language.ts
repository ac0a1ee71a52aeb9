// In which language an article is, as its small words tell: suggestions are complete for English alone, and say so.

/** `null`: too few words to tell, or none of these. */
export type ArticleLanguage = "en" | "de" | "fr" | "es" | null;

const small: Readonly<Record<Exclude<ArticleLanguage, null>, ReadonlySet<string>>> = {
  en: new Set(
    "the of and to in that is was for on with as by at it be this have from not are but which he she they".split(
      " ",
    ),
  ),
  de: new Set(
    "der die das und ist nicht von zu mit den dem ein eine für auf im sich des auch als an es wird sei".split(
      " ",
    ),
  ),
  fr: new Set(
    "le la les des et est une un du que qui dans pour pas sur au il elle avec ce par plus ne sont aux".split(
      " ",
    ),
  ),
  es: new Set(
    "el la los las de y que en un una es por con para no del se al lo su como más fue este son".split(" "),
  ),
};

/** So much of the text is looked at, in code units. */
const sampleLength = 20_000;
const leastWords = 12;
const leastShare = 0.12;

/** The language with the most small words, if they are as many as prose has. */
export function articleLanguage(text: string): ArticleLanguage {
  const words =
    text
      .slice(0, sampleLength)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length < leastWords) return null;
  const counts = (Object.keys(small) as (keyof typeof small)[]).map(
    (language) => [language, words.filter((word) => small[language].has(word)).length] as const,
  );
  const [best] = counts.sort((a, b) => b[1] - a[1]);
  return best && best[1] / words.length >= leastShare ? best[0] : null;
}
