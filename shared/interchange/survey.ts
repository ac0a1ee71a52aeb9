// A survey of all articles, for a format that has to know something of them before it writes the first: names, labels and values, but
// nothing of any text.
import { factValues } from "./detail-values.ts";
import { attributionLabel, valueNames } from "./labels.ts";
import { nextPieceLabel } from "./pieces.ts";
import { provenanceIn } from "./provenance-value.ts";
import type { NamedValue, Standoff } from "./standoff.ts";

/** Lists are sorted, but annotators, who stand in the order in which they came. */
export interface Survey {
  readonly documents: number;
  readonly annotators: readonly (string | null)[];
  /** Of spans. */
  readonly labels: readonly string[];
  /** Of relations from cards, and of those from other spans. */
  readonly roles: readonly string[];
  readonly relations: readonly string[];
  /** By the names of values; of those that are texts of their own, none. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** The names of what is known of articles. */
  readonly facts: readonly string[];
  /** Whether a span stands in several pieces. */
  readonly hasPieces: boolean;
}

/** Whether it is said of one mark and hardly of another: a note, or how the mark came to be. */
const isTextOfItsOwn = ({ name, value }: NamedValue): boolean =>
  name === valueNames.note || (name === valueNames.provenance && provenanceIn(value) !== null);

interface Surveying {
  add(document: Standoff): void;
  result(): Survey;
}

export function startSurvey(): Surveying {
  let documents = 0;
  let hasPieces = false;
  const annotators = new Set<string | null>();
  const labels = new Set<string>();
  const roles = new Set<string>();
  const relations = new Set<string>();
  const values = new Map<string, Set<string>>();
  const facts = new Set<string>();
  return {
    add(document) {
      documents += 1;
      annotators.add(document.annotator);
      for (const { name } of factValues(document, "utf-16")) facts.add(name);
      const cards = new Set<string>();
      for (const { id, label, segments, values: own } of document.spans) {
        labels.add(label);
        if (label === attributionLabel) cards.add(id);
        if (segments.length > 1) hasPieces = true;
        for (const one of own) {
          const valuesOfName = values.get(one.name) ?? new Set();
          if (!isTextOfItsOwn(one)) valuesOfName.add(one.value);
          values.set(one.name, valuesOfName);
        }
      }
      for (const { label, from } of document.relations) (cards.has(from) ? roles : relations).add(label);
    },
    result: () => ({
      documents,
      annotators: [...annotators],
      labels: [...labels].sort(),
      roles: [...roles].sort(),
      relations: [...relations].sort(),
      values: new Map(
        [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, all]) => [name, [...all].sort()]),
      ),
      facts: [...facts].sort(),
      hasPieces,
    }),
  };
}

/** The relations of a format that ties the pieces of a span together. */
export function relationsWithTies({ roles, relations, hasPieces }: Survey): readonly string[] {
  return [...new Set([...roles, ...relations, ...(hasPieces ? [nextPieceLabel] : [])])].sort();
}
