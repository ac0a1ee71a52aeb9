// German words of what stands beside the article, to be read.
import type { beside as english } from "../en/beside.ts";
import type { Translated } from "../translated.ts";

export const beside = {
  open: "Daneben öffnen",
  "open-revision": "Daneben öffnen: {revision}",
  "open-version": "Den Artikel daneben öffnen, wie „{name}“ ihn enthält",
  "open-entity": "Verknüpften Eintrag neben dem Artikel öffnen",
  choose: "Neben dem Artikel öffnen …",
  toggle: "Ein- oder ausblenden, was neben dem Artikel steht",
  swap: "Artikel mit dem daneben tauschen",
  title: "Neben dem Artikel: {title}",
  close: "Bereich neben dem Artikel schließen",
  "read-only": "Nur zum Lesen",
  "type-to-find": "Artikel, Einträge und frühere Texte suchen",
  "palette-hint": "öffnet einen Artikel oder Eintrag daneben.",
  earlier: "Früherer Text dieses Artikels",
  "in-version": "Wie in „{name}“ gespeichert von {by}, {at, date, medium}, {at, time, short}",
  "to-registry": "Im Register zeigen",
  gone: "Nicht mehr vorhanden",
  "article-gone":
    "Diesen Artikel gibt es im Projekt nicht mehr. Liegt er im Papierkorb, stellen Sie ihn dort wieder her.",
  "entity-gone":
    "Diesen Eintrag gibt es im Register nicht mehr. Liegt er im Papierkorb, stellen Sie ihn dort wieder her.",
} as const satisfies Translated<typeof english>;
