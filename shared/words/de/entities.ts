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
} as const satisfies Translated<typeof english>;
