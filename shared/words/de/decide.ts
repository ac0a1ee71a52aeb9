// German words of the page on which conflicts between annotators' sets are decided.
import type { decide as english } from "../en/decide.ts";
import type { Translated } from "../translated.ts";

export const decide = {
  queue: "Zu entscheiden",
  conflicts: "Unterschiede",
  agreed: "Übereinstimmend",
  listed: "Was aufgelistet ist",
  progress: "{decided, number} von {all, number} entschieden",
  lane: "Bisher entschieden",
  "progress-label": "Wie viel entschieden ist",
  unsure: "{count, number} unsicher",
  "all-done": "Alles ist entschieden.",
  unfinished: "Noch nicht fertig",
  "unfinished-about":
    "Alle Unterschiede sind geprüft, aber der kuratierte Satz ist nicht fertig. Wählen Sie einen Punkt, oder drücken Sie {keys} für den nächsten.",
  "unfinished-open": "Zu entscheiden: {words}",
  "unfinished-partly": "Teilweise entschieden: {words}",
  "unfinished-unsure": "Unsicher: {words}",
  "unfinished-agreed":
    "{count, plural, one {# einstimmige Stelle} other {# einstimmige Stellen}} noch nicht übernommen",
  "unfinished-violation": "{words}: {what}",
  "all-done-about":
    "Der kuratierte Satz lässt sich exportieren, und mit ihm das Protokoll der Entscheidungen. Gespräche, begründete Ausnahmen, abgelehnte Vorschläge, Notizen zum Artikel und Markierungen ohne Stelle bleiben in den einzelnen Annotationssätzen.",
  "next-article": "Nächster Artikel",
  "next-failed": "Der nächste Artikel ließ sich nicht ermitteln: {reason}",
  "none-to-decide":
    "Sonst ist kein Artikel zu entscheiden: Die anderen sind kuratiert oder von weniger als zwei Personen annotiert.",
  "mark-curated": "Als kuratiert kennzeichnen",
  "is-curated": "Der Artikel gilt als kuratiert.",
  "curated-unfinished": "Der Artikel gilt als kuratiert, obwohl etwas darin offen ist.",
  "unmark-curated": "Zurück zu „In Begutachtung“",
  "nothing-agreed": "In nichts stimmen alle überein.",
  "nothing-conflicts":
    "Nichts unterscheidet sich. Worin alle übereinstimmen, lässt sich gemeinsam übernehmen.",
  reading: "Der kuratierte Satz wird geöffnet …",
  "read-only":
    "Das Projekt ist nur zum Lesen geöffnet: Entscheidungen lassen sich ansehen, aber nicht ändern.",

  // What is shown, and the choices
  panel: "Entscheiden",
  decision: "Entscheidung",
  versions: "Was sie haben",
  none: "hat hier nichts",
  taken: "übernommen",
  choices: "Andere Entscheidungen",
  union: "Wörter aller",
  "union-card": "Alles, was sie haben",
  intersection: "Gemeinsame Wörter",
  "intersection-card": "Was sie gemeinsam haben",
  nothing: "Hier nichts",
  "not-sure": "Unsicher",
  discuss: "Besprechen …",
  edit: "Von Hand",
  reason: "Grund",
  "reason-about":
    "Wird mit Ihrer nächsten Entscheidung gespeichert. Die Eingabetaste führt zurück zu den Tastenkürzeln.",
  reach: "Entscheidet",
  "reach-here": "hier",
  "reach-article": "im Artikel ({count, number} weitere)",
  "reach-project": "im Projekt",
  together: "Gemeinsam übernehmen …",

  // What was decided
  "decided-take": "Entschieden: wie bei {person}",
  "decided-accepted-together": "Gemeinsam übernommen: wie bei {person}",
  "decided-union": "Entschieden: die Wörter aller",
  "decided-intersection": "Entschieden: die gemeinsamen Wörter",
  "decided-edit": "Von Hand entschieden",
  "decided-nothing": "Entschieden: Hier gehört nichts hin",
  "decided-unsure": "Noch unsicher",
  "decided-by": "{who}, {when}",
  "decided-before": "Die Annotationssätze haben sich geändert, seit das entschieden wurde.",
  along: "Mit der Karte entschieden",
  you: "Sie",
  reopen: "Wieder öffnen",
  curated: "Im kuratierten Satz",

  // The parts of a question
  parts: "Teile",
  "parts-about": "Eine Entscheidung über die Karte gilt für alle Teile, außer für einzeln entschiedene.",
  whole: "Die ganze Karte",
  "part-of": "Ein Teil der Karte",

  // Edges by hand
  edges: "Ränder von Hand",
  "edges-keys":
    "Links und Rechts bewegen das Ende um ein Wort, mit Umschalt den Anfang. Auf und Ab ändern die Art. Die Eingabetaste entscheidet, Esc bricht ab.",
  "edges-now": "{type}: {words}",

  // Accepting together
  "accept-title": "Übernehmen, worin viele übereinstimmen",
  "accept-about":
    "Übernimmt in einem Schritt alles, was mindestens so viele genau gleich markiert haben. Ein zufälliger, aber immer gleicher Teil bleibt offen, damit jemand ihn prüft.",
  threshold: "Gleich bei mindestens",
  "threshold-said": "{count, plural, one {# Person} other {# Personen}}",
  audited: "Bleibt zu prüfen",
  "accept-count":
    "{count, plural, =0 {Nichts wird übernommen} one {# wird übernommen} other {# werden übernommen}}, {left, plural, =0 {nichts bleibt zu prüfen} one {# bleibt zu prüfen} other {# bleiben zu prüfen}}.",
  accept: "Übernehmen",
  // Notes and flags of cards that are alike, or that are decided on
  "aspect-note": "Notiz",
  "aspect-flags": "Merker",
  "notes-along":
    "Eine Fassung bringt ihre Notiz und ihre Merker mit; „Alles, was sie haben“ behält die von allen, „Was sie gemeinsam haben“ nur, was gleich ist.",
  "notes-from": "Wo Notizen oder Merker verschieden sind ({count, plural, one {# Karte} other {# Karten}})",
  "notes-from-nobody": "die Karte offen lassen",
  "notes-from-person": "wie bei {person}",
  "accept-notes-open":
    "{count, plural, one {# Karte bleibt offen, weil Notiz oder Merker verschieden sind.} other {# Karten bleiben offen, weil Notizen oder Merker verschieden sind.}}",
  // Stretches left out of the analysis
  exclusions: "Von der Auswertung ausgeschlossen",
  "exclusions-about": "Über jede Stelle, die jemand ausgeschlossen hat, wird einzeln entschieden.",
  "leave-out": "Ausschließen",
  "leave-out-because": "Ausschließen: {reason}",
  "keep-in": "Nicht ausschließen",
  "exclusion-left-out": "Entschieden: ausgeschlossen",
  "exclusion-kept-in": "Entschieden: nicht ausgeschlossen",
  "exclusion-nobodys": "Der kuratierte Satz schließt dies aus, aber niemand sonst mehr.",
  "unfinished-exclusions":
    "{count, plural, one {Über # Stelle, die jemand ausgeschlossen hat, ist nicht entschieden} other {Über # Stellen, die jemand ausgeschlossen hat, ist nicht entschieden}}",
  "accept-exclusions":
    "{count, plural, one {# Stelle, die alle ausgeschlossen haben, wird ebenfalls übernommen.} other {# Stellen, die alle ausgeschlossen haben, werden ebenfalls übernommen.}}",
  // Roles of sources
  roles: "Rollen der Quellen in diesem Artikel",
  "roles-about": "Über jede Quelle, deren Rolle jemand angegeben hat, wird einzeln entschieden.",
  "role-decided": "Entschieden: {role}",
  "unfinished-roles":
    "{count, plural, one {Über die Rolle von # Quelle ist nicht entschieden} other {Über die Rollen von # Quellen ist nicht entschieden}}",
  "accept-roles":
    "{count, plural, one {# Rolle einer Quelle, die alle gleich angeben, wird ebenfalls übernommen.} other {# Rollen von Quellen, die alle gleich angeben, werden ebenfalls übernommen.}}",
  look: "Ansehen",
} as const satisfies Translated<typeof english>;
