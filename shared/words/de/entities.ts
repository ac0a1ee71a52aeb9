// German words of the registry of entities.
import type { entities as english } from "../en/entities.ts";
import type { Translated } from "../translated.ts";

export const entities = {
  // What sources are counted by
  "class-named-person": "namentlich genannte Person",
  "class-named-organization": "namentlich genannte Organisation",
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
  "naming-named": "namentlich",
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
} as const satisfies Translated<typeof english>;
