// German words of the article’s text, for those who hear it rather than see it.
import type { article as english } from "../en/article.ts";
import type { Translated } from "../translated.ts";

export const article = {
  label: "Artikel: {title}",
  within: "{inner}, innerhalb: {outer}",
  excluded: "Ausgeschlossen",
  suggested: "{type} (vorgeschlagen)",
  "of-card": "{types}. Karte: {card}",
  "in-no-card": "{types}, in keiner Karte",
} as const satisfies Translated<typeof english>;
