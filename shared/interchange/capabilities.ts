// The capabilities of a format, as data: the report of what an export loses, the dialog, `sayso formats` and the table in `docs/formats.md`
// are all made from it.

import { shortened } from "../model/shortened.ts";
import { type Message, message } from "../words/message.ts";
import type { OffsetUnit } from "./units.ts";

export interface Capabilities {
  /** What its offsets count; `words`: it has none, but a row a word; `none`: it gives no places in the text. */
  readonly unit: OffsetUnit | "words" | "none";
  /** A span in several pieces stays one span. */
  readonly segments: boolean;
  /** Which spans may share characters. */
  readonly overlaps: "all" | "other-labels" | "none";
  /** What ties spans together: the slots of cards, cards within cards. */
  readonly relations: boolean;
  /** Values on spans and cards: fields, notes, flags, entities, reasons. */
  readonly values: boolean;
  /** Whose annotations they are. */
  readonly annotators: boolean;
  /** Where a span may begin and end. */
  readonly edges: "anywhere" | "words" | "not-in-spaces";
  /** Whether spans may begin or end with a line end, or be parted by nothing else. */
  readonly lineEnds: boolean;
  /** `crlf`: every line end of the text is CR LF. */
  readonly textLineEnds: "any" | "crlf";
  /** Which characters the text may have. */
  readonly characters: "all" | "xml";
  /**
   * What is known of entities beside their names and types: in a record of each, as values of its first mention, or nowhere. What is known
   * of the article stands in every format.
   */
  readonly entityDetails: "records" | "values" | "none";
  /** How marks and cards came to be: in a place of its own, as a value of each, or nowhere. What was said of them stands in every format that is made of standoffs. */
  readonly provenance: "own" | "values" | "none";
  /** Which articles are in which sets of articles; absent: nowhere. */
  readonly articleSets?: true;
}

/** A format that holds all that a standoff has. Others are written as this with what is different. */
export const allOfStandoff: Capabilities = {
  unit: "utf-16",
  segments: true,
  overlaps: "all",
  relations: true,
  values: true,
  annotators: true,
  edges: "anywhere",
  lineEnds: true,
  textLineEnds: "any",
  characters: "all",
  entityDetails: "values",
  provenance: "values",
};

/** A row a word and a column a label, and nothing else. */
export const wordsInColumns: Capabilities = {
  ...allOfStandoff,
  unit: "words",
  segments: false,
  overlaps: "other-labels",
  relations: false,
  values: false,
  entityDetails: "none",
  provenance: "none",
  edges: "words",
};

// The loss of an export: what a format could not hold of what was given to it, how much of it, and a few examples.

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
