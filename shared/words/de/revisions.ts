// Deutsche Wörter der Fassungen eines Artikels: seinen Text berichtigen, und was das mit Markierungen macht.
export const revisions = {
  saving: "Die Berichtigung wird gespeichert …",
  action: "Text berichtigen",
  page: "Text berichtigen",
  editor: "Text von „{title}“, zum Berichtigen",
  correcting: "„{title}“ wird berichtigt",
  unchanged: "Noch ist nichts geändert.",
  effect:
    "{reworded, plural, =0 {Bei keiner Ihrer Markierungen ändern sich die Wörter} one {Bei einer Ihrer Markierungen ändern sich die Wörter} other {Bei # Ihrer Markierungen ändern sich die Wörter}}; {waiting, plural, =0 {keine verliert ihre Stelle.} one {eine verliert ihre Stelle.} other {# verlieren ihre Stelle.}}",
  leave: "Verlassen",
  "asks-to-leave": "Die Berichtigungen sind nicht gespeichert.",
  "asks-to-leave-how":
    "Noch einmal Escape hebt sie für später auf: Sie warten hier, und unten im Fenster steht ein Hinweis.",
  "keep-for-later": "Für später aufheben",
  "throw-away": "Berichtigungen verwerfen",
  "kept-from-before": "Diese Berichtigungen sind von früher und noch nicht gespeichert.",
  "not-saved": "Berichtigungen nicht gespeichert",
  "read-only":
    "Das Projekt ist jetzt nur zum Lesen geöffnet. Die Berichtigungen sind aufgehoben und lassen sich speichern, sobald es wieder frei ist.",
  "other-title": "Der Text von „{title}“ hat sich geändert",
  "other-about":
    "Er wurde geändert, während Sie ihn berichtigten: in einem anderen Fenster, von Kolleginnen oder Kollegen oder durch Rückgängigmachen. Ihre Berichtigungen galten dem früheren Text; sie bleiben erhalten.",
  "other-put-in": "Berichtigungen in den jetzigen Text übernehmen",
  "other-reading": "Der andere Text wird gelesen …",
  "other-taken": "Der andere Text steht in der Berichtigung.",
  "taken-how": "Noch ist nichts gespeichert; Rückgängig nimmt alles wieder heraus.",
  left: "Ein geschlossenes Fenster hat Berichtigungen dieses Textes hinterlassen, getippt {when}. Sie sind nicht gespeichert.",
  "left-put-in": "In die Berichtigung übernehmen",
  "left-throw-away": "Verwerfen",
  "left-changes": "Sie beginnen so: Aus „{quote}“ wird „{now}“",
  "left-taken": "Die Berichtigungen des geschlossenen Fensters stehen im Text.",
  "left-nothing": "Der Text enthält schon alles, was im geschlossenen Fenster berichtigt wurde.",
  "other-nothing": "Der Text enthält schon alles, was im anderen berichtigt wurde.",
  "other-gave-way":
    "Wo beide dieselben Wörter berichtigt hatten, gilt der andere Text: {count, plural, one {# Berichtigung von hier ist} other {# Berichtigungen von hier sind}} gewichen.",
  "other-in-full":
    "Woraus beide Texte entstanden sind, lässt sich nicht mehr lesen. Deshalb steht der andere Text ganz da, ohne das, was hier berichtigt wurde.",
  clashes:
    "{count, plural, one {# Berichtigung steht} other {# Berichtigungen stehen}} nicht im Text: Die Wörter dort haben sich geändert.",
  clash: "Aus „{before}“ sollte „{wanted}“ werden",
  save: "Berichtigung speichern",
  "no-article": "Es ist kein Artikel offen.",
  "summary-title": "Was die Berichtigung bewirkt",
  "go-on": "Weiter berichtigen",
  looking: "Die Markierungen aller werden angesehen …",
  "nobody-marked": "In diesem Artikel hat noch niemand etwas markiert.",
  note: "Warum, für die Liste der Fassungen (freiwillig)",
  "can-be-undone":
    "Der Text, wie er jetzt ist, bleibt aufgehoben, und die Berichtigung lässt sich rückgängig machen wie jeder andere Schritt.",
  you: "Sie",
  "none-stands": "Im Text steht keine Markierung.",
  counts:
    "{stay, plural, =0 {Keine Markierung bleibt, wie sie ist} one {# Markierung bleibt auf ihren Wörtern} other {# Markierungen bleiben auf ihren Wörtern}}, {reworded, plural, =0 {keine hat andere Wörter} one {# hat andere Wörter} other {# haben andere Wörter}}, {waiting, plural, =0 {keine verliert ihre Stelle} one {# verliert ihre Stelle} other {# verlieren ihre Stellen}}.",
  "exclusions-counted":
    "{count, plural, one {Eine davon ist eine ausgeschlossene Stelle.} other {# davon sind ausgeschlossene Stellen.}}",
  changes: "Die Wörter ändern sich: Aus „{quote}“ wird „{now}“",
  loses: "Verliert die Stelle: „{quote}“",
} as const;
