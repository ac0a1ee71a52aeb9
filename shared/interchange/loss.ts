// The loss of an export: what a format could not hold of what was given to it, how much of it, and a few examples.
import { shortened } from "../model/shortened.ts";
import { type Message, message } from "../words/message.ts";

/** What can be lost, in the order in which it is told. */
const lossKinds = [
  "segments",
  "overlaps",
  "edges",
  "spaces",
  "line-ends",
  "text-line-ends",
  "characters",
  "cards",
  "relations",
  "relation-values",
  "empty-cards",
  "unfinished-cards",
  "values",
  "entities",
  "entity-details",
  "entity-fields",
  "merged-entities",
  "annotators",
  "exclusions",
  "unlinked-spans",
  "types",
  "orphans",
  "remarks",
  "provenance",
  "metadata",
  "article-sets",
  "long-cells",
] as const;
export type LossKind = (typeof lossKinds)[number];

export interface Loss {
  readonly what: LossKind;
  readonly count: number;
  /** At most `mostExamples`, each short. */
  readonly examples: readonly string[];
}

const mostExamples = 3;
/** In code units. */
const longestExample = 60;

/** One sentence that says what is lost. */
export function lossMessage({ what, count }: Loss): Message {
  return message(`losses.${what}`, { count });
}

/** Gathers losses one by one. */
export interface LossCount {
  add(what: LossKind, example?: string, count?: number): void;
  /** In the order of `lossKinds`. */
  losses(): readonly Loss[];
}

export function lossCount(): LossCount {
  const lossesByKind = new Map<LossKind, { count: number; examples: string[] }>();
  return {
    add(what, example, count = 1) {
      if (count === 0 && !lossesByKind.has(what)) return;
      const entry = lossesByKind.get(what) ?? { count: 0, examples: [] };
      entry.count += count;
      const short = example === undefined ? "" : shortened(example, longestExample);
      if (short !== "" && entry.examples.length < mostExamples && !entry.examples.includes(short))
        entry.examples.push(short);
      lossesByKind.set(what, entry);
    },
    losses: () =>
      lossKinds.flatMap((what) => {
        const entry = lossesByKind.get(what);
        return entry ? [{ what, ...entry }] : [];
      }),
  };
}
