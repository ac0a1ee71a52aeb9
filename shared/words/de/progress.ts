// German words of who annotates what, and how far everybody is: the page and the command line.
import type { progress as english } from "../en/progress.ts";
import type { Translated } from "../translated.ts";

export const progress = {
  "state-assigned": "Zugeteilt",
  "state-in-progress": "In Arbeit",
  "state-needs-discussion": "Zu besprechen",
  "state-done": "Fertig",
  "state-in-review": "In Begutachtung",
  "state-curated": "Kuratiert",
  nobody: "Nicht zugeteilt",
  articles: "Artikel",
  article: "Artikel",
  state: "Stand",

  draw: "Stichprobe ziehen …",
  "add-person": "Jemanden hinzufügen …",
  "add-person-about":
    "Wer das Projekt öffnet und diesen Namen angibt, ist diese Person. Der Name muss Buchstabe für Buchstabe gleich sein.",
  name: "Name",
  add: "Hinzufügen",
  "drawn-from": "Zugeteilt durch die Ziehung „{seed}“",
  table: "Wer was annotiert",
  "cell-empty": "{name}: nicht zugeteilt",
  "cell-unknown": "{name}: wird gelesen",
  "cell-assigned": "{name}: {state}",
  "cell-unasked": "{name}: {state}, ohne Zuteilung",
  "key-help":
    "Die Eingabetaste teilt zu und nimmt zurück, O öffnet den Artikel, die Pfeiltasten führen von Zelle zu Zelle.",
  "of-person": "Arbeit von {name}",
  "assign-shown": "Alle gezeigten Artikel zuteilen",
  "release-shown": "Alle gezeigten, die nicht begonnen sind, zurücknehmen",
  "show-own": "Nur die dieser Person zeigen",
  counted: "{count, number} Artikel",
  "nothing-fits": "Kein Artikel passt. Ändern Sie die Filter oben.",
  reading: "Wird gelesen …",
  total: "Alle Artikel",
  "total-of": "{state}: {count, number}",
  "done-of": "{done, number} von {all, number} fertig",
  "nobody-yet": "keine",

  "draw-title": "Stichprobe ziehen",
  "draw-about":
    "Ein Teil der Artikel geht an mehrere, damit sich die Übereinstimmung messen lässt; die Arbeit wird gleichmäßig verteilt. Derselbe Startwert zieht dasselbe.",
  share: "Anteil der Artikel",
  "share-said": "{share, number} %",
  times: "Personen für jeden davon",
  others: "Jeder andere geht an eine Person",
  people: "Unter wem",
  seed: "Startwert",
  "seed-about":
    "Beliebige Wörter. Sie bleiben bei den Zuteilungen, damit sich die Ziehung wiederholen lässt.",
  "draw-preview":
    "{sampled, number} Artikel von den {articles, number}, die die Seite zeigt, für mehrere; {count, plural, =0 {nichts Neues zuzuteilen} one {# neue Zuteilung} other {# neue Zuteilungen}}.",
  "draw-load": "{name}: {count, number}",
  assign: "Zuteilen",

  cli: "Sagen, wie weit ein Projekt ist, je Artikel und je Person; mit --curated Artikel als kuratiert kennzeichnen.",
  "cli-curated":
    "diesen Artikel, nach Titel oder Kennung, als kuratiert kennzeichnen, wenn nichts an seinem kuratierten Satz unfertig ist; mehrmals möglich",
  "cli-in-review": "das zurücknehmen; mehrmals möglich",
  "cli-marked-curated": "„{title}“ gilt als kuratiert.",
  "cli-marked-in-review": "„{title}“ ist wieder in Begutachtung.",
  "cli-marked-unchanged": "„{title}“ war schon so.",
  "cli-marked-nothing-to-decide":
    "„{title}“ wird nicht als kuratiert gekennzeichnet: Weniger als zwei Personen haben daran gearbeitet, oder niemand hat etwas markiert; es gibt also nichts zu entscheiden.",
  "cli-marked-many":
    "„{title}“ hat Annotationssätze von mehr als {most, number} Personen. Kennzeichnen Sie ihn im Fenster auf der Seite Entscheiden, nachdem Sie gewählt haben, wessen Sätze verglichen werden.",
  "cli-marked-unfinished":
    "„{title}“ wird nicht als kuratiert gekennzeichnet: {count, plural, one {# Punkt seines kuratierten Satzes ist} other {# Punkte seines kuratierten Satzes sind}} unfertig. Erledigen Sie sie auf der Seite Entscheiden.",
  "cli-assign":
    "Sagen, wer welche Artikel annotieren soll, alle, wenn nichts anderes gesagt ist, oder einen Anteil nach einem Startwert ziehen.",
  "cli-to": "wer; mehrmals möglich. Wer neu ist, wird eingetragen",
  "cli-article": "nur diesen Artikel, nach seiner Kennung; mehrmals möglich",
  "cli-release": "Zuteilungen stattdessen zurücknehmen",
  "cli-share": "diesen Anteil der Artikel für mehrere ziehen, mit --seed",
  "cli-times": "an wie viele jeder gezogene Artikel geht (2)",
  "cli-others": "mit --share: jeden anderen Artikel einer Person geben",
  "cli-seed": "womit die Ziehung beginnt; dasselbe zieht dasselbe",
  "cli-dry-run": "nur sagen, was zugeteilt würde",
  "cli-release-or-share": "Entweder --release oder --share angeben.",
} as const satisfies Translated<typeof english>;
