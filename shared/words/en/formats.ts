// English words of the formats that annotations are handed on in.
export const formats = {
  json: "Annotated JSON",
  "json-about": "Everything, in one documented file: for a colleague, for Sayso, or for a program.",
  tagset: "Tagset",
  "tagset-about": "The span types, fields and guideline alone, for other projects to bring in.",
  brat: "brat standoff",
  "brat-about": "For brat and the many programs that read its files, with its configuration.",
  text: "Plain text",
} as const;
