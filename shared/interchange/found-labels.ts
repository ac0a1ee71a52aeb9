// What another tool's annotations hold by their own names, for whoever says what each of them means here; and what they can mean.
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
import { type Standoff, wordsOfSpan } from "./standoff.ts";

export const mappingParts = ["spans", "relations", "values"] as const;
export type MappingPart = (typeof mappingParts)[number];

export interface FoundLabel {
  readonly label: string;
  readonly count: number;
  /** The words of the first one, a pair of words for a relation, or a value; cut short. */
  readonly example: string;
}

export type FoundLabels = Readonly<Record<MappingPart, readonly FoundLabel[]>>;

const exampleLength = 80;

/** Every label, the most frequent first. */
export function foundLabels(documents: readonly Standoff[]): FoundLabels {
  const found = { spans: new Map(), relations: new Map(), values: new Map() } as const;
  const add = (part: MappingPart, label: string, example: () => string): void => {
    const map: Map<string, FoundLabel> = found[part];
    const before = map.get(label);
    const shown = before?.example ?? example().replace(/\s+/gu, " ").trim().slice(0, exampleLength);
    map.set(label, { label, count: (before?.count ?? 0) + 1, example: shown });
  };
  for (const { text, spans, relations } of documents) {
    const byId = new Map(spans.map((span) => [span.id, span]));
    const wordsOf = (id: string): string => {
      const span = byId.get(id);
      return span ? wordsOfSpan(text, span) : "";
    };
    for (const span of spans) {
      add("spans", span.label, () => wordsOfSpan(text, span));
      for (const { name, value } of span.values) add("values", name, () => value);
    }
    for (const { label, from, to } of relations)
      add("relations", label, () => `${wordsOf(from).slice(0, 38)} → ${wordsOf(to).slice(0, 38)}`);
  }
  const listed = (part: MappingPart): readonly FoundLabel[] =>
    [...(found[part] as Map<string, FoundLabel>).values()].sort(
      (a, b) => b.count - a.count || (a.label < b.label ? -1 : 1),
    );
  return { spans: listed("spans"), relations: listed("relations"), values: listed("values") };
}

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
      { id: valueNames.note, name: message("foreign.target-note") },
      { id: valueNames.reason, name: message("foreign.target-reason") },
      ...tagset.fields.map((field) => ({ id: nameOfField(field.id), name: fieldName(field) })),
      ...tagset.flags.map((flag) => ({ id: `${flagPrefix}${flag.id}`, name: flagName(flag) })),
    ],
  };
}
