// German words of bookmarks.
import type { bookmarks as english } from "../en/bookmarks.ts";
import type { Translated } from "../translated.ts";

export const bookmarks = {
  title: "Lesezeichen",
  one: "Lesezeichen",
  list: "Lesezeichen in diesem Projekt",
  toggle: "Lesezeichen setzen oder entfernen",
  "was-set": "Lesezeichen gesetzt.",
  "was-removed": "Lesezeichen entfernt.",
  "next-bookmark": "Nächstes Lesezeichen",
  "previous-bookmark": "Voriges Lesezeichen",
  remove: "Lesezeichen entfernen: {title}",
  saving: "Das Lesezeichen wird gespeichert",
  none: "Noch keine Lesezeichen",
  "none-about":
    "Drücken Sie {keys} an einer Markierung, einer Karte oder beliebigen Wörtern eines Artikels, oder an einem Eintrag im Register. Lesezeichen gehören Ihnen: Sie bleiben auf diesem Computer und sind nicht Teil des Projekts.",
  entity: "Eintrag im Register",
  "whole-article": "Artikel",
  "words-gone": "Die Wörter mit dem Lesezeichen stehen nicht mehr in diesem Text.",
} as const satisfies Translated<typeof english>;
