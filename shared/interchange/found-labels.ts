// The labels, relations and values of another tool's annotations by their own names, for whoever says what each of them means here; and
// what they can mean.
import type { Tagset } from "../model/tagset.ts";
import { message, type Text } from "../words/message.ts";
import { fieldName, flagName, roleName, slotName, typeName } from "../words/tagset-words.ts";
import {
  attributionLabel,
  exclusionLabel,
  flagPrefix,
  labelOfType,
  nameOfField,
  valueNames,
  viaPrefix,
  withinLabel,
} from "./labels.ts";
import { mostOfFeature, type TypedPart } from "./mapping.ts";
import { type NamedValue, type Standoff, wordsOfSpan } from "./standoff.ts";

export const mappingParts = ["spans", "relations", "values"] as const;
type MappingPart = (typeof mappingParts)[number];

export interface FoundLabel {
  readonly label: string;
  readonly count: number;
  /** The words of the first one, a pair of words for a relation, or a value; cut short. */
  readonly example: string;
  /** Of spans and relations: features with few values, any of which may say what it is. */
  readonly features?: readonly FoundFeature[];
}

interface FoundFeature {
  readonly name: string;
  readonly values: readonly FoundLabel[];
}

export type FoundLabels = Readonly<Record<MappingPart, readonly FoundLabel[]>>;

const exampleLength = 80;

/** Every label, the most frequent first. */
export function foundLabels(documents: readonly Standoff[]): FoundLabels {
  const countedLabels = { spans: new Map(), relations: new Map(), values: new Map() } as const;
  const features = { spans: new Map(), relations: new Map() } as const;
  const add = (part: MappingPart, label: string, example: () => string): void =>
    addTo(countedLabels[part], label, example);
  const addFeatures = (
    part: TypedPart,
    label: string,
    values: readonly NamedValue[],
    example: () => string,
  ): void => {
    const ofLabel: Map<string, LabelCounts | null> = features[part].get(label) ?? new Map();
    features[part].set(label, ofLabel);
    for (const { name, value } of values) {
      const counted = ofLabel.get(name) ?? new Map();
      if (ofLabel.get(name) === null || (!ofLabel.has(name) && ofLabel.size >= mostOfFeature.features))
        continue;
      addTo(counted, value, example);
      const isType = counted.size <= mostOfFeature.values && value.length <= mostOfFeature.length;
      ofLabel.set(name, isType ? counted : null);
    }
  };
  for (const { text, spans, relations } of documents) {
    const byId = new Map(spans.map((span) => [span.id, span]));
    const wordsOf = (id: string): string => {
      const span = byId.get(id);
      return span ? wordsOfSpan(text, span) : "";
    };
    for (const span of spans) {
      add("spans", span.label, () => wordsOfSpan(text, span));
      addFeatures("spans", span.label, span.values, () => wordsOfSpan(text, span));
      for (const { name, value } of span.values) add("values", name, () => value);
    }
    for (const { label, from, to, values = [] } of relations) {
      const ends = (): string => `${wordsOf(from).slice(0, 38)} → ${wordsOf(to).slice(0, 38)}`;
      add("relations", label, ends);
      addFeatures("relations", label, values, ends);
    }
  }
  const typed = (part: TypedPart): readonly FoundLabel[] =>
    listed(countedLabels[part]).map((one) => {
      const ofLabel: Map<string, LabelCounts | null> = features[part].get(one.label) ?? new Map();
      const few = Array.from(ofLabel, ([name, values]) => (values ? [{ name, values: listed(values) }] : []));
      return few.some((some) => some.length > 0) ? { ...one, features: few.flat() } : one;
    });
  return { spans: typed("spans"), relations: typed("relations"), values: listed(countedLabels.values) };
}

type LabelCounts = Map<string, FoundLabel>;

function addTo(counted: LabelCounts, label: string, example: () => string): void {
  const earlierLabel = counted.get(label);
  const exampleText = earlierLabel?.example ?? example().replace(/\s+/gu, " ").trim().slice(0, exampleLength);
  counted.set(label, { label, count: (earlierLabel?.count ?? 0) + 1, example: exampleText });
}

/** The most frequent first. */
const listed = (counted: LabelCounts): readonly FoundLabel[] =>
  [...counted.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));

export interface MappingTarget {
  /** As a mapping names it. */
  readonly id: string;
  readonly name: Text;
}

/** What the labels of each part can mean in a tagset, in its order. */
export function mappingTargets(tagset: Tagset): Readonly<Record<MappingPart, readonly MappingTarget[]>> {
  return {
    spans: [
      ...tagset.spanTypes.map((type) => ({ id: labelOfType(type.id), name: typeName(type) })),
      { id: attributionLabel, name: message("foreign.target-card") },
      { id: exclusionLabel, name: message("foreign.target-exclusion") },
    ],
    relations: [
      ...tagset.slots.filter(({ id }) => id !== "via").map((slot) => ({ id: slot.id, name: slotName(slot) })),
      ...tagset.viaRoles.map((role) => ({ id: `${viaPrefix}${role.id}`, name: roleName(role) })),
      { id: withinLabel, name: message("foreign.target-within") },
    ],
    values: [
      { id: valueNames.entity, name: message("foreign.target-entity") },
      { id: valueNames.entityType, name: message("foreign.target-entity-type") },
      { id: valueNames.entityKey, name: message("foreign.target-entity-key") },
      { id: valueNames.kind, name: message("foreign.target-kind") },
      { id: valueNames.about, name: message("foreign.target-about") },
      { id: valueNames.aboutType, name: message("foreign.target-about-type") },
      { id: valueNames.aboutKey, name: message("foreign.target-about-key") },
      { id: valueNames.note, name: message("foreign.target-note") },
      { id: valueNames.reason, name: message("foreign.target-reason") },
      { id: valueNames.provenance, name: message("foreign.target-provenance") },
      ...tagset.fields.map((field) => ({ id: nameOfField(field.id), name: fieldName(field) })),
      ...tagset.flags.map((flag) => ({ id: `${flagPrefix}${flag.id}`, name: flagName(flag) })),
    ],
  };
}
