// German words of the versions of a project.
import type { versions as english } from "../en/versions.ts";
import type { Translated } from "../translated.ts";

export const versions = {
  title: "Versionen",
  open: "Versionen …",
  listing: "Versionen werden gesucht …",
  keeping: "Die Version wird festgehalten …",
  "keeping-stop": "Abbrechen",
  "keeping-stopped": "Die Version wurde nicht festgehalten.",
  "keeping-progress": "{done, number} von {of, plural, one {# Artikel} other {# Artikeln}}",
  looking: "Es wird nachgesehen, was sich ändern würde …",
  restoring: "Die Version wird wiederhergestellt …",
  forgetting: "Die Version wird gelöscht …",

  name: "Diesen Stand festhalten als",
  "name-example": "Vor der zweiten Runde",
  keep: "Festhalten",
  "keep-about":
    "Eine Version enthält die Texte mit den Dateien, aus denen sie stammen, die Annotationen aller, das Register und das Schema. Sie liegt im Ordner des Projekts und geht mit ihm.",

  list: "Versionen, die neueste zuerst",
  none: "Es wurde noch keine Version festgehalten und keine automatische Kopie gemacht.",
  automatic: "Automatisch",
  "kept-by": "festgehalten {at} von {by}",
  "articles-in": "{count, number} Artikel",
  "articles-copied":
    "{count, plural, =0 {Register oder Schema} one {# Artikel geändert} other {# Artikel geändert}}",
  "left-out":
    "{count, plural, one {# Datei war damals nicht lesbar} other {# Dateien waren damals nicht lesbar}}",
  size: "{unit, select, bytes {{size, plural, one {# Byte} other {# Bytes}}} kilobytes {{size, number} kB} other {{size, number} MB}}",
  unreadable: "Eine Version, die nicht gelesen werden kann",
  totals: "Festgehaltene Versionen: {kept}. Automatische Kopien auf diesem Rechner: {automatic}.",
  plan: "Sayso sichert von selbst alle fünf Minuten und beim Schließen, einmal am Tag alles, und prüft jede Kopie. Von jeder Datei bleiben die {latest, number} neuesten, dann eine je Stunde für {hours, number} Stunden, dann eine je Tag für {days, number} Tage. Versionen, die Sie festhalten, bleiben, bis Sie sie löschen.",
  forget: "Löschen …",
  "forget-of": "Die Version „{name}“ löschen",
  "forget-sure": "„{name}“ endgültig löschen? Das Projekt selbst bleibt, wie es ist.",
  "forget-no": "Behalten",
  back: "Alle Versionen",
  choose: "Wiederherstellen …",
  "choose-of": "Wiederherstellen: „{name}“",

  scope: "Wiederherstellen",
  "scope-project": "das ganze Projekt",
  "scope-article": "diesen Artikel",
  "scope-own": "nur meine Annotationen darin",
  "would-change": "Was sich ändern würde",
  "same-all": "Alles ist, wie es damals war: Es gibt nichts wiederherzustellen.",
  adds: "{count, plural, one {# kommt zurück} other {# kommen zurück}}",
  changes: "{count, plural, one {# ändert sich} other {# ändern sich}}",
  removes: "{count, plural, one {# geht} other {# gehen}}",
  "set-own": "Ihre Annotationen",
  "set-curation": "kuratierter Satz",
  "outcome-same": "wie damals",
  "outcome-changes": "ändert sich",
  "outcome-comes-back": "der Artikel kommt zurück",
  "outcome-unknown": "damals nicht bekannt, bleibt wie er ist",
  "outcome-tagset":
    "nutzt Teile des Schemas, die es nicht mehr gibt; stellen Sie das ganze Projekt wieder her",
  "outcome-entities": "nennt Einträge, die nicht mehr bekannt sind; bleibt, wie er ist",
  "outcome-damaged": "lässt sich nicht schreiben: Stellen Sie erst den Artikel wieder her",
  "same-count":
    "{count, plural, one {# Annotationssatz ist, wie er war.} other {# Annotationssätze sind, wie sie waren.}}",
  "entities-change": "Register",
  "tagset-restored": "Das Schema wird, wie es war.",
  "tagset-kept": "Das Schema bleibt, wie es heute ist: Ein seither hinzugekommener Artikel nutzt es.",
  "back-trash": "„{title}“ kommt aus dem Papierkorb zurück.",
  "back-version": "„{title}“ kommt aus der Version zurück.",
  "back-without-file": "„{title}“ kommt aus der Version zurück, ohne die Datei, aus der er stammt.",
  stay: "{count, plural, one {# Artikel kam seither hinzu und bleibt, wie er ist: {titles}.} other {# Artikel kamen seither hinzu und bleiben, wie sie sind: {titles}.}}",
  others:
    "{count, plural, one {# Annotationssatz einer anderen Person ist anders als damals; er wird nicht geändert.} other {# Annotationssätze anderer Personen sind anders als damals; sie werden nicht geändert.}}",
  undoable:
    "Das Wiederherstellen ist ein Schritt, der sich rückgängig machen lässt, auch nach einem Neustart. Artikel, die zurückgekommen sind, kommen dann in den Papierkorb.",
  restore: "Wiederherstellen",
  restored: "Wiederhergestellt: {name}",
  "restored-nothing": "Es musste sich nichts ändern",
  "restored-sets":
    "{count, plural, one {# Annotationssatz hat sich geändert} other {# Annotationssätze haben sich geändert}}.",
  undo: "Rückgängig machen",

  "cli-snapshot": "Den Stand eines Projekts unter einem Namen als Version festhalten.",
  "cli-name": "wie sie heißt",
  "cli-snapshots": "Die Versionen eines Projekts nennen: die festgehaltenen und die automatischen Kopien.",
  "cli-restore":
    "Zu einer Version zurückkehren: ihre Kennung oder ihr Name, oder die Zeit einer automatischen Kopie.",
  "cli-article": "nur diesen Artikel; sonst das ganze Projekt",
  "cli-annotator": "nur die Sätze dieses Namens: die eigenen oder die der Kuratierung",
  "cli-preview": "sagen, was sich ändern würde, und nichts ändern",
  "cli-stopped":
    "Die Version wurde nicht festgehalten: Das Festhalten wurde abgebrochen, und nichts davon ist da.",
  "cli-kept": "Festgehalten als „{name}“: {id}",
  "cli-kind": "{kind, select, kept {festgehalten} other {automatisch}}",
  "cli-others-set":
    "Die Sätze von {name} gehören ihnen allein: Nur die eigenen und die kuratierten können zurückkehren.",
  "cli-ambiguous": "Mehrere Versionen heißen „{name}“: Geben Sie die Kennung an.",
  "staying-article-sets": "Die Artikelauswahlen waren damals anders; sie bleiben, wie sie heute sind.",
  "staying-tags": "Schlagwörter von Artikeln waren damals anders; sie bleiben, wie sie heute sind.",
} as const satisfies Translated<typeof english>;
