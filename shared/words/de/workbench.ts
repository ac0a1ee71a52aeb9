// German words of the workbench: bars, banners, notices and status.
import type { workbench as english } from "../en/workbench.ts";
import type { Translated } from "../translated.ts";

export const workbench = {
  "sidebar-width": "Breite der Seitenleiste",
  "beside-width": "Breite des Bereichs neben dem Artikel",
  "cards-width": "Breite des Inspektors",
  "leave-reading": "Lesemodus verlassen",
  reading: "Lesemodus",
  article: "Artikel",
  inspector: "Inspektor",
  "no-article": "Kein Artikel",
  "hide-sidebar": "Seitenleiste ausblenden",
  "show-sidebar": "Seitenleiste zeigen",
  "hide-cards": "Inspektor ausblenden",
  "show-cards": "Inspektor zeigen",
  "span-count": "{count, plural, one {# Markierung} other {# Markierungen}}",
  "card-count": "{count, plural, one {# Karte} other {# Karten}}",
  "card-of": "Karte {at, number} von {count, number}",
  "no-article-yet": "Noch kein Artikel",
  "no-article-read-only": "Dieses Projekt hat keinen Artikel und ist nur zum Lesen geöffnet.",
  "no-article-about":
    "Artikel hierher ziehen, als Text, Webseite, Dokument, PDF, E-Mail oder in ganzen Ordnern, oder einen Text einfügen. Titel, Autorenzeile und Datum werden erkannt.",

  // What the next key changes
  "next-selected": "Ausgewählt: „{words}“",
  "next-span": "{type} „{words}“",
  "next-card": "Karte „{words}“",
  "next-in-card": "Neue Markierungen kommen in die Karte. {out} verlässt sie.",
  "next-adds": "{add} nimmt sie in {type} „{words}“ auf.",
  "next-others": "Andere Tasten ändern {type} „{words}“.",
  "next-used": "{open} öffnet die Karte. {link} verknüpft mit einer anderen.",
  "next-unused": "{open} macht eine Karte daraus. {link} verknüpft mit einer Karte.",
  "next-links": "{link} verknüpft mit {name}.",
  "next-enters": "{link} trägt {name} ins Register ein.",
  "keys-tag": "Markieren als",
  "keys-retype": "Ändern in",
  "keys-pick": "Wert von",
  "keys-select": "Wörter auswählen, dann",
  "next-no-cards": "{next} geht zu einer Markierung; {open} macht eine Karte daraus.",
  "next-all": "{next} geht durch die Markierungen, {nextCard} und {previousCard} durch die Karten.",

  // What came of a key
  "linked-with": "„{words}“ ist mit {name} verknüpft.",
  "linked-surely":
    "„{words}“ ist mit {name} verknüpft, zu {share} sicher. {choose} wählt jemand anderen, {undo} nimmt es zurück.",
  "open-one":
    "„{words}“ könnte {first} sein und ist mit niemandem verknüpft. {link} verknüpft, {choose} wählt.",
  "open-two":
    "„{words}“ könnte {first} oder {second} sein und ist mit niemandem verknüpft. {link} verknüpft mit der ersten Person, {other} mit der zweiten, {choose} wählt.",
  "entered-as": "{name} steht jetzt im Register, für „{words}“.",
  "jump-letters":
    "{unit, select, clause {{count, plural, one {# Teilsatz} other {# Teilsätze}}} other {{count, plural, one {# Wort} other {# Wörter}}}}: Buchstaben tippen wählt aus, mit Umschalt bis dorthin. Esc bricht ab.",
  "jump-nowhere": "Auf dem Bildschirm gibt es nichts, wohin sich springen ließe.",

  // What was refused
  "cannot-undo":
    "Dieser Schritt lässt sich nicht rückgängig machen: Was er geändert hat, wurde seither geändert.",
  "role-of-nobody":
    "Verknüpfen Sie die Markierung zuerst mit einer Person oder Quelle; dann kann sie eine Rolle in diesem Artikel haben.",
  "no-suggestion-in-focus": "Gehen Sie zuerst zu einem Vorschlag: mit {next}.",
  "no-suggestions": "In diesem Artikel wird kein Vorschlag angeboten.",
  "looking-for-suggestions":
    "Vorschläge für diesen Artikel werden noch gesucht. Versuchen Sie es gleich noch einmal.",
  "no-voice":
    "Diese Karte hat noch keine Stimme. Wählen Sie die Wörter aus, die den Sprecher nennen, und markieren Sie sie.",
  "no-card": "Das gilt einer Karte. {open} öffnet die Karte der Markierung oder legt sie an.",
  "no-first-entity":
    "Es ist nicht klar, wer gemeint ist, also wurde niemand verknüpft. Mit {choose} wählen Sie selbst.",
  "linked-already": "Diese Markierung ist schon verknüpft. Mit {choose} wählen Sie jemand anderen.",
  "caret-elsewhere":
    "An der Schreibmarke ist keine Markierung. Mit {next} oder {previous} kommen Sie zu einer Karte, mit einem Klick zu einer Markierung.",
  "words-selected":
    "Es sind Wörter ausgewählt, darum wurde die Karte nicht gelöscht. Drücken Sie zuerst eine Pfeiltaste; dann löscht {delete} sie.",
  "scrolled-back": "Zurückgeblättert zu dem, was diese Taste ändert. Drücken Sie sie noch einmal.",
  "nothing-in-focus":
    "Zuerst eine Markierung oder Karte wählen: anklicken oder mit {next} oder {nextCard} hingehen.",
  "moved-over":
    "Der Text wurde inzwischen berichtigt: {count, plural, one {Ihre letzte Änderung ist} other {Ihre letzten # Änderungen sind}} in ihn übernommen{waiting, plural, =0 {} one {; # Markierung wartet auf ihre Stelle} other {; # Markierungen warten auf ihre Stelle}}.",
  "nothing-changed": "Dieses Projekt ist nur zum Lesen geöffnet: Nichts wurde geändert.",

  // Banners
  "open-for-reading": "Zum Lesen öffnen",
  "more-problems": "Danach {count, plural, one {kommt noch # Meldung} other {kommen noch # Meldungen}}.",
  "read-only": "Nur zum Lesen geöffnet",
  "open-for-writing": "Öffnen zum Schreiben versuchen",
  "read-only-asked": "So wurde es geöffnet. Nichts, was Sie hier tun, wird geschrieben.",
  migrated: "Das Projekt hat jetzt das Format dieser Version von Sayso",
  "migrated-about":
    "Ältere Versionen können es nur lesen. Geprüfte Kopie des ganzen Projekts für ältere Versionen, von vor der ersten Änderung:",
  "read-only-newer": "Es stammt aus einer neueren Version von Sayso. Zum Schreiben Sayso aktualisieren.",
  "read-only-not-writable": "Mit diesem Benutzerkonto darf nicht in den Ordner geschrieben werden.",
  "read-only-damaged":
    "Eine Datei ist beschädigt und wurde so gelassen. Zum Schreiben eine Kopie des Projekts zurücklegen.",
  "read-only-locked":
    "{hasHolder, select, yes {{holder}} other {Jemand}} schreibt gerade darin{hasPlace, select, yes { ({place})} other {}}.{hasSince, select, yes { Begonnen: {since}.} other {}}",
  "exported-tagset": "Das Schema ist exportiert",
  exported:
    "{articles, number} Artikel mit {sets, plural, one {# Annotationssatz} other {# Annotationssätzen}} exportiert",
  "written-comparison": "Der Vergleich ist gespeichert",
  "written-chart": "Das Diagramm ist gespeichert",
  "written-report": "Der Bericht ist gespeichert",
  "written-feedback": "Die Rückmeldung ist gespeichert",
  "written-figures": "Die Zahlen sind exportiert",
  "copy-path": "Pfad kopieren",
  "last-report": "Letzte Meldung noch einmal zeigen",
  imported: "{title} hinzugefügt",
  "imported-length":
    "{count, number} Zeichen{whole, select, yes {, genau so behalten, wie sie kamen} other {}}.",
  "imported-replaced":
    "{count, plural, one {# halbes Zeichen} other {# halbe Zeichen}}, die keine Datei halten kann, wurden zu „�“.",
  "imported-same": "Das Projekt hat schon einen Artikel mit demselben Text.",
  "article-twin": "Das Projekt hat den Artikel „{title}“ schon. Es wurde nichts hinzugefügt.",
  "open-existing": "Den vorhandenen Artikel öffnen",
  "import-again": "Noch einmal hinzufügen",

  // The project’s menu
  project: "Projekt",
  undo: "Rückgängig",
  redo: "Wiederholen",

  // What is being waited for
  "saving-name": "Name wird gespeichert …",
  "saving-theme": "Aussehen wird gespeichert …",
  "saving-language": "Sprache wird gespeichert …",
  "forgetting-project": "Projekt wird aus der Liste entfernt …",
  "creating-project": "Projekt wird angelegt …",
  "opening-project": "Projekt wird geöffnet …",
  "opening-sample": "Beispielprojekt wird geöffnet …",
  "closing-project": "Projekt wird geschlossen …",
  "renaming-project": "Projekt wird umbenannt …",
  "bringing-article-in": "Artikel wird hinzugefügt …",
  "bringing-text-in": "Text wird hinzugefügt …",
  "opening-link": "Dem Link wird gefolgt …",
  "linked-gone": "Wohin der Link geführt hat, gibt es in diesem Artikel nicht mehr.",
  "opening-article": "Artikel wird geöffnet …",
  exporting: "Wird exportiert …",
  "gap-count": "{count, plural, one {# Lücke} other {# Lücken}}",
} as const satisfies Translated<typeof english>;
