// German words of the agreement measures: their names, and what there is to say of a figure.
import type { agreement as english } from "../en/agreement.ts";
import type { Translated } from "../translated.ts";

export const agreement = {
  observed: "Beobachtete Übereinstimmung",
  "cohen-kappa": "Cohens Kappa",
  "scott-pi": "Scotts Pi",
  "fleiss-kappa": "Fleiss’ Kappa",
  "brennan-prediger": "S nach Brennan und Prediger",
  "gwet-ac1": "AC1 nach Gwet",
  "alpha-nominal": "Krippendorffs Alpha, nominal",
  "alpha-ordinal": "Krippendorffs Alpha, ordinal",
  "alpha-interval": "Krippendorffs Alpha, Intervall",
  "alpha-ratio": "Krippendorffs Alpha, Verhältnis",
  "alpha-masi": "Krippendorffs Alpha, MASI (Produkt der Abstände)",
  "alpha-masi-similarity": "Krippendorffs Alpha, MASI (Produkt der Ähnlichkeiten)",
  "alpha-jaccard": "Krippendorffs Alpha, Jaccard-Abstand",
  "alpha-set": "Krippendorffs Alpha, Mengen (Passonneau 2004)",
  "alpha-unitizing": "Alpha für das Einteilen (1995, 2004)",
  "u-alpha": "u-Alpha (2016)",
  "binary-u-alpha": "Binäres u-Alpha (2016)",
  "cu-alpha": "cu-Alpha (2016)",
  gamma: "Gamma-Koeffizient",
  "gamma-disorder": "Unordnung der besten Zuordnung",
  "gamma-cat": "Gamma-cat (nur Arten)",
  "span-f1-strict": "F1, streng: gleiche Grenzen und Art",
  "span-f1-exact": "F1, genau: gleiche Grenzen",
  "span-f1-partial": "F1, teilweise: Überlappung zählt halb",
  "span-f1-type": "F1, Art: Überlappung mit gleicher Art",
  "span-f1-overlap": "F1, Überlappung",
  agr: "agr, beide Richtungen",
  holsti: "Holsti-Koeffizient",

  // What each measure says
  "about-observed": "Wie oft zwei übereinstimmen. Berücksichtigt den Zufall nicht.",
  "about-cohen-kappa":
    "Um den Zufall bereinigt, nach dem eigenen Gebrauch der Kategorien. Bei mehr als zwei Personen das Mittel der Paare.",
  "about-scott-pi": "Um den Zufall bereinigt, nach dem gemeinsamen Gebrauch der Kategorien.",
  "about-fleiss-kappa": "Scotts Pi für beliebig viele Personen, über Einheiten, die alle haben.",
  "about-brennan-prediger": "Bereinigt, als wäre jede Kategorie gleich wahrscheinlich.",
  "about-gwet-ac1": "Nur um Raten bereinigt; stabil, wenn eine Kategorie selten ist.",
  "about-alpha-nominal":
    "Eins minus beobachtete durch erwartete Abweichung; beliebig viele Personen, beliebige Lücken.",
  "about-alpha-ordinal": "Dasselbe für Kategorien mit einer Reihenfolge.",
  "about-alpha-interval": "Dasselbe für Zahlen, deren Abstände zählen.",
  "about-alpha-ratio": "Dasselbe für Zahlen, deren Verhältnisse zählen.",
  "about-alpha-masi": "Dasselbe für Mengen, mit dem MASI-Abstand als Produkt von Abständen.",
  "about-alpha-masi-similarity": "Dasselbe für Mengen, mit dem MASI-Abstand als Produkt von Ähnlichkeiten.",
  "about-alpha-jaccard": "Dasselbe für Mengen: wie viel sie gemeinsam haben.",
  "about-alpha-set": "Dasselbe für Mengen: ob eine die andere enthält.",
  "about-holsti":
    "Das Doppelte des Gemeinsamen durch alles, was beide haben. Berücksichtigt den Zufall nicht.",
  "about-span-f1-strict": "Markierungen entsprechen sich mit gleichen Rändern und gleicher Art.",
  "about-span-f1-exact": "Markierungen entsprechen sich mit gleichen Rändern, gleich welcher Art.",
  "about-span-f1-partial": "Wie exakt; eine Überlappung zählt halb.",
  "about-span-f1-type": "Markierungen entsprechen sich, wenn sie sich überlappen und dieselbe Art haben.",
  "about-span-f1-overlap": "Markierungen entsprechen sich, wenn sie sich überlappen, gleich welcher Art.",
  "about-agr":
    "Der Anteil der Markierungen einer Person, die sich mit denen der anderen überschneiden; Mittel beider Richtungen.",
  "about-alpha-unitizing":
    "Quadrierte Unterschiede von Anfang und Ende, gegen den Zufall. Hängt von der Körnung des Textes ab.",
  "about-u-alpha":
    "Wie gleich der ganze Text in Markierungen und Lücken geteilt wurde, gegen den Zufall. Markierungen dürfen sich nicht überlappen.",
  "about-binary-u-alpha":
    "Wie gleich überhaupt Markiertes von Unmarkiertem geschieden wurde, gegen den Zufall.",
  "about-cu-alpha": "Wo beide etwas markierten: wie gleich der Art nach, gegen den Zufall.",
  "about-gamma-disorder": "Die Unordnung der besten Zuordnung: 0 ist vollkommen, mehr ist schlechter.",
  "about-gamma": "Eins minus diese Unordnung durch die des gezogenen Zufalls.",
  "about-gamma-cat": "Dasselbe nur für die Arten zugeordneter Markierungen.",

  "too-few": "Es gibt nichts, das zwei Personen beide bearbeitet haben.",
  "none-complete": "Keine Einheit wurde von allen bewertet; dieses Maß braucht das.",
  "nothing-shared": "Niemandes Einheiten überlappen sich mit denen von anderen.",
  "one-category":
    "Nur eine Kategorie kommt vor, so dass Übereinstimmung nicht vom Zufall zu unterscheiden ist.",
  "mean-of-pairs": "Mittel über {pairs, number} von {all, plural, one {# Paar} other {# Paaren}}.",
  "mean-of-directions": "Mittel über {count, plural, one {# Richtung} other {# Richtungen}}.",
  "agr-directions": "{from} zu {to}: {there, number}; zurück: {back, number}.",
  "left-out":
    "{count, plural, one {Eine Einheit ist} other {# Einheiten sind}} ausgelassen, die nicht alle bewertet haben.",
  "not-a-number": "„{value}“ ist keine Zahl, was dieses Maß braucht.",
  "units-overlap":
    "Einheiten einer Person überlappen sich; dieses Maß braucht solche, die einander ausschließen.",
  "no-length": "Keine Einheit hat eine Länge.",
  "too-entangled":
    "Zu viele Einheiten überlappen sich: Es gibt zu viele mögliche Gruppen, um sie alle zu prüfen.",
  "chance-too-entangled":
    "Zu wenige Zufallsziehungen ließen sich mit begrenztem Aufwand zuordnen, weil sich ihre Einheiten zu stark überlappen.",
  "chance-aligns-nothing":
    "In keiner Zufallsziehung liegen zugeordnete Einheiten nah genug beieinander, um ihre Art zu vergleichen.",
  "no-chance": "Der Zufall ergibt keine Unordnung, gegen die der Wert zu halten wäre.",
  "no-chance-labels":
    "Durch Zufall zugeordnete Einheiten haben immer dieselbe Art, so dass Übereinstimmung in der Art nicht vom Zufall zu unterscheiden ist.",
  "not-of-this": "Dieses Maß ist auf diese Frage nicht anwendbar.",
  "nothing-aligned": "Keine zugeordneten Einheiten liegen nah genug beieinander, um ihre Art zu vergleichen.",
  sampled:
    "Durch Zufall zu erwarten: {expected, number} ({samples, number} von {asked, number} Ziehungen, Startwert {seed, number}).",
  "sampled-between":
    "Durch Zufall zu erwarten: {expected, number} ({samples, number} von {asked, number} Ziehungen, Startwert {seed, number}). Bei einigen Zuordnungen ließ sich mit begrenztem Aufwand nicht beweisen, dass sie die besten sind; Gamma liegt zwischen {low, number} und {high, number}.",
  "sampled-unproven":
    "Durch Zufall zu erwarten: {expected, number} ({samples, number} von {asked, number} Ziehungen, Startwert {seed, number}). Bei einigen Zuordnungen ließ sich mit begrenztem Aufwand nicht beweisen, dass sie die besten sind; eine bessere könnte den Wert ändern.",
  "disorder-between":
    "Mit begrenztem Aufwand ließ sich nicht beweisen, dass die Zuordnung die beste ist; die geringste Unordnung liegt zwischen {low, number} und {high, number}.",

  // Reading ratings and continua
  "csv-quotes":
    "Eine Zelle in Anführungszeichen wird nicht geschlossen oder geht nach dem Schlusszeichen weiter.",
  "csv-two-annotators": "Die erste Zeile muss mindestens zwei Namen haben.",
  "csv-unnamed": "Spalte {column, number} hat keinen Namen.",
  "csv-repeated": "Zwei Spalten heißen „{name}“.",
  "csv-too-long": "Die Zeile hat mehr Zellen als die {cells, number} der ersten Zeile.",
  "csv-row": "Zeile {row, number}",
  "csv-advice":
    "Die erste Zeile enthält die Namen, jede andere eine Einheit, mit einer leeren Zelle, wo eine Bewertung fehlt.",
  "continuum-shape": "Es passt nicht: {why}.",
  "continuum-outside": "Die Einheit von {start} bis {end} liegt nicht im Kontinuum der Länge {length}.",
  "continuum-advice":
    "Ein Kontinuum hat „length“ und „annotators“, und diese je Name eine Liste von Einheiten mit „start“, „end“ (ausschließend) und „label“.",

  // Warnings beside figures
  "warns-few":
    "Nur {n, plural, one {# Einheit} other {# Einheiten}}: Bei weniger als {enough, number} sagt eine Zahl wenig.",
  "warns-wide":
    "Das Intervall ist breit: Mit anderen Einheiten gleicher Art könnte die Zahl deutlich anders ausfallen.",
  "warns-skewed":
    "Mehr als neun von zehn sagen dasselbe: Zufallsbereinigte Zahlen fallen dann niedrig aus, so selten man auch abweicht. Gwets AC1 und die beobachtete Übereinstimmung vertragen das besser.",
  "warns-alignment":
    "So viele Einheiten liegen übereinander, dass sich nicht beweisen ließ, welche davon dieselben sind.",
} as const satisfies Translated<typeof english>;
