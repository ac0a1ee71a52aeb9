// English words of the formats that annotations are handed on in.
export const formats = {
  json: "Annotated JSON",
  "json-about": "Everything, in one documented file: for a colleague, for Sayso, or for a program.",
  tagset: "Tagset",
  "tagset-about": "The span types, fields and guideline alone, for other projects to bring in.",
  brat: "brat standoff",
  "brat-about": "For brat and the many programs that read its files, with its configuration.",
  "web-annotation": "Web Annotation (W3C)",
  "web-annotation-about":
    "For Recogito, Hypothesis and other tools of the web, as JSON-LD with the texts beside.",
  "label-studio": "Label Studio",
  "label-studio-about": "Tasks for Label Studio, with the labelling configuration.",
  doccano: "doccano",
  "doccano-about": "JSON lines with spans and relations for doccano.",
  prodigy: "Prodigy, spaCy",
  "prodigy-about": "JSON lines with tokens, spans and relations, for Prodigy and to train spaCy.",
  pubannotation: "PubAnnotation",
  "pubannotation-about": "Denotations, relations and attributes for PubAnnotation and TextAE.",
  text: "Plain text",
} as const;
