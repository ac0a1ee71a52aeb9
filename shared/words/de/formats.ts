// German words of the formats that annotations are handed on in.
import type { formats as english } from "../en/formats.ts";
import type { Translated } from "../translated.ts";

export const formats = {
  json: "Annotiertes JSON",
  "json-about":
    "Alles, in einer dokumentierten Datei: für Kolleginnen und Kollegen, für Sayso oder für ein Programm.",
  "decision-log": "Protokoll der Entscheidungen (CSV)",
  "decision-log-about": "Was beim Kuratieren entschieden wurde, von wem und warum, als Tabelle.",
  "decision-log-json": "Protokoll der Entscheidungen (JSON)",
  "decision-log-json-about": "Was beim Kuratieren entschieden wurde, von wem und warum, für Programme.",
  tagset: "Kategorienschema",
  "tagset-about": "Nur Arten, Felder und Leitfaden, zum Hereinholen in andere Projekte.",
  brat: "brat Standoff",
  "brat-about": "Für brat und die vielen Programme, die seine Dateien lesen, samt Konfiguration.",
  "web-annotation": "Web Annotation (W3C)",
  "web-annotation-about":
    "Für Recogito, Hypothesis und andere Werkzeuge des Webs, als JSON-LD mit den Texten daneben.",
  "label-studio": "Label Studio",
  "label-studio-about": "Aufgaben für Label Studio, mit der Konfiguration.",
  doccano: "doccano",
  "doccano-about": "JSON-Zeilen mit Markierungen und Verknüpfungen für doccano.",
  prodigy: "Prodigy, spaCy",
  "prodigy-about":
    "JSON-Zeilen mit Tokens, Markierungen und Verknüpfungen, für Prodigy und zum Trainieren von spaCy.",
  pubannotation: "PubAnnotation",
  "pubannotation-about": "Denotationen, Relationen und Attribute für PubAnnotation und TextAE.",
  "cas-xmi": "UIMA CAS XMI",
  "cas-xmi-about": "Für INCEpTION und andere Werkzeuge auf UIMA, mit dem Typsystem.",
  "cas-json": "UIMA CAS JSON",
  "cas-json-about": "Für INCEpTION, cassis und andere Werkzeuge auf UIMA, als JSON.",
  text: "Reiner Text",

  // The table of what each can hold
  yes: "ja",
  no: "nein",
  "column-unit": "Stellen zählen",
  "column-segments": "mehrere Abschnitte",
  "column-overlaps": "Überlappungen",
  "column-cards": "Karten",
  "column-values": "Felder, Einträge, Notizen",
  "column-annotators": "Namen",
  "column-edges": "Ränder",
  "column-provenance": "Herkunft, Anmerkungen",
  "unit-utf-16": "UTF-16-Einheiten",
  "unit-code-points": "Codepoints",
  "unit-code-points-crlf-as-one": "Codepoints, CR LF als einen",
  "unit-words": "Wörter",
  "unit-none": "keine",
  "overlaps-all": "alle",
  "overlaps-other-labels": "mit anderen Arten",
  "overlaps-none": "keine",
  "edges-anywhere": "überall",
  "edges-words": "an Wörtern",
  "edges-lines": "nicht an Zeilenenden",
} as const satisfies Translated<typeof english>;
