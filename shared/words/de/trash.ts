// German words of the trash.
import type { trash as english } from "../en/trash.ts";
import type { Translated } from "../translated.ts";

export const trash = {
  title: "Papierkorb",
  open: "Papierkorb: weggelegte Artikel",
  "put-away": "Artikel in den Papierkorb legen",
  "putting-away": "Der Artikel wird in den Papierkorb gelegt …",
  listing: "Der Papierkorb wird angesehen …",
  "taking-back": "Der Artikel wird zurückgeholt …",
  "was-put-away": "„{title}“ liegt im Papierkorb, mit allen Auszeichnungen daran",
  "put-away-about": "Nichts davon ist gelöscht. Der Papierkorb im Menü des Projekts gibt ihn zurück.",
  "take-back": "Zurückholen",
  "take-back-of": "„{title}“ zurückholen",
  by: "weggelegt {at} von {by}",
  empty: "Der Papierkorb ist leer.",
  about:
    "Artikel im Papierkorb bleiben mit allen Auszeichnungen im Ordner des Projekts, bis Sie sie dort selbst entfernen.",
} as const satisfies Translated<typeof english>;
