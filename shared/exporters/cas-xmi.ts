// UIMA CAS XMI (OASIS UIMA, as INCEpTION and cassis read it): a file an article and annotator, and the type system of all.

import { emptyElement, openElement, xmlText } from "../files/xml.ts";
import { type NamedFile, utf8 } from "../files/zip.ts";
import { allOfStandoff, type Capabilities } from "../interchange/capabilities.ts";
import {
  type CasStructure,
  casOf,
  factFeatures,
  factType,
  linkType,
  sofaId,
  spanType,
  valueFeatures,
} from "../interchange/cas.ts";
import { listedFilesPass } from "../interchange/passes.ts";
import type { Standoff } from "../interchange/standoff.ts";
import type { StandoffExporter } from "./exporter.ts";

const capabilities: Capabilities = { ...allOfStandoff, characters: "xml" };

export const casXmiExporter: StandoffExporter = {
  id: "cas-xmi",
  takes: "standoffs",
  extension: "zip",
  capabilities,
  passes: (survey, { generator }) => [
    listedFilesPass(
      { annotators: survey.annotators.length, generator, capabilities },
      (document, name) => [xmiFile(`${name}.xmi`, document, casOf(document))],
      [typeSystem(valueFeatures(survey.values.keys()))],
    ),
  ],
};

const head = '<?xml version="1.0" encoding="UTF-8"?>';

function xmiFile(name: string, { text }: Standoff, structures: readonly CasStructure[]): NamedFile {
  const documentId = sofaId + structures.length + 1;
  const members = [documentId, ...structures.filter(({ begin }) => begin !== undefined).map(({ id }) => id)];
  const lines = [
    head,
    openElement("xmi:XMI", {
      "xmlns:xmi": "http://www.omg.org/XMI",
      "xmlns:cas": "http:///uima/cas.ecore",
      "xmlns:tcas": "http:///uima/tcas.ecore",
      "xmlns:custom": "http:///webanno/custom.ecore",
      "xmlns:metadata": "http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore",
      "xmi:version": "2.0",
    }),
    emptyElement("cas:NULL", { "xmi:id": 0 }),
    emptyElement("cas:Sofa", {
      "xmi:id": sofaId,
      sofaNum: 1,
      sofaID: "_InitialView",
      mimeType: "text",
      sofaString: text,
    }),
    emptyElement("tcas:DocumentAnnotation", {
      "xmi:id": documentId,
      sofa: sofaId,
      begin: 0,
      end: text.length,
      language: "x-unspecified",
    }),
    ...structures.map(structureElement),
    emptyElement("cas:View", { sofa: sofaId, members: members.join(" ") }),
    "</xmi:XMI>",
  ];
  return { name, bytes: utf8(lines.map((line) => `${line}\n`).join("")) };
}

function structureElement({ id, type, begin, end, strings, references, lists }: CasStructure): string {
  const prefix = type === factType ? "metadata" : "custom";
  return emptyElement(`${prefix}:${type.slice(type.lastIndexOf(".") + 1)}`, {
    "xmi:id": id,
    ...(begin === undefined ? {} : { sofa: sofaId, begin: Number(begin), end: Number(end) }),
    ...Object.fromEntries(strings.map(({ name, value }) => [name, value])),
    ...Object.fromEntries(references.map(({ name, to }) => [name, to])),
    ...Object.fromEntries(lists.map(({ name, to }) => [name, to.join(" ")])),
  });
}

function typeSystem(values: readonly string[]): NamedFile {
  const feature = (name: string, range: string, element?: string): string =>
    [
      "<featureDescription>",
      `<name>${xmlText(name)}</name><description/><rangeTypeName>${range}</rangeTypeName>`,
      element === undefined ? "" : `<elementType>${element}</elementType>`,
      "</featureDescription>",
    ].join("");
  const type = (name: string, above: string, features: readonly string[]): string[] => [
    "<typeDescription>",
    `<name>${name}</name><description/><supertypeName>${above}</supertypeName>`,
    "<features>",
    ...features,
    "</features>",
    "</typeDescription>",
  ];
  const strings = ["label", ...values].map((name) => feature(name, "uima.cas.String"));
  const lines = [
    head,
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
    "<types>",
    ...type(spanType, "uima.tcas.Annotation", [...strings, feature("links", "uima.cas.FSArray", linkType)]),
    ...type(linkType, "uima.cas.TOP", [feature("role", "uima.cas.String"), feature("target", spanType)]),
    ...type(
      factType,
      "uima.tcas.Annotation",
      Object.values(factFeatures).map((name) => feature(name, "uima.cas.String")),
    ),
    "</types>",
    "</typeSystemDescription>",
  ];
  return { name: "TypeSystem.xml", bytes: utf8(lines.map((line) => `${line}\n`).join("")) };
}
