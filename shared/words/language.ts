// The languages that people can read Sayso in, and how one is chosen from a setting and what the system prefers.

export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

/** `system`: what the system prefers, as far as it is one of ours. */
export type LanguageSetting = "system" | Language;

/** How each language names itself, so that everybody finds their own. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch" };

export interface Locale {
  /** The language of the words. */
  readonly language: Language;
  /** BCP 47: the language with the region whose dates and numbers are used. */
  readonly tag: string;
}

const homes: Readonly<Record<Language, string>> = { en: "en-GB", de: "de-DE" };

/**
 * The locale to use. `preferred` are BCP 47 tags, best first, as a browser or a system gives them; ones that are not well
 * formed are passed over. The region is the person's own where they have one for the language chosen.
 */
export function localeFor(setting: LanguageSetting, preferred: readonly string[]): Locale {
  const known = preferred.flatMap((tag) => localeOf(tag) ?? []);
  const own = setting === "system" ? known[0] : known.find(({ language }) => language === setting);
  if (own) return own;
  const language = setting === "system" ? "en" : setting;
  return { language, tag: homes[language] };
}

function localeOf(tag: string): Locale | null {
  const [start] = tag.toLowerCase().split("-");
  const language = languages.find((one) => one === start);
  if (!language) return null;
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    return { language, tag: !canonical || canonical === language ? homes[language] : canonical };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
