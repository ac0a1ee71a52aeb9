// German words of the workbench: bars, banners, notices and status.
import type { workbench as english } from "../en/workbench.ts";
import type { Translated } from "../translated.ts";

export const workbench = {
  "sidebar-width": "Breite der Seitenleiste",
  "cards-width": "Breite der Annotationen",
  "leave-reading": "Lesemodus verlassen",
  reading: "Lesemodus",
  article: "Artikel",
  annotations: "Annotationen",
  "no-article": "Kein Artikel",
  "hide-sidebar": "Seitenleiste ausblenden",
  "show-sidebar": "Seitenleiste zeigen",
  "hide-cards": "Annotationen ausblenden",
  "show-cards": "Annotationen zeigen",
  "span-count": "{count, plural, one {# Markierung} other {# Markierungen}}",
  "card-count": "{count, plural, one {# Karte} other {# Karten}}",
  "entity-count": "{count, plural, one {# Eintrag} other {# Einträge}}",
  "card-of": "Karte {at, number} von {count, number}",
  position: "Wie weit unten im Artikel",
} as const satisfies Translated<typeof english>;
