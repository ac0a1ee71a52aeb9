// By what cards can be told apart in a list: the voice's entity, the kind, every field of the tagset, flags, notes and what
// they lack. Each card has one or more values of each facet.
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { entityBehind } from "../../../shared/model/entity.ts";
import { get } from "../../../shared/model/table.ts";
import { type CardField, isAsked, type Tagset } from "../../../shared/model/tagset.ts";
import { message, type Text } from "../../../shared/words/message.ts";
import { choiceName, fieldName, flagName } from "../../../shared/words/tagset-words.ts";
import { summaryOf } from "../cards/card-summary.ts";

export interface Facet {
  readonly id: string;
  readonly name: Text;
  /** The values in the order in which they are shown; `null` where they are what the cards have. */
  readonly values: readonly string[] | null;
  nameOf(value: string): Text;
  /** The card's values, the first of which sorts it. */
  of(card: Attribution): readonly string[];
}

interface FacetContext {
  readonly annotations: Annotations;
  readonly text: ArticleText;
  readonly tagset: Tagset;
}

/** Stands for "not said", "none", "nothing": no id of ours is like it. */
const noValue = "-";

export function facetsOf(context: FacetContext): readonly Facet[] {
  return [
    voiceFacet(context),
    kindFacet(context),
    ...context.tagset.fields.map(fieldFacet),
    ...(context.tagset.flags.length > 0 ? [flagFacet(context)] : []),
    noteFacet,
    missingFacet(context),
  ];
}

function voiceFacet({ annotations: { set, entities } }: FacetContext): Facet {
  return {
    id: "voice",
    name: message("cards.voice"),
    values: null,
    nameOf: (id) =>
      id === noValue
        ? message("cards.nobody")
        : (entityBehind(entities, id)?.name ?? message("cards.nobody")),
    of: (card) =>
      orNone([
        ...new Set(
          card.voice.flatMap((span) => {
            const entity = get(set.spans, span)?.entity;
            return (entity === undefined ? undefined : entityBehind(entities, entity)?.id) ?? [];
          }),
        ),
      ]),
  };
}

const kinds = ["direct", "indirect", "mixed"] as const;

function kindFacet({ annotations, text, tagset }: FacetContext): Facet {
  return {
    id: "kind",
    name: message("cards.kind"),
    values: [...kinds, noValue],
    nameOf: (value) => {
      const kind = kinds.find((one) => one === value);
      return kind ? message(`cards.kind-${kind}`) : message("cards.no-claim");
    },
    of: (card) => [summaryOf(card, annotations, { text, tagset }).kind ?? noValue],
  };
}

function fieldFacet(field: CardField): Facet {
  const facetBase = { id: `field ${field.id}`, name: fieldName(field) };
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

function flagFacet({ tagset: { flags } }: FacetContext): Facet {
  return {
    id: "flag",
    name: message("cards.flag"),
    values: [...flags.map(({ id }) => id), noValue],
    nameOf: (value) => {
      const flag = flags.find(({ id }) => id === value);
      return flag ? flagName(flag) : message("cards.no-flag");
    },
    of: (card) => orNone(card.flags),
  };
}

const noteFacet: Facet = {
  id: "note",
  name: message("cards.note"),
  values: ["yes", noValue],
  nameOf: (value) => message(value === "yes" ? "cards.has-note" : "cards.no-note"),
  of: ({ note }) => [note === "" ? noValue : "yes"],
};

const gaps = ["claim", "voice", "cue", "value"] as const;

/** What a card lacks: parts of it, or a value that the tagset requires. */
function missingFacet({ tagset }: FacetContext): Facet {
  const lacks = (card: Attribution): readonly (typeof gaps)[number][] => [
    ...(card.claim === null ? (["claim"] as const) : []),
    ...(card.voice.length === 0 ? (["voice"] as const) : []),
    ...(card.cue === null ? (["cue"] as const) : []),
    ...(tagset.fields.some((field) => lacksValue(field, card)) ? (["value"] as const) : []),
  ];
  return {
    id: "missing",
    name: message("cards.lacks"),
    values: [...gaps, noValue],
    nameOf: (value) => {
      const gap = gaps.find((one) => one === value);
      return gap ? message(`cards.lacks-${gap}`) : message("cards.lacks-nothing");
    },
    of: (card) => orNone(lacks(card)),
  };
}

const lacksValue = (field: CardField, { fields }: Attribution): boolean =>
  (field.required ?? false) && isAsked(field, fields) && (fields[field.id] ?? null) === null;

const orNone = (values: readonly string[]): readonly string[] => (values.length > 0 ? values : [noValue]);
