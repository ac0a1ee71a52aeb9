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
} as const satisfies Translated<typeof english>;
