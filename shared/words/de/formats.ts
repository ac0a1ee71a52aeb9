// German words of the formats that annotations are handed on in.
import type { formats as english } from "../en/formats.ts";
import type { Translated } from "../translated.ts";

export const formats = {
  json: "Annotiertes JSON",
  "json-about":
    "Alles, in einer dokumentierten Datei: für Kolleginnen und Kollegen, für Sayso oder für ein Programm.",
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
} as const satisfies Translated<typeof english>;
