// German words of the lists over the whole project: people who are proposed, and what may be missed.
import type { gathered as english } from "../en/gathered.ts";
import type { Translated } from "../translated.ts";

export const gathered = {
  "people-title": "Neue Personen und Quellen",
  "missed-title": "Was fehlen könnte",
  which: "Was gezeigt wird",
  open: "Offen",
  aside: "Beiseitegelegt",
  reading: "Artikel {done, number} von {of, number} wird gelesen …",
  looking: "Wird gesucht …",
  progress: "Gelesene Artikel",
  stopped: "Angehalten. Was bis dahin gelesen wurde, bleibt bekannt.",
  "go-on": "Fortfahren",
  find: "Namen suchen",
  naming: "Wie sie genannt sind",
  "all-namings": "Genannt oder nicht",
  type: "Was sie sind",
  "all-types": "Alle Arten",
  where: "Wo",
  "none-of-these": "Niemand passt zu diesen Filtern.",
  "nothing-aside": "Nichts wurde beiseitegelegt.",

  "people-counted":
    "{count, plural, =0 {{articles, plural, =0 {Noch keine Namen gefunden} one {Keine Namen aus # Artikel} other {Keine Namen aus # Artikeln}}} one {# Name aus {articles, plural, one {# Artikel} other {# Artikeln}}} other {# Namen aus {articles, plural, one {# Artikel} other {# Artikeln}}}}",
  "people-about":
    "Wer in den Artikeln dieses Projekts spricht und nicht im Register steht, und wer dort steht, während Ihre Markierungen nicht darauf verweisen. Nichts wird ohne Ihre Zustimmung eingetragen.",
  "people-aside-about": "Werden in diesem Projekt nicht mehr vorgeschlagen, bis sie zurückgenommen werden.",
  "people-keys":
    "Die Pfeiltasten gehen durch die Liste. Die Eingabetaste oder A trägt jemanden ins Register ein, M führt mit einem vorhandenen Eintrag zusammen, die Rücktaste legt beiseite, V öffnet die erste Nennung.",
  "no-people": "Alle, die in den Artikeln sprechen, stehen im Register oder wurden beiseitegelegt.",
  kind: "{type}, {naming}",
  mentions:
    "{mentions, plural, one {# Nennung} other {# Nennungen}} in {articles, plural, one {# Artikel} other {# Artikeln}}",
  perhaps: "vielleicht dasselbe wie {name}",
  "perhaps-label": "Wer derselbe sein kann",
  "known-marks": "im Register; {count, number} Ihrer Markierungen ohne Eintrag",
  "other-names": "Auch genannt",
  role: "Funktion",
  number: "Wie viele",
  reason: "Warum ungenannt",
  known: "Im Register",
  marks:
    "{count, plural, one {# von Ihnen markierte Nennung bekommt} other {# von Ihnen markierte Nennungen bekommen}} diesen Eintrag.",
  accept: "Ins Register eintragen",
  "choose-of-name": "Auswählen, wer es ist …",
  "another-of-name": "Jemand anders mit diesem Namen: ins Register eintragen",
  join: "Zusammenführen mit …",
  "join-known": "Mit {name} verknüpfen",
  reject: "Beiseitelegen",
  "the-same": "Dasselbe",
  "like-spelling": "andere Schreibung",
  "like-same-name": "hat denselben Namen",
  "like-acronym": "Anfangsbuchstaben",
  places: "Nennungen",
  "more-places": "und {count, plural, one {# weitere Nennung} other {# weitere Nennungen}}",
  "join-title": "Wer ist dieselbe Person wie {name}?",
  "join-find": "Jemanden suchen",
  "not-in-registry": "vorgeschlagen, noch nicht im Register",

  "missed-about":
    "Zitate ohne Aussage und Redewörter ohne Karte, in Artikeln, in denen Sie Karten gemacht haben.{unbegun, plural, =0 {} one { # Artikel hat noch keine und bleibt außen vor.} other { # Artikel haben noch keine und bleiben außen vor.}}",
  "missed-aside-about":
    "Stellen, von denen Sie gesagt haben, dass nichts fehlt, und Vorschläge, die Sie einmal abgelehnt haben.",
  "missed-keys":
    "Die Pfeiltasten gehen durch die Liste. Die Eingabetaste oder V öffnet die Stelle im Artikel, die Rücktaste sagt, dass dort nichts fehlt.",
  "nothing-missed": "In den begonnenen Artikeln fehlt nichts.",
  "show-in-article": "Im Artikel zeigen",
  waive: "Hier fehlt nichts",
} as const satisfies Translated<typeof english>;
