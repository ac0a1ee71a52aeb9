// English words of the registry of entities.
export const entities = {
  // What sources are counted by
  "class-named-person": "named person",
  "class-named-organization": "named organization",
  "class-described": "described",
  "class-anonymous": "anonymous",
  "class-document": "document",
  "class-outlet": "outlet",
  "class-platform": "platform",
  // Types of entities
  "type-person": "person",
  "type-organization": "organization",
  "type-group": "group",
  "type-document": "document",
  "type-outlet": "outlet",
  "type-platform": "platform",

  // How somebody is named
  "naming-named": "named",
  "naming-named-about": "A proper name, or an office only one can hold.",
  "naming-described": "described",
  "naming-described-about": "Unnamed but described: “top officials”.",
  "naming-anonymous": "anonymous",
  "naming-anonymous-about": "Neither: “a source”.",

  // What the registry knows of one
  name: "Name",
  type: "Type",
  naming: "Naming",
  role: "Role",
  affiliation: "Affiliation",
  "also-called": "Also called",
  aliases: "Aliases",
  "remove-alias": "Remove the alias {name}",
} as const;
