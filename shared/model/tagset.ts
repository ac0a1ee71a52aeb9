// The tagset: which spans and which card a project uses, as data. A project holds its own copy and may change it.

import type { EntityType } from "./entity.ts";

/** A colour in each theme, as `#rrggbb`. */
export interface ThemedColour {
  readonly light: string;
  readonly dark: string;
  readonly highContrast: string;
}

/** The form in which a type is drawn, so that colour is never alone in telling types apart. */
export type MarkForm = "ground" | "underline" | "double" | "dotted" | "dashed" | "wavy";

export interface SpanType {
  readonly id: string;
  readonly name: string;
  /** One sentence: what the analyst marks with it. */
  readonly description: string;
  /** The key that tags the selection, one character. */
  readonly key: string;
  readonly form: MarkForm;
  readonly colour: ThemedColour;
  /** What a selection grows to when it is tagged: whole words, or words together with the quotation marks around them. */
  readonly snap: "words" | "quotation";
  /** Whether its spans are mentions that point to an entity. */
  readonly refersToEntity: boolean;
  /** What an entity made from such a mention is taken for until somebody says otherwise; a person where absent. */
  readonly newEntityType?: EntityType;
}

/** One of the values that a choice field or a via role can take. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}

interface CardFieldBase {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Whether a card without a value is unfinished work. */
  readonly required?: boolean;
  /** The field is asked only while another one has one of these values; otherwise it keeps its default. */
  readonly when?: { readonly field: string; readonly is: readonly (string | boolean)[] };
}

/** A field of the card beside its slots. */
export type CardField =
  | (CardFieldBase & {
      readonly input: "choice";
      readonly choices: readonly Choice[];
      /** The id of a choice, or `null` when the field starts empty. */
      readonly default: string | null;
    })
  | (CardFieldBase & {
      readonly input: "switch";
      readonly default: boolean;
    });

/**
 * A field of the project's own for its entities, such as gender or party. A date is a day, a month or a year in ISO 8601. Of every field a
 * source may have declined to say (see `EntityValue`).
 */
export type EntityField = { readonly id: string; readonly name: string } & (
  | { readonly kind: "text" | "number" | "date" }
  | { readonly kind: "choice"; readonly choices: readonly Choice[] }
);

/** A slot of the card, and which span types fit into it. */
export interface Slot {
  readonly id: SlotId;
  readonly name: string;
  readonly accepts: readonly string[];
}

export type SlotId = "voice" | "cue" | "claim" | "via";

/**
 * A page of the guideline. One whose id is that of a span type, a field or a slot is opened from there; the first page is
 * the one to begin with. `text` is Markdown.
 */
export interface GuidelinePage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface Tagset {
  readonly id: string;
  readonly name: string;
  readonly spanTypes: readonly SpanType[];
  readonly slots: readonly Slot[];
  readonly viaRoles: readonly Choice[];
  readonly fields: readonly CardField[];
  readonly flags: readonly Choice[];
  /** How to tag, a page a subject. Absent where the project has not written its own (see `guidelineOf`). */
  readonly guideline?: readonly GuidelinePage[];
  /** The ids of the checks that the project does without; those of checks that are not there do nothing. */
  readonly checksOff?: readonly string[];
  /** Words of the project's own that say that something is said, and names that its articles know: suggestions go by them too. */
  readonly ownCues?: readonly string[];
  readonly ownNames?: readonly string[];
  /** The code of the language that all articles of the project are read by; absent: each tells its own (see `languageOfArticle`). */
  readonly articleLanguage?: string;
  /** What the project wants to know of its entities beyond what every project does. */
  readonly entityFields?: readonly EntityField[];
}

/** `undefined` for a type that the tagset does not have (any more). */
export function spanTypeOf(tagset: Tagset, id: string): SpanType | undefined {
  return tagset.spanTypes.find((type) => type.id === id);
}

/** The slots a span of this type fits into, in the order of the card. */
export function slotsFor(tagset: Tagset, spanType: string): readonly Slot[] {
  return tagset.slots.filter((slot) => slot.accepts.includes(spanType));
}

/** The type of a mark that is made for a slot. `speaker`: what the voice is, where it is the voice’s slot. */
export function typeForSlot(tagset: Tagset, slot: SlotId, speaker?: EntityType): SpanType | undefined {
  const accepts = tagset.slots.find(({ id }) => id === slot)?.accepts ?? [];
  const types = accepts.flatMap((id) => spanTypeOf(tagset, id) ?? []);
  const isThing = speaker === "document" || speaker === "outlet" || speaker === "platform";
  const typeOfThings = isThing ? types.find(({ newEntityType }) => newEntityType !== undefined) : undefined;
  return typeOfThings ?? types[0];
}

/** True when the field can take the value. A choice can be empty only where it starts empty. */
export function isValueOf(field: CardField, value: string | boolean | null): boolean {
  if (field.input === "switch") return typeof value === "boolean";
  return value === null ? field.default === null : field.choices.some(({ id }) => id === value);
}

/** Whether the card asks for this field, given the values of the others. */
export function isAsked(
  field: CardField,
  values: Readonly<Record<string, string | boolean | null>>,
): boolean {
  const { when } = field;
  if (!when) return true;
  const value = Object.hasOwn(values, when.field) ? values[when.field] : null;
  return value !== null && value !== undefined && when.is.includes(value);
}
