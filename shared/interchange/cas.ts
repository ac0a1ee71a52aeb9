// A UIMA CAS as far as annotations need it: the text and feature structures with strings, references and lists of references. Both of
// its file formats are written from this and read into it. Offsets are UTF-16 code units.
import { type FileFinding, wrong } from "../files/finding.ts";
import { message, type Text } from "../words/message.ts";
import { factValues, isFactName } from "./detail-values.ts";
import { identifier, unescaped } from "./escapes.ts";
import { inPieces, withJoinedPieces } from "./fit.ts";
import { type NamedValue, relationsFrom, type Standoff } from "./standoff.ts";
import {
  type ReadRelation,
  type ReadSpan,
  type ReadStandoff,
  readStandoff,
  type StandoffText,
} from "./standoff-reader.ts";
import type { PassedOver } from "./tally.ts";

export const spanType = "webanno.custom.SaysoSpan";
/** What INCEpTION calls a slot: a role and the span that fills it. */
export const linkType = "webanno.custom.SaysoSpanLinksLink";

/** What DKPro Core keeps of a document beside its text: pairs of names and values. */
export const factType = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.MetaDataStringField";
export const factFeatures = { name: "key", value: "value" } as const;

export interface CasStructure {
  readonly id: number;
  /** With its package. */
  readonly type: string;
  readonly begin?: unknown;
  readonly end?: unknown;
  /** The text that it lies on; absent: on none. */
  readonly sofa?: number;
  readonly strings: readonly NamedValue[];
  readonly references: readonly { readonly name: string; readonly to: number }[];
  readonly lists: readonly { readonly name: string; readonly to: readonly number[] }[];
  readonly where: Text;
}

/** Types of arrays of anything else than structures. */
export const arrayOfValues =
  /^uima\.cas\.(?:Boolean|Byte|Short|Integer|Long|Float|Double|String)(?:Array|\[\])$/u;

/** A feature of several values as one text. */
export const joinedValues = (values: readonly string[]): string => values.join("; ");

/** The id of the text's own structure; others follow it. */
export const sofaId = 1;

/** Every span is one structure, its relations are links, what is known of the article is metadata. Their ids follow `sofaId` without a gap. */
export function casOf(document: Standoff): readonly CasStructure[] {
  const { spans, relations } = inPieces(document);
  const ids = new Map(spans.map(({ id }, at) => [id, sofaId + 1 + at]));
  const leaving = relationsFrom(relations);
  let nextId = sofaId + 1 + spans.length;
  const links: CasStructure[] = [];
  const annotations = spans.map((span): CasStructure => {
    const linkIds = (leaving.get(span.id) ?? []).map(({ label, to }) => {
      links.push({
        id: nextId,
        type: linkType,
        strings: [{ name: "role", value: label }],
        references: [{ name: "target", to: ids.get(to) ?? 0 }],
        lists: [],
        where: "",
      });
      nextId += 1;
      return nextId - 1;
    });
    return {
      id: ids.get(span.id) ?? 0,
      type: spanType,
      begin: span.segments[0]?.start ?? 0,
      end: span.segments[0]?.end ?? 0,
      strings: [
        { name: "label", value: span.label },
        ...span.values.map(({ name, value }) => ({ name: featureOf(name), value })),
      ],
      references: [],
      lists: linkIds.length === 0 ? [] : [{ name: "links", to: linkIds }],
      where: "",
    };
  });
  const facts = factValues(document, "utf-16").map(
    ({ name, value }, at): CasStructure => ({
      ...{ id: nextId + at, type: factType, begin: 0, end: 0, references: [], lists: [], where: "" },
      strings: [
        { name: factFeatures.name, value: name },
        { name: factFeatures.value, value },
      ],
    }),
  );
  return [...annotations, ...links, ...facts];
}

/** What a structure says of its whole text; `undefined` of any other one. */
function factIn({ type, strings }: CasStructure): NamedValue | undefined {
  const [name, value] = Object.values(factFeatures).map(
    (feature) => strings.find((one) => one.name === feature)?.value,
  );
  if (type !== factType || name === undefined || value === undefined) return undefined;
  return isFactName(name) ? { name, value } : undefined;
}

const ownFeatures = ["sofa", "begin", "end", "label", "links", "id"];

/** What a value's feature is called: a Java identifier. */
function featureOf(name: string): string {
  const safe = identifier(name);
  return ownFeatures.includes(safe) || safe.startsWith("value_") ? `value_${safe}` : safe;
}

function nameOfFeature(feature: string): string {
  return unescaped(feature.startsWith("value_") ? feature.slice("value_".length) : feature);
}

const valueOfFeature = ({ name, value }: NamedValue): NamedValue => ({ name: nameOfFeature(name), value });

/** The features of spans that hold values of these names. */
export function valueFeatures(names: Iterable<string>): readonly string[] {
  return [...new Set(Array.from(names, featureOf))].sort();
}

/** What a text is divided into, and what is known of it as a whole. */
const passedOver =
  /(?:^|\.)(?:Token|Sentence|Paragraph|DocumentAnnotation|DocumentMetaData|MetaDataStringField|TagsetDescription|Sofa|SofaReference)$/u;
