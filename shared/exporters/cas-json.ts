// UIMA CAS JSON 0.4 (apache/uima-uimaj-io-jsoncas, SPECIFICATION): a file an article and annotator, each with its type system.
import { allOfStandoff } from "../interchange/capabilities.ts";
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
import { jsonFile } from "../interchange/written-json.ts";
import type { StandoffExporter } from "./exporter.ts";

const capabilities = allOfStandoff;

export const casJsonExporter: StandoffExporter = {
  id: "cas-json",
  takes: "standoffs",
  extension: "zip",
  capabilities,
  passes: (survey, { generator }) => [
    listedFilesPass({ annotators: survey.annotators.length, generator, capabilities }, (document, name) => [
      jsonFile(`${name}.json`, casValue(document)),
    ]),
  ],
};

const listType = "uima.cas.FSArray";

function casValue(document: Standoff): unknown {
  const structures = casOf(document);
  const string = (name: string) => [name, { "%NAME": name, "%RANGE": "uima.cas.String" }] as const;
  const lists = structures.flatMap(({ lists: own }) => own);
  const firstList = sofaId + structures.length + 1;
  const listIds = new Map(lists.map((list, at) => [list, firstList + at]));
  return {
    "%HEADER": { "%VERSION": "0.4.0" },
    "%TYPES": {
      [spanType]: {
        "%NAME": spanType,
        "%SUPER_TYPE": "uima.tcas.Annotation",
        ...Object.fromEntries(["label", ...valueFeatures(namesOfValues(document))].map(string)),
        links: { "%NAME": "links", "%RANGE": listType, "%ELEMENT_TYPE": linkType },
      },
      [linkType]: {
        "%NAME": linkType,
        "%SUPER_TYPE": "uima.cas.TOP",
        ...Object.fromEntries([string("role")]),
        target: { "%NAME": "target", "%RANGE": spanType },
      },
      [factType]: {
        "%NAME": factType,
        "%SUPER_TYPE": "uima.tcas.Annotation",
        ...Object.fromEntries(Object.values(factFeatures).map(string)),
      },
    },
    "%FEATURE_STRUCTURES": [
      {
        "%ID": sofaId,
        "%TYPE": "uima.cas.Sofa",
        sofaNum: 1,
        sofaID: "_InitialView",
        mimeType: "text",
        sofaString: document.text,
      },
      ...structures.map((structure) => structureValue(structure, listIds)),
      ...lists.map((list) => ({ "%ID": listIds.get(list), "%TYPE": listType, "%ELEMENTS": list.to })),
    ],
    "%VIEWS": {
      _InitialView: {
        "%SOFA": sofaId,
        "%MEMBERS": structures.filter(({ begin }) => begin !== undefined).map(({ id }) => id),
      },
    },
  };
}

const namesOfValues = ({ spans }: Standoff): string[] =>
  spans.flatMap(({ values }) => values.map(({ name }) => name));

function structureValue(
  { id, type, begin, end, strings, references, lists }: CasStructure,
  listIds: ReadonlyMap<CasStructure["lists"][number], number>,
): unknown {
  return {
    "%ID": id,
    "%TYPE": type,
    ...(begin === undefined ? {} : { "@sofa": sofaId, begin, end }),
    ...Object.fromEntries(strings.map(({ name, value }) => [name, value])),
    ...Object.fromEntries(references.map(({ name, to }) => [`@${name}`, to])),
    ...Object.fromEntries(lists.map((list) => [`@${list.name}`, listIds.get(list)])),
  };
}
