// German words for what comes into an open project from outside, and for a project that two want to write in.
import type { outside as english } from "../en/outside.ts";
import type { Translated } from "../translated.ts";

export const outside = {
  title: "Von außen geändert",
  "set-merged":
    "Ihre Annotationen zu „{title}“ wurden außerhalb geändert und mit dem zusammengeführt, was hier steht: {added, number} dazu, {updated, number} geändert, {removed, number} gelöscht. Rückgängig nimmt es zurück.",
  "set-conflicts":
    "{count, plural, one {# Eintrag wurde auf beiden Seiten geändert} other {# Einträge wurden auf beiden Seiten geändert}}: Beide Fassungen sind aufgelistet, und die andere Datei ist im Ordner des Projekts aufbewahrt.",
  "set-carried":
    "Was anderswo an „{title}“ getan wurde, bevor der Text berichtigt war, ist in den berichtigten Text übernommen: {added, number} dazu, {updated, number} geändert, {removed, number} gelöscht{waiting, plural, =0 {} one {; # Markierung davon wartet auf ihre Stelle} other {; # Markierungen davon warten auf ihre Stelle}}. Rückgängig nimmt es zurück.",
  "carried-conflicts":
    "{count, plural, one {# Eintrag wurde auf beiden Seiten geändert} other {# Einträge wurden auf beiden Seiten geändert}}: Beide Fassungen sind aufgelistet.",
  "late-work-refused":
    "Was anderswo an „{title}“ getan wurde, bevor der Text berichtigt war, passt nicht zu den Annotationen hier und ist nicht übernommen. Nichts wurde überschrieben: Es liegt unverändert in „{file}“ und daneben und wird beim Öffnen des Projekts noch einmal versucht. Eine Kopie dieses Ordners aufheben und die Markierungen hier noch einmal setzen oder die Berichtigung zurücknehmen.",
  "set-restored":
    "Dateien Ihrer Annotationen zu „{title}“ fehlten oder waren beschädigt und sind wieder geschrieben, wie sie waren.",
  "set-joined":
    "Ihre Annotationen zu „{title}“ lagen in einer Datei mit beiden Seiten eines Konflikts der Versionsverwaltung. Sie sind zusammengeführt: Was auf einer der Seiten steht, ist da.",
  "file-joined":
    "In „{file}“ standen beide Seiten eines Konflikts der Versionsverwaltung. Sie sind zusammengeführt: Was auf einer der Seiten steht, ist da.",
  "article-joined":
    "Was über „{title}“ bekannt ist, lag in einer Datei mit beiden Seiten eines Konflikts der Versionsverwaltung. Sie sind zusammengeführt.",
  "article-differs": "Wo sie sich unterscheiden, gilt, was hier steht.",
  "article-other-text":
    "Beide Seiten hatten den Text berichtigt: Es gilt der hiesige, der andere steht bei den Fassungen des Artikels.",
  "revised-other-text":
    "Hier war er auch berichtigt worden: Der Text, der hier galt, steht bei den Fassungen des Artikels.",
  "take-other-text": "Den anderen Text von „{title}“ in eine Berichtigung nehmen",
  "compare-other-text": "Beide Texte von „{title}“ vergleichen",
  "article-came": "„{title}“ ist ins Projekt gekommen.",
  "article-gone":
    "„{title}“ ist aus dem Ordner des Projekts verschwunden. Kommt der Ordner wieder, ist auch der Artikel wieder da.",
  "article-restored":
    "Dateien von „{title}“ fehlten oder waren beschädigt und sind wieder geschrieben, wie sie waren.",
  "article-changed": "Die Angaben zu „{title}“ wurden geändert.",
  "article-revised": "Der Text von „{title}“ wurde anderswo berichtigt.",
  "text-changed":
    "Der Text von „{title}“ wurde außerhalb von Sayso geändert. Die Annotationen gehören zum Text, wie er war; er wird weiter gezeigt.",
  "text-changed-unknown":
    "Der Text von „{title}“ wurde außerhalb von Sayso geändert, die Annotationen passen nicht zu ihm. Eine gute Kopie des Ordners zurücklegen.",
  "restore-text": "Den Text von „{title}“ zurücklegen",
  colleagues: "Annotationen von {names} sind ins Projekt gekommen.",
  "colleagues-lost":
    "Annotationen von „{title}“ von {names} fehlen im Ordner oder sind dort beschädigt. Hier wurde nichts verändert: Eine gute Kopie der Datei zurücklegen oder ihr Paket noch einmal übernehmen.",
  registry:
    "Einträge des Registers wurden außerhalb geändert: {added, number} dazu, {updated, number} geändert, {removed, number} gelöscht. Rückgängig nimmt es zurück.",
  "registry-stayed":
    "{count, plural, one {# dort gelöschter Eintrag wird hier genannt und bleibt} other {# dort gelöschte Einträge werden hier genannt und bleiben}}.",
  "registry-conflicts":
    "Hier und außerhalb geändert: {names}. Wo sie sich unterscheiden, gilt, was hier steht; beides ist aufgeführt.",
  project: "Personen, Zuteilungen oder der Name des Projekts wurden außerhalb geändert und sind übernommen.",
  "project-named": "Außerhalb wurde das Projekt in „{theirs}“ umbenannt. Hier heißt es weiterhin „{ours}“.",
  tagset: "Das Schema wurde außerhalb geändert und gilt jetzt. Rückgängig nimmt es zurück.",
  "tagset-refused":
    "Das Schema wurde außerhalb so geändert, dass Annotationen hier nicht dazu passen. Es wurde nicht übernommen.",
  "file-restored": "„{file}“ fehlte oder war beschädigt und ist wieder geschrieben, wie sie war.",
  "kept-as": "Die andere Fassung ist aufbewahrt: „{file}“.",
  copies:
    "{count, plural, one {Ein Synchronisationsprogramm hat # Kopie einer Datei hinterlassen, die an zwei Orten geändert wurde.} other {Ein Synchronisationsprogramm hat # Kopien von Dateien hinterlassen, die an zwei Orten geändert wurden.}}",
  "look-at-copies": "Kopien ansehen …",

  "folder-away": "Der Ordner des Projekts ist nicht zu finden.",
  "folder-away-where":
    "„{path}“ ist nicht da: Er wurde verschoben oder umbenannt, oder sein Laufwerk oder Netz ist nicht verbunden.",
  "folder-away-kept":
    "Was Sie jetzt markieren, ist auf diesem Rechner sicher aufbewahrt. Es kommt in das Projekt, sobald der Ordner wieder da ist oder Sie das Projekt dort öffnen, wo es jetzt ist.",
  "folder-away-open": "Dort öffnen, wo es jetzt liegt …",
  "folder-away-read": "Sie sehen, was zuletzt daraus gelesen wurde.",

  "taken-over": "Jetzt schreibt jemand anderes in diesem Projekt",
  "taken-over-by":
    "{hasHolder, select, yes {{holder}} other {Jemand}} hat es übernommen{hasPlace, select, yes { ({place})} other {}}{hasSince, select, yes {, {since}} other {}}. Was bei Ihnen gespeichert war, steht im Projekt; was noch nicht gespeichert war, ist auf diesem Rechner aufbewahrt und kommt hinein, wenn Sie das Projekt wieder übernehmen. Bis dahin sehen Sie, was dort gespeichert wird.",
  free: "Jetzt schreibt niemand darin.",
  fresh: "Zuletzt gemeldet: {time}.",
  "take-over": "Übernehmen …",
  "take-back": "Wieder übernehmen …",
  "take-over-title": "Dieses Projekt übernehmen?",
  "take-over-who":
    "{hasHolder, select, yes {{holder}} other {Jemand}} schreibt darin{hasPlace, select, yes { ({place})} other {}}{hasSince, select, yes {, seit {since}} other {}}{hasFresh, select, yes {; zuletzt gemeldet: {fresh}} other {}}.",
  "take-over-old":
    "Das ist lange her: Wahrscheinlich läuft Sayso dort nicht mehr, oder der Rechner schläft. Übernehmen ist unbedenklich.",
  "take-over-live":
    "Sayso scheint dort zu laufen. Nach dem Übernehmen speichert das Fenster dort nicht mehr, sagt das, und behält, was es nicht gespeichert hat. Am besten vorher fragen.",
  "take-over-now": "Übernehmen",
  "taking-over": "Das Projekt wird übernommen …",
  "cli-take-over": "das Projekt übernehmen, wer immer es offen hat",
  "advice-take-over":
    "Erst dort schließen. Arbeitet dort niemand mehr daran, noch einmal mit --take-over aufrufen.",

  conflicts:
    "{count, plural, one {# Eintrag wurde hier und außerhalb geändert, und niemand hat ihn seither angesehen.} other {# Einträge wurden hier und außerhalb geändert, und niemand hat sie seither angesehen.}}",
  "look-at-conflicts": "Einzeln ansehen …",
  "conflicts-action": "Was auf beiden Seiten geändert wurde …",
  "conflicts-title": "Hier und außerhalb geändert",
  "conflicts-about":
    "Diese Einträge wurden an zwei Stellen verschieden geändert. Jeder zeigt beide Fassungen und welche jetzt gilt; die Schaltfläche setzt die andere an ihre Stelle, als Schritt, den Rückgängig zurücknimmt. Was erledigt ist, verlässt die Liste.",
  "conflicts-none": "Nichts wurde auf beiden Seiten geändert, oder alles ist erledigt.",
  "conflicts-looking": "Was auf beiden Seiten geändert wurde, wird angesehen …",
  "conflicts-taking": "Die andere Fassung wird eingesetzt …",
  "conflict-stands":
    "{side, select, ours {Jetzt gilt, was hier ist.} theirs {Jetzt gilt, was von außen kam.} other {Jetzt gilt keine von beiden: Der Eintrag wurde seither geändert.}}",
  "conflict-take": "{side, select, theirs {Die von außen nehmen} other {Die von hier nehmen}}",
  "conflict-take-of":
    "{side, select, theirs {Die von außen nehmen} other {Die von hier nehmen}}: {what} {quote}",
  "conflict-remove": "Entfernen",
  "conflict-bring-back": "Zurückholen",
  "conflict-column-theirs": "Von außen",
  "conflict-remove-of": "Entfernen: {what} {quote}",
  "conflict-bring-back-of": "Zurückholen: {what} {quote}",
  "conflict-there": "da",
  "conflict-gone": "nicht da",
  "conflict-settle": "Erledigt",
  "conflict-settle-of": "Erledigt: {what} {quote}",
  "conflicts-settle-all": "Alles erledigt",
  "copies-title": "Kopien von Dateien, die an zwei Orten geändert wurden",
  "copies-about":
    "Synchronisationsprogramme legen sie an, wenn eine Datei auf zwei Rechnern geändert wurde. Zusammenführen bringt die Annotationen beider zusammen, als ein Schritt, den Rückgängig zurücknimmt; die Kopie bleibt so oder so im Ordner „.quarantine“ des Projekts.",
  "copies-none": "Solche Kopien gibt es im Projekt nicht.",
  "copy-of": "eine Kopie von „{original}“",
  "copy-of-set": "Annotationen von {annotator} zu „{title}“",
  "copy-of-registry": "Register",
  "copy-of-project": "die Datei des Projekts selbst",
  "copy-differs": "{added, number} dazu, {updated, number} zu ändern, {removed, number} zu löschen",
  "copy-same": "Nichts darin ist neu.",
  "copy-conflicts":
    "{count, plural, one {# wurde hier anders geändert und bleibt} other {# wurden hier anders geändert und bleiben}}",
  "copy-unreadable": "Sie lässt sich nicht lesen, also nur beiseitelegen.",
  "copy-only-aside": "Sie lässt sich beiseitelegen.",
  "copy-not-own":
    "Sie ist die Arbeit von jemand anderem, die hier nie geändert wird. Man kann sie beiseitelegen.",
  "copy-merge": "Alle zusammenführen",
  "copy-merge-of": "„{file}“ zusammenführen",
  "copy-merge-short": "Zusammenführen",
  "copy-aside": "Beiseitelegen",
  "copy-aside-of": "Beiseitelegen: „{file}“",
  "copies-looking": "Die Kopien werden angesehen …",
  "copies-merging": "Die Kopien werden zusammengeführt …",
  "copies-merged":
    "{count, plural, =0 {Nichts wurde zusammengeführt} one {# Kopie wurde zusammengeführt} other {# Kopien wurden zusammengeführt}}, {aside, plural, one {# liegt} other {# liegen}} jetzt in „{folder}“.",
  "copies-action": "Kopien von Dateien, die an zwei Orten geändert wurden …",
  "cli-merge-copies":
    "die Kopien zusammenführen, die Synchronisationsprogramme bei Konflikten anlegen, und sie beiseitelegen",
  "cli-merged": "{file}: {added, number} dazu, {updated, number} geändert, {removed, number} gelöscht.",
  "cli-aside": "{file}: beiseitegelegt als {kept}.",
  "copy-article-sets": "Diese Artikelauswahlen sind darin anders: {names}. Sie bleiben, wie sie hier sind.",
  "article-sets": "Artikelauswahlen wurden hier und außerhalb geändert: {names}. Es gelten die hiesigen.",
} as const satisfies Translated<typeof english>;