/** Layers whose label is the value of a feature. */
const labelled: Readonly<Record<string, string>> = {
  SaysoSpan: "label",
  NamedEntity: "value",
  Span: "label",
  CustomSpan: "label",
};

/** What a layer's annotation is called, and its other values. */
export function labelOfLayer(
  type: string,
  strings: readonly NamedValue[],
): { readonly label: string; readonly others: readonly NamedValue[] } {
  const shortType = type.slice(type.lastIndexOf(".") + 1);
  const feature = Object.hasOwn(labelled, shortType) ? labelled[shortType] : undefined;
  return {
    label: strings.find(({ name }) => name === feature)?.value ?? shortType,
    others: strings.filter(({ name }) => name !== feature),
  };
}

/** Features that say what a relation is, the likeliest first. */
const naming = ["label", "value", "relation", "role", "type", "DependencyType"];

/** What a relation is called, and its other values: by a feature that names it, by the only one there is, or else by its layer. */
export function labelOfRelation(
  type: string,
  strings: readonly NamedValue[],
): { readonly label: string; readonly others: readonly NamedValue[] } {
  const [only, ...more] = strings.filter(({ value }) => !/^(?:true|false|-?[\d.]+)$/u.test(value));
  const by =
    naming.map((name) => strings.find((one) => one.name === name)).find((one) => one !== undefined) ??
    (more.length === 0 ? only : undefined);
  return {
    label: by?.value ?? type.slice(type.lastIndexOf(".") + 1),
    others: strings.filter((one) => one !== by),
  };
}

/** Of an element of a chain: which one of its text's it is in, from 1. */
const chainValue = "chain";
/** Leads from an element of a chain to the next one, where the chain does not say how. */
export const chainRelation = "next";
/** What each element of a chain is, and how it leads to the next one. */
const chainFeatures = { type: "referenceType", relation: "referenceRelation" } as const;

/** What an element of a chain is called, how it is tied to the next one, and its other values. */
export function labelOfElement(
  type: string,
  chain: string | null,
  strings: readonly NamedValue[],
): { readonly label: string; readonly relation: string | null; readonly others: readonly NamedValue[] } {
  const featureValue = (feature: string): string | undefined =>
    strings.find(({ name }) => name === feature)?.value;
  const features: readonly string[] = Object.values(chainFeatures);
  return {
    label: featureValue(chainFeatures.type) ?? type.slice(type.lastIndexOf(".") + 1),
    relation: featureValue(chainFeatures.relation) ?? null,
    others: [
      ...(chain === null ? [] : [{ name: chainValue, value: chain }]),
      ...strings.filter(({ name }) => !features.includes(name)),
    ],
  };
}

/** A text of a CAS, which may have several: translations, say, or what was there before it was normalized. */
export interface CasText {
  readonly id: number;
  /** What its view is called. */
  readonly view: string;
  /** `null`: it lies elsewhere, or is none. */
  readonly text: string | null;
}

const firstView = "_InitialView";

const isSpan = ({ type, begin, end }: CasStructure): boolean =>
  begin !== undefined && end !== undefined && !passedOver.test(type);

/** What a CAS came to. */
interface ReadCas {
  readonly parts: readonly ReadStandoff[];
  readonly rejected: readonly FileFinding[];
  readonly passed: readonly PassedOver[];
}

/** A standoff a text. The first view has the name of the file, each other one its own behind it. */
export function standoffsOfCas(
  { facts: listedFacts, ...about }: Omit<StandoffText, "text"> & Pick<Standoff, "folder">,
  texts: readonly CasText[],
  structures: readonly CasStructure[],
  file: string,
): ReadCas {
  const firstText = texts.find(({ view }) => view === firstView) ?? texts[0];
  const byText = new Map<number | undefined, CasStructure[]>();
  for (const structure of structures) {
    const of = structure.sofa ?? firstText?.id;
    const textStructures = byText.get(of);
    if (textStructures) textStructures.push(structure);
    else byText.set(of, [structure]);
  }
  const byId = new Map(structures.map((structure) => [structure.id, structure]));
  const textIds = new Set(texts.flatMap(({ id, text }) => (text === null ? [] : [id])));
  const astray = structures
    .filter((structure) => isSpan(structure) && !textIds.has(structure.sofa ?? firstText?.id ?? Number.NaN))
    .map(({ where }) =>
      wrong(where, message("interchange.no-article-text"), message("interchange.left-out")),
    );
  const isTextMissing = textIds.size < Math.max(1, texts.length);
  // Each mark that lies on it is rejected by itself.
  const missing = wrong(file, message("interchange.no-article-text"), message("interchange.choose-other"));
  const chains = chainsOf(structures, byId);
  const parts = texts.flatMap((one) => {
    const { id, view, text } = one;
    if (text === null) return [];
    const isFirst = one === firstText;
    const name = (of: string): string => (isFirst ? of : `${of}/${view}`);
    const ownStructures = byText.get(id) ?? [];
    const ownFacts = ownStructures.flatMap((structure) => factIn(structure) ?? []);
    const facts = ownFacts.length > 0 ? ownFacts : isFirst ? listedFacts : undefined;
    const { document, ...rest } = readStandoff(
      { ...about, article: name(about.article), title: name(about.title), text, ...(facts && { facts }) },
      { units: ["utf-16"], ...spansOfCas(ownStructures, byId, chains) },
    );
    return [{ document: withJoinedPieces(document), ...rest }];
  });
  return {
    parts,
    rejected: [...(isTextMissing ? [{ ...missing, units: 0 }] : []), ...astray],
    passed: passedStructures(structures, byId),
  };
}

