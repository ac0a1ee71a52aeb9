// German words of a project that a team shares over git.
import type { team as english } from "../en/team.ts";
import type { Translated } from "../translated.ts";

export const team = {
  "cli-share":
    "Ein Projekt teilen: in einem Ordner oder auf einem Laufwerk, das andere erreichen, oder in einem git-Repository mit dessen Adresse.",
  "cli-to": "ein Ordner oder eine Adresse, die mit https:// oder ssh:// beginnt",
  "cli-clone": "Ein geteiltes Projekt in einem neuen Ordner öffnen.",
  "cli-sync": "Neues in einem geteilten Projekt senden und holen, was andere gesendet haben.",
  "cli-status":
    "sagen, was auf das Senden wartet und was beide Seiten geändert haben, und nichts senden oder holen",
  "cli-watch": "immer wieder synchronisieren, bis es beendet wird",
  "cli-every": "mit --watch: wie viele Sekunden zwischen zwei Malen (60)",
  "cli-blind":
    "on: Annotationen anderer zu einem Artikel kommen an, wenn die eigenen fertig sind; off: sofort. Es bleibt für die Male danach so",
  "cli-blind-wrong": "--blind nimmt on oder off, nicht „{how}“.",
  "cli-large": "auch Dateien über 100 MB senden, die viele Forges ablehnen",
  "cli-branch":
    "der Zweig, in den die eigene Arbeit geht, während der des Teams weiter geholt wird; main: der des Teams. Es bleibt so für die Male danach",
  "cli-branch-wrong": "„{name}“ kann kein Zweig heißen.",
  "cli-from": "auch diesen Zweig holen, etwa den einer Kollegin, und senden, was daraus wird",
  watching:
    "Es wird {every, plural, one {jede Sekunde} other {alle # Sekunden}} synchronisiert, bis dies beendet wird.",
  shared:
    "„{name}“ wird unter {where} geteilt: {sent, plural, one {# Datei wurde} other {# Dateien wurden}} gesendet. Andere öffnen es mit sayso clone.",
  cloned: "{articles, plural, one {# Artikel} other {# Artikel}} nach {path} geholt.",
  sent: "{sent, plural, =0 {Es war nichts zu senden.} one {# Datei wurde gesendet.} other {# Dateien wurden gesendet.}}",
  came: "{came, plural, one {# Datei kam} other {# Dateien kamen}}: {articles, plural, one {# neuer Artikel} other {# neue Artikel}}, {changes, plural, one {# Änderung} other {# Änderungen}} von anderen.",
  "nothing-came": "Es kam nichts.",
  waiting:
    "Geteilt unter {where}. {waiting, plural, =0 {Nichts wartet auf das Senden.} one {# Datei wartet auf das Senden.} other {# Dateien warten auf das Senden.}}",
  conflict:
    "{file}{hasPath, select, yes {, {path}} other {}}: {why, select, removed_and_used {auf einer Seite gelöscht und auf der anderen noch erwähnt, daher behalten.} removed_and_changed {auf einer Seite gelöscht und auf der anderen geändert, daher behalten.} breaks {was beide Seiten getan haben, passt nicht zusammen, daher gilt eines von beiden.} other {hier und von {by} geändert. Eines von beiden gilt.}}",
  "conflict-sides": "hier: {ours}; {by}: {theirs}",
  // Das Fenster
  action: "Mit dem Team teilen …",
  title: "Mit dem Team geteilt",
  "share-title": "Dieses Projekt mit dem Team teilen",
  "share-about":
    "Alle arbeiten an einer eigenen Kopie, offline, solange sie wollen, und gleichen sie ab und zu ab. Sayso verwendet dafür git, das auf jedem Rechner installiert sein muss. Gesendet wird erst, wenn die Schaltfläche gedrückt ist.",
  where: "Wo das Team es teilt",
  "where-example": "https://forge.example.org/news/bruecken.git",
  "where-about":
    "Ein Ordner auf einem Laufwerk, das alle erreichen, oder die Adresse eines leeren git-Repositorys: https:// oder ssh://.",
  "choose-folder": "Ordner wählen …",
  "share-as": "Die anderen sehen die eigene Arbeit unter dem Namen {name}.",
  share: "Projekt teilen",
  stop: "Anhalten",
  "stage-reading": "Das Projekt wird gelesen …",
  "stage-connecting": "Was andere gesendet haben, wird geholt …",
  "stage-merging": "Was kam, wird zusammengeführt …",
  "stage-sending": "Es wird gesendet …",
  sync: "Jetzt abgleichen",
  "shared-at": "Dieses Projekt wird unter {where} geteilt.",
  "on-branch": "Die eigene Arbeit geht in den Zweig {branch}.",
  "changes-waiting":
    "{count, plural, =0 {Nichts wartet auf das Senden.} one {# Änderung wartet auf das Senden.} other {# Änderungen warten auf das Senden.}}",
  "synced-at": "Zuletzt abgeglichen: {time}.",
  "came-title": "Was kam, seit das Projekt offen ist",
  "came-article": "Neuer Artikel: „{title}“",
  "came-work":
    "{name}: {marks, plural, =0 {{changes, plural, one {# Änderung} other {# Änderungen}}} one {# Markierung} other {# Markierungen}} in „{title}“",
  times: "Ohne Aufforderung abgleichen",
  "at-opening": "Wenn das Projekt geöffnet wird",
  "at-closing": "Wenn es geschlossen wird",
  "while-open": "Solange es offen ist",
  "every-never": "Nur auf Wunsch",
  every: "{count, plural, one {Jede Minute} other {Alle # Minuten}}",
  "times-about": "All das ist aus, bis es gewählt wird. Es gilt für dieses Projekt auf diesem Rechner.",
  articles: "{count, plural, one {# Artikel} other {# Artikel}}",
  marks: "{count, plural, one {# Markierung} other {# Markierungen}}",
  changes: "{count, plural, one {# Änderung} other {# Änderungen}}",
  from: "{what} von {names}",
  new: "neu: {what}",
  news: "Beim letzten Abgleich kam: {what}.",
  "show-came": "Zeigen, was kam …",
  status: "{count, plural, =0 {Nichts zu senden} one {# Änderung zu senden} other {# Änderungen zu senden}}",
  failed: "Nicht abgeglichen",
  differences:
    "{count, plural, one {# Feld der geteilten Dateien wurde} other {# Felder der geteilten Dateien wurden}} hier und von anderen geändert.",
  "difference-of":
    "{part, select, tagset {Schema:} articleSets {Artikelauswahl:} name {Name des Projekts:} annotators {Personen:} entities {Person oder Organisation:} article {Artikel:} other {Geteilte Datei:}}",
  "difference-field":
    "{field, select, name {Name} title {Titel} titleFrom {Herkunft des Titels} revision {Text} about {Angaben} tags {Schlagwörter} description {Beschreibung} text {Text} key {Taste} form {Form der Markierung} colour {Farbe} snap {worauf sich eine Auswahl erweitert} refersToEntity {ob es einen Eintrag nennt} newEntityType {Art neuer Einträge} accepts {passende Arten} choices {Auswahl} default {Vorgabe} required {ob es verlangt ist} when {wann danach gefragt wird} input {Form der Antwort} kind {Art} guideline {Leitfaden} checksOff {ausgeschaltete Prüfungen} ownCues {eigene Signalwörter} ownNames {eigene Namen} articleLanguage {Sprache der Artikel} filter {Filter} sameAs {dieselbe Person wie} notSameAs {nicht dieselbe Person wie} other {}}",
  "difference-why":
    "{why, select, removed_and_used {auf einer Seite gelöscht und auf der anderen noch erwähnt, daher behalten} removed_and_changed {auf einer Seite gelöscht und auf der anderen geändert, daher behalten} breaks {was beide Seiten getan haben, passt nicht zusammen, daher gilt eines von beiden} other {hier und von {by} geändert}}",
  "open-action": "Geteiltes Projekt öffnen …",
  "open-title": "Geteiltes Projekt öffnen",
  "open-welcome":
    "An einem Projekt mitarbeiten, das das Team in einem Ordner oder unter einer Adresse teilt.",
  "open-about":
    "Kopiert das Projekt auf diesen Rechner, auf dem es sich offline bearbeiten lässt. Was hier getan wird, geht beim Abgleichen an die anderen.",
  "open-where-about":
    "Wer das Projekt teilt, weiß es: ein Ordner oder eine Adresse, die mit https:// oder ssh:// beginnt.",
  open: "Öffnen",
  "open-unnamed": "Angeben, wo das Team es teilt: Das Projekt wird hier ein Ordner.",
  opening: "Das Projekt wird geholt …",
  "allow-title": "Darf git diese Adresse erreichen?",
  "allow-about":
    "Eine Seite hat darum gebeten. Bei Zustimmung wird ein Projekt an diese Adresse gesendet oder von ihr geholt, unter dem eigenen Namen und mit der eigenen Einrichtung von git:",
  "allow-once": "Ein Projekt, das dort geteilt ist, verwendet sie ohne weitere Frage.",
} as const satisfies Translated<typeof english>;
