// By what cards can be told apart in lists, whatever the article: the kind, every field of the tagset, flags, notes and what they lack. Each
// card has one or more values of each facet.
import type { Attribution, Kind } from "../model/attribution.ts";
import { memoize } from "../model/memoize.ts";
import { type CardField, isAsked, type Tagset } from "../model/tagset.ts";
import { message, type Text } from "../words/message.ts";
import { choiceName, fieldName, flagName } from "../words/tagset-words.ts";

export interface Facet<Of> {
  readonly id: string;
  readonly name: Text;
  /** The values in the order in which they are shown; `null` where they are what there is. */
  readonly values: readonly string[] | null;
  nameOf(value: string): Text;
  /** The values of one of them, the first of which sorts it. */
  of(item: Of): readonly string[];
}

/** A facet of very many items, most of which have their values alike. */
export interface KeyedFacet<Of> extends Facet<Of> {
  /** Items with the same key have the same values. */
  keyOf(item: Of): unknown;
}

/** What is looked at of a card. */
export interface CardFacts extends Pick<Attribution, "fields" | "flags" | "note"> {
  /** `null` for a card without a claim. */
  readonly kind: Kind | null;
  /** The slots without a mark that a card should have. */
  readonly lacks: readonly ("claim" | "voice" | "cue")[];
}

/** Stands for “not said”, “none”, “nothing”: no id, name or answer is the empty text. */
export const noValue = "";

export const cardFacets = (tagset: Tagset): readonly KeyedFacet<CardFacts>[] => [
  kindFacet,
  ...tagset.fields.map(fieldFacet),
  ...(tagset.flags.length > 0 ? [flagFacet(tagset)] : []),
  noteFacet,
  missingFacet(tagset),
];

const kinds = ["direct", "indirect", "mixed"] as const;

const kindFacet: KeyedFacet<CardFacts> = {
  id: "kind",
  name: message("cards.kind"),
  values: [...kinds, noValue],
  nameOf: (value) => {
    const kind = kinds.find((one) => one === value);
    return kind ? message(`cards.kind-${kind}`) : message("cards.no-claim");
  },
  of: ({ kind }) => [kind ?? noValue],
  keyOf: ({ kind }) => kind,
};

function fieldFacet(field: CardField): KeyedFacet<CardFacts> {
  const keyOf = ({ fields }: CardFacts): unknown => fields;
  const facetBase = { id: `field ${field.id}`, name: fieldName(field), keyOf };
  if (field.input === "switch")
    return {
      ...facetBase,
      values: ["yes", "no"],
      nameOf: (value) => message(value === "yes" ? "cards.yes" : "cards.no"),
      of: ({ fields }) => [fields[field.id] === true ? "yes" : "no"],
    };
  return {
    ...facetBase,
    values: [...field.choices.map(({ id }) => id), noValue],
    nameOf: (value) => {
      const choice = field.choices.find(({ id }) => id === value);
      return choice ? choiceName(field, choice) : message("ui.not-said");
    },
    of({ fields }) {
      const value = isAsked(field, fields) ? fields[field.id] : null;
      return [typeof value === "string" ? value : noValue];
    },
  };
}

function flagFacet({ flags }: Tagset): KeyedFacet<CardFacts> {
  return {
    id: "flag",
    name: message("cards.flag"),
    values: [...flags.map(({ id }) => id), noValue],
    nameOf: (value) => {
      const flag = flags.find(({ id }) => id === value);
      return flag ? flagName(flag) : message("cards.no-flag");
    },
    of: (card) => orNone(card.flags),
    keyOf: (card) =>
      card.flags[0] === undefined ? null : card.flags.length === 1 ? card.flags[0] : card.flags,
  };
}

const noteFacet: KeyedFacet<CardFacts> = {
  id: "note",
  name: message("cards.note"),
  values: ["yes", noValue],
  nameOf: (value) => message(value === "yes" ? "cards.has-note" : "cards.no-note"),
  of: ({ note }) => [note === "" ? noValue : "yes"],
  keyOf: ({ note }) => note === "",
};

const gaps = ["claim", "voice", "cue", "value"] as const;

/** What a card lacks: parts of it, or a value that the tagset requires. */
function missingFacet(tagset: Tagset): KeyedFacet<CardFacts> {
  const isIncomplete = memoize((fields: CardFacts["fields"]) =>
    tagset.fields.some((field) => lacksValue(field, fields)),
  );
  const lacks = ({ lacks: parts, fields }: CardFacts): readonly (typeof gaps)[number][] =>
    isIncomplete(fields) ? [...parts, "value"] : parts;
  return {
    id: "missing",
    name: message("cards.lacks"),
    values: [...gaps, noValue],
    nameOf: (value) => {
      const gap = gaps.find((one) => one === value);
      return gap ? message(`cards.lacks-${gap}`) : message("cards.lacks-nothing");
    },
    of: (card) => orNone(lacks(card)),
    keyOf: (card) => lacks(card).reduce((key, gap) => key + 2 ** gaps.indexOf(gap), 0),
  };
}

const lacksValue = (field: CardField, fields: CardFacts["fields"]): boolean =>
  (field.required ?? false) && isAsked(field, fields) && (fields[field.id] ?? null) === null;

export function orNone(values: readonly string[]): readonly string[] {
  const known = values.filter((value) => value !== noValue);
  return known.length > 0 ? known : [noValue];
}
