// German words of the registry of entities.
import type { entities as english } from "../en/entities.ts";
import type { Translated } from "../translated.ts";

export const entities = {
  // What sources are counted by
  "class-named-person": "benannte Person",
  "class-named-organization": "benannte Organisation",
  "class-described": "beschrieben",
  "class-anonymous": "anonym",
  "class-document": "Dokument",
  "class-outlet": "Medium",
  "class-platform": "Plattform",
  // Types of entities
  "type-person": "Person",
  "type-organization": "Organisation",
  "type-group": "Gruppe",
  "type-document": "Dokument",
  "type-outlet": "Medium",
  "type-platform": "Plattform",

  // How somebody is named
  "naming-named": "benannt",
  "naming-named-about": "Ein Eigenname oder ein Amt, das nur eine Person haben kann.",
  "naming-described": "beschrieben",
  "naming-described-about": "Ohne Namen, aber beschrieben: „hohe Beamte“.",
  "naming-anonymous": "anonym",
  "naming-anonymous-about": "Weder noch: „eine Quelle“.",

  // What the registry knows of one
  name: "Name",
  type: "Art",
  naming: "Nennung",
  role: "Funktion",
  affiliation: "Zugehörigkeit",
  "also-called": "Auch genannt",
  aliases: "Andere Namen",
  "remove-alias": "Anderen Namen {name} entfernen",

  // The registry's view
  find: "Eintrag finden",
  list: "Register",
  none: "Hier steht, wen und was die Nennungen meinen.",
  "none-fits": "Kein Eintrag passt.",
  found: "{count, plural, one {# Eintrag} other {# Einträge}}",
  "sort-name": "Name",
  "sort-mentions": "Nennungen",
  mentions: "{count, plural, one {# Nennung} other {# Nennungen}}",
  "mentions-tab": "Nennungen",
  "details-tab": "Angaben",
  parts: "Teile des Eintrags",
  back: "Zurück zum Register",
  looking: "Nennungen werden gesucht …",
  "no-mentions": "In den eigenen Annotationen wird nichts davon genannt.",
  "mentions-of": "Nennungen von {name}",
  tick: "Diese Nennung ankreuzen",
  ticked: "{count, number} von {all, plural, one {# Nennung} other {# Nennungen}} angekreuzt",
  merged: "Damit zusammengeführt",
  "take-apart": "Auflösen",
  anonymity: "Warum ungenannt",
  terms: "Bedingung",
  "terms-example": "unter der Bedingung, ungenannt zu bleiben",
  reason: "Grund",
  "reason-example": "nicht befugt, öffentlich zu sprechen",
  "take-evidence": "Ausgewählte Wörter als Beleg nehmen",
  "remove-evidence": "Beleg entfernen",
  merge: "Zusammenführen …",
  "merge-title": "Einträge zusammenführen",
  "merge-find": "Finden, was dasselbe ist",
  "merge-stays": "Welcher Eintrag bleibt",
  "merge-leave-out": "{name} auslassen",
  "merge-choose": "Mindestens einen anderen Eintrag wählen.",
  "merge-preview":
    "{count, plural, one {# Nennung} other {# Nennungen}} {others, plural, one {des anderen Eintrags} other {der # anderen Einträge}} zählen künftig als solche von {name}. Die Markierungen bleiben, wie sie sind, und das Zusammenführen lässt sich auflösen.",
  "merge-none": "Zusammenführen",
  "merge-now": "{count, plural, one {# Eintrag} other {# Einträge}} zusammenführen",
  split: "Abspalten …",
  "split-title": "Aus diesen Nennungen einen anderen Eintrag machen",
  "split-name": "Name des anderen Eintrags",
  "split-now": "Abspalten",
  "split-preview":
    "{count, number} von {all, plural, one {# Nennung} other {# Nennungen}} in {articles, plural, one {# Artikel} other {# Artikeln}} gehören künftig zum anderen Eintrag; der Rest bleibt bei {name}.",
  "split-readings": "Wie sie lauten",
} as const satisfies Translated<typeof english>;
