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
} as const;