/** What divides the texts, and what has no place in any and belongs to nothing that has one, by layers. */
function passedStructures(
  structures: readonly CasStructure[],
  byId: ReadonlyMap<number, CasStructure>,
): readonly PassedOver[] {
  const linkedIds = new Set<number>();
  for (const structure of structures) {
    if (isSpan(structure))
      for (const { to } of structure.lists) for (const member of to) linkedIds.add(member);
    const firstId = referenceOf(structure, "first");
    if (firstId !== undefined && byId.has(firstId)) linkedIds.add(structure.id);
  }
  const counts = new Map<string, PassedOver>();
  for (const structure of structures) {
    if (isSpan(structure) || linkedIds.has(structure.id) || factIn(structure)) continue;
    const why = passedOver.test(structure.type) ? "divides-text" : "no-place";
    const name = structure.type.slice(structure.type.lastIndexOf(".") + 1);
    counts.set(name, { name, why, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** Of each element of a chain, by its number, in which of its text's chains it is. */
function chainsOf(
  structures: readonly CasStructure[],
  byId: ReadonlyMap<number, CasStructure>,
): ReadonlyMap<number, string> {
  const chains = new Map<number, string>();
  const counts = new Map<number | undefined, number>();
  for (const structure of structures) {
    const firstId = isSpan(structure) ? undefined : referenceOf(structure, "first");
    if (firstId === undefined) continue;
    const number = (counts.get(structure.sofa) ?? 0) + 1;
    counts.set(structure.sofa, number);
    for (let at: number | undefined = firstId; at !== undefined && !chains.has(at); ) {
      const element = byId.get(at);
      if (!element || !isSpan(element)) break;
      chains.set(at, String(number));
      at = referenceOf(element, chainRelation);
    }
  }
  return chains;
}

/** The structure that a feature refers to, in whatever form the file has it. */
const referenceOf = ({ references, lists }: CasStructure, feature: string): number | undefined =>
  references.find(({ name }) => name === feature)?.to ?? lists.find(({ name }) => name === feature)?.to[0];

/** The spans and relations of structures of whatever types. `byId`: with those that they refer to. */
function spansOfCas(
  structures: readonly CasStructure[],
  byId: ReadonlyMap<number, CasStructure>,
  chains: ReadonlyMap<number, string>,
): {
  readonly spans: readonly ReadSpan[];
  readonly relations: readonly ReadRelation[];
} {
  const spans: ReadSpan[] = [];
  const relations: ReadRelation[] = [];
  // Relations of words lead to the words themselves; what is annotated of those is their part of speech.
  const endOf = (to: number): string => {
    const end = byId.get(to);
    return String((end && passedOver.test(end.type) ? referenceOf(end, "pos") : undefined) ?? to);
  };
  for (const structure of structures) {
    const { id, type, begin, end, strings, references, lists, where } = structure;
    if (!isSpan(structure)) continue;
    const [governor, dependent] = [referenceOf(structure, "Governor"), referenceOf(structure, "Dependent")];
    if (governor !== undefined && dependent !== undefined) {
      const { label, others } = labelOfRelation(type, strings);
      relations.push({
        ...{ label, from: endOf(governor), to: endOf(dependent), where },
        values: others.map(valueOfFeature),
      });
      continue;
    }
    const chain = chains.get(id);
    const nextId = chain === undefined ? undefined : referenceOf(structure, chainRelation);
    const element = chain === undefined ? null : labelOfElement(type, chain, strings);
    const { label, others } = element ?? labelOfLayer(type, strings);
    spans.push({
      id: String(id),
      label,
      segments: [{ start: begin, end }],
      values: others.map(valueOfFeature),
      where,
    });
    if (nextId !== undefined)
      relations.push({
        label: element?.relation ?? chainRelation,
        from: String(id),
        to: String(nextId),
        where,
      });
    const referring = [...lists, ...references.map(({ name, to }) => ({ name, to: [to] }))];
    for (const { name, to } of referring.filter(
      (one) => !(nextId !== undefined && one.name === chainRelation),
    ))
      for (const member of to) {
        const target = byId.get(member);
        const link = target?.references.find((one) => one.name === "target");
        if (target && link && !isSpan(target)) {
          const role = target.strings.find((one) => one.name === "role");
          relations.push({
            ...{ label: role?.value ?? name, from: String(id), to: String(link.to), where },
            values: target.strings.filter((one) => one !== role).map(valueOfFeature),
          });
        } else if (target && isSpan(target))
          relations.push({ label: name, from: String(id), to: String(member), where });
      }
  }
  return { spans, relations };
}
