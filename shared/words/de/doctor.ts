// German words of the examination of a project.
import type { doctor as english } from "../en/doctor.ts";
import type { Translated } from "../translated.ts";

export const doctor = {
  original:
    "{why, select, missing {Die Datei, aus der „{title}“ stammt, ist weg.} other {Die Datei, aus der „{title}“ stammt, wurde geändert.}}",
  "original-advice":
    "Der Text und seine Annotationen sind heil. Legen Sie die Datei zurück, wenn Sie sie haben.",
  missing:
    "{what, select, changes {{count, plural, one {# gespeicherte Änderung} other {# gespeicherte Änderungen}} von {name} an „{title}“ {count, plural, one {ist} other {sind}} nicht mehr im Ordner des Projekts.} steps {{count, plural, one {# Schritt} other {# Schritte}} von {name} {count, plural, one {lässt} other {lassen}} sich nicht mehr rückgängig machen: Der Verlauf ist kürzer, als er war. Keine Markierung ist dadurch verloren.} set {Die Markierungen von {name} in „{title}“ sind nicht mehr im Ordner des Projekts.} other {Der Artikel „{title}“ und seine Markierungen sind nicht mehr im Ordner des Projekts.}}",
  "missing-advice":
    "{hasCopy, select, yes {Auf diesem Rechner gibt es eine Kopie davon: Öffnen Sie das Projekt, und Sayso bietet an, sie zurückzuholen.} other {Auf diesem Rechner gibt es keine Kopie davon. Legen Sie die Dateien zurück, aus einer Sicherung oder aus git; vielleicht sind sie auch noch unterwegs.}}",
  record:
    "{why, select, rebuilt {Die Datei mit jemandes Markierungen ist weg; alle wurden aus der Aufzeichnung dessen, was getan wurde, wiederhergestellt.} gone {Ein älterer Teil der Aufzeichnung dessen, was getan wurde, ist nicht da.} other {Ein Teil der Aufzeichnung dessen, was getan wurde, ist nicht lesbar.}}",
  "record-advice":
    "Keine Markierung ist verloren. Nur auf diese Änderungen zurückzublicken ist nicht mehr möglich.",
  "rebuilt-advice":
    "Keine Markierung ist verloren. Die Datei wird mit der nächsten Änderung wieder geschrieben.",
  "earlier-set": "Jemandes Markierungen von „{title}“, auf seinem Text vor der Korrektur, sind weg.",
  "earlier-set-advice":
    "Die Markierungen seines heutigen Textes sind heil. Nur wer die Korrektur zurücknimmt, braucht die anderen.",
  trash: "Wie das im Papierkorb heißt, ist nicht lesbar.",
  "trash-advice": "Es lässt sich trotzdem zurückholen, mit allem, was darin war.",
  "without-article": "Hier liegen Annotationen eines Artikels, der fehlt oder nicht zu lesen ist.",
  "without-article-advice":
    "Legen Sie den Ordner des Artikels aus einer Kopie des Projekts zurück; die Annotationen warten auf ihn.",
  "unknown-annotator": "Das Projekt weiß nicht, von wem diese Annotationen sind.",
  "unknown-annotator-advice":
    "Übernehmen Sie ein Paket dieser Person, damit ihr Name bekannt ist. Die Annotationen bleiben, wie sie sind.",
  "more-broken":
    "{count, plural, one {# weiterer Eintrag verletzt} other {# weitere Einträge verletzen}} in diesem Satz eine Regel.",
  "more-broken-advice":
    "Bringen Sie zuerst in Ordnung, was aufgeführt ist, und prüfen Sie die Projektdateien dann noch einmal.",
  history:
    "Ein Teil des Verlaufs ist nicht zu lesen: Einige ältere Schritte lassen sich nicht mehr rückgängig machen.",
  "history-advice": "Keine Annotation ist verloren. Es ist nichts zu tun.",
  "review-file":
    "Was hier beim Übernehmen der Arbeit einer Kollegin oder eines Kollegen aufbewahrt wurde, ist nicht lesbar.",
  "review-file-advice":
    "Keine Annotation ist verloren. Beim nächsten Übernehmen wird die Datei nach „.quarantine“ verschoben und neu geschrieben.",
  "first-set":
    "Wie jemandes Annotationen von „{title}“ waren, als der Text berichtigt wurde, ist nicht lesbar.",
  "first-set-advice":
    "Keine Annotation ist verloren. Nur das Zurücknehmen dieser Berichtigung braucht es und fragt dann nach mehr von dem, was seither getan wurde.",
  "conflict-copy":
    "Ein Programm zum Abgleichen hat diese Kopie von „{original}“ gemacht, als zwei Rechner zugleich schrieben.",
  "conflict-copy-advice":
    "Sehen Sie nach, welche der beiden gilt, bevor Sie die andere entfernen; so, wie die Kopie hier liegt, wird sie nicht benutzt.",
  leftover: "Der Rest eines abgebrochenen Schreibvorgangs.",
  "leftover-advice": "Er wird entfernt, wenn das Projekt das nächste Mal geöffnet wird.",
  stranger: "Das gehört nicht zum Projekt.",
  "stranger-advice": "Sayso lässt es in Ruhe. Bewahren Sie es anderswo auf, wenn es Ihnen gehört.",
  link: "Ein Verweis, dem Sayso nie folgt.",
  "link-advice": "Legen Sie die Datei selbst an seine Stelle, wenn sie zum Projekt gehört.",

  title: "Projektdateien prüfen",
  looking: "Jede Datei wird geprüft …",
  healthy: "Keine Probleme gefunden.",
  counts:
    "Geprüft: {articles, number} Artikel, {sets, plural, one {# Annotationssatz} other {# Annotationssätze}}, {annotations, plural, one {# Annotation} other {# Annotationen}}.",
  found: "{count, plural, one {# Befund} other {# Befunde}}",
  "weight-error": "Falsch",
  "weight-warning": "Anzusehen",
  "weight-note": "Harmlos",
  mends: "eine Reparatur bringt das in Ordnung",
  repair: "Eine Kopie reparieren …",
  "repair-about": "Das Projekt bleibt, wie es ist: Eine Kopie davon wird gemacht und repariert.",
  "copy-suffix": "repariert",
  "copy-path": "Ordner der Kopie",
  repaired:
    "Die Kopie liegt in {path}. {count, plural, =0 {Nichts darin war zu reparieren.} one {# Befund ist darin behoben.} other {# Befunde sind darin behoben.}}",
  remaining: "{count, plural, one {# Befund bleibt} other {# Befunde bleiben}} in der Kopie.",
  "open-copy": "Kopie öffnen",
  "more-alike": "… und {count, number} weitere dieser Art",
  again: "Noch einmal prüfen",
} satisfies Translated<typeof english>;
