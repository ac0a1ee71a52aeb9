// Deutsche Wörter der Markierungen, die ihre Stelle verloren, als der Text des Artikels ein anderer wurde.
import type { orphans as english } from "../en/orphans.ts";
import type { Translated } from "../translated.ts";

export const orphans = {
  title: "Markierungen ohne Stelle",
  "list-label": "Markierungen ohne Stelle, in der Reihenfolge des Textes",
  "no-article":
    "Öffnen Sie einen Artikel, um zu sehen, welche seiner Markierungen ihre Stelle verloren haben.",
  how: "← und → zeigen die Stellen, an die sie gehören kann, die Eingabetaste setzt sie dort ein, J geht zur nächsten.",
  none: "Jede Markierung hat ihre Stelle.",
  "none-waits": "Von Ihnen wartet nichts auf eine Stelle.",
  "none-about":
    "Wird der Text eines Artikels berichtigt oder eine neue Fassung übernommen, wartet hier, was keine Stelle findet.",
  counted: "{count, plural, one {# Markierung ohne Stelle} other {# Markierungen ohne Stelle}}",
  "put-here": "Markierung ohne Stelle hier einsetzen",
  "by-hand": "Oder im Text auswählen, wohin sie gehört:",
  "select-where":
    "Wählen Sie im Text aus, wohin „{quote}“ gehört, und dann noch einmal „Markierung ohne Stelle hier einsetzen“.",
  "put-back":
    "„{quote}“ ist eingesetzt. {count, plural, =0 {Es wartet nichts mehr.} one {# wartet noch.} other {# warten noch.}}",
  "put-aside":
    "„{quote}“ ist beiseitegelegt. {count, plural, =0 {Sonst wartet nichts.} one {# wartet noch.} other {# warten noch.}}",
  "taken-up": "„{quote}“ wartet wieder. {count, plural, one {# wartet.} other {# warten.}}",
  was: "Markierung als {type}, wie sie stand",
  "was-exclusion": "Von der Auswertung ausgeschlossen, wie es stand",
  "was-rejection": "Abgelehnter Vorschlag, wie er stand",
  "is-exclusion": "Ausgeschlossen",
  "is-rejection": "Abgelehnter Vorschlag",
  "is-aside": "beiseitegelegt",
  card: "In der Karte: {words}",
  gone: "Die Stelle, an der sie stand, gibt es nicht mehr. Vielleicht gehört sie hierher:",
  unclear: "Ihre Wörter stehen im Text, doch es ist unklar, zu welchen davon sie gehört:",
  doubtful: "Es gibt eine Stelle, doch sehen Sie sie erst an:",
  found: "Diese Wörter stehen hier:",
  "not-found": "Nichts im Text ist diesen Wörtern ähnlich.",
  "no-place":
    "Für sie ist keine Stelle gefunden. Suchen Sie nach anderen Wörtern, oder wählen Sie aus, wohin sie gehört.",
  places: "Stellen, an die sie gehören kann",
  "place-carried": "wohin ihr Abschnitt kam",
  "place-same-words": "dieselben Wörter",
  "place-alike-words": "fast dieselben Wörter",
  "other-words": "Andere Wörter suchen",
  "put-back-there": "Dort einsetzen",
  "set-aside": "Beiseitelegen",
  "take-up": "Wieder aufnehmen",
} as const satisfies Translated<typeof english>;
