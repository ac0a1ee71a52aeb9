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
} as const;
