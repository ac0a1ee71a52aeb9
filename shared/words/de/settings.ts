// German words of looks, keys and language.
import type { settings as english } from "../en/settings.ts";
import type { Translated } from "../translated.ts";

export const settings = {
  title: "Einstellungen",
  "no-name": "noch nicht angegeben",
  "give-name": "Namen eingeben …",
  "change-name": "Namen ändern …",
  language: "Sprache",
  "as-system": "Wie das System",
  theme: "Farben",
  "theme-system": "Wie das System",
  "theme-light": "Hell",
  "theme-dark": "Dunkel",
  "theme-high-contrast": "Hoher Kontrast",
  "text-size": "Schriftgröße der Artikel",
  pixels: "{size, number} px",
  measure: "Zeilenlänge",
  characters: "{count, number} Zeichen",
  density: "Dichte",
  "density-comfortable": "Bequem",
  "density-compact": "Kompakt",
  motion: "Bewegung",
  "motion-system": "Wie das System",
  "motion-reduced": "Keine",
} as const satisfies Translated<typeof english>;
