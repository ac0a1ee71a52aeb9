// The words for what the invariants find: what is wrong with a record, and what to do about it.
import type { Violation, ViolationCode } from "../model/violation.ts";
import type { Explanation } from "./explanation.ts";

type Words = (detail: Violation["detail"]) => readonly [what: string, advice: string];

const again = "Tag it again in Sayso, or take a fresh export.";
const takeFresh = "Take a fresh export from the project it came from.";

const words: Readonly<Record<ViolationCode, Words>> = {
  "article-differs": ({ article }) => [`The set belongs to another article (${article}).`, takeFresh],
  "annotator-unknown": () => [
    "The set's annotator is not among the annotators.",
    "Add the annotator with a name to the annotators.",
  ],
  "id-malformed": ({ id }) => [
    `“${id}” is not an id of Sayso's.`,
    "Ids are 1 to 32 lower-case letters and digits 2 to 7.",
  ],
  "id-not-unique": ({ other }) => [
    `Its id is also used among the ${other}.`,
    "Give one of the two a new id.",
  ],
  "segments-empty": () => ["The span has no segment.", "Remove the span or give it a segment."],
  "segment-outside-text": ({ start, end }) => [
    `${start} to ${end} is not a stretch of the text.`,
    "Count offsets in UTF-16 code units from 0, the end after the start and not past the text.",
  ],
  "segment-cuts-character": ({ start, end }) => [
    `${start} to ${end} cuts a character in two.`,
    "Move the offset to the character's start or end.",
  ],
  "quote-differs": ({ start, end }) => [
    `The text from ${start} to ${end} is not the quote.`,
    "Check the unit of the offsets, and that the text is the one they were made for.",
  ],
  "context-differs": () => ["The prefix or suffix is not what stands around the quote.", takeFresh],
  "segments-unsorted": () => ["The segments are not in reading order.", "Sort them by their start."],
  "segments-overlap": () => ["Two segments of the span overlap.", "Join them into one."],
  "segments-touch": () => ["Two segments of the span touch.", "Join them into one."],
  "type-unknown": ({ type }) => [`The tagset has no span type “${type}”.`, "Add the type to the tagset."],
  "type-takes-no-entity": ({ type }) => [
    `A span of the type “${type}” refers to nobody, yet has an entity.`,
    "Remove the span's entity.",
  ],
  "entity-missing": ({ entity }) => [
    `The entity ${entity} is not in the registry.`,
    "Add the entity, or remove it from the span.",
  ],
  "annotator-differs": ({ annotator }) => [
    `The record says that ${annotator} made it, who is not the set's annotator.`,
    "Mark its origin as imported or curated.",
  ],
  "span-missing": ({ slot, span }) => [`The ${slot} refers to the span ${span}, which is not there.`, again],
  "slot-refuses-type": ({ slot, type }) => [
    `The ${slot} holds a span of the type “${type}”, which does not fit there.`,
    "Change the span's type or take it out of the slot.",
  ],
  "slot-repeats-span": ({ slot, span }) => [`The ${slot} holds the span ${span} twice.`, "Keep it once."],
  "via-role-unknown": ({ role }) => [
    `The tagset has no via role “${role}”.`,
    "Choose one of the tagset's roles, or add it there.",
  ],
  "within-missing": ({ within }) => [
    `It lies within the attribution ${within}, which is not there.`,
    "Set “within” to null or to an attribution of the set.",
  ],
  "within-cycle": ({ within }) => [
    `It lies within the attribution ${within}, which lies within it.`,
    "Set “within” of one of them to null.",
  ],
  "field-unknown": ({ field }) => [`The tagset has no field “${field}”.`, "Add it there or leave it out."],
  "field-missing": ({ field }) => [`The field “${field}” has no value.`, "Give it one, if only its default."],
  "field-value-unknown": ({ field, value }) => [
    `The field “${field}” cannot have the value “${value}”.`,
    "Choose one of the values of the tagset.",
  ],
  "flag-unknown": ({ flag }) => [`The tagset has no flag “${flag}”.`, "Add it there or leave it out."],
  "note-too-long": ({ length }) => [`The note has ${length} characters, which is too long.`, "Shorten it."],
  "claim-missing": () => ["The attribution has no claim yet.", "Give it the span of what is said."],
  "voice-and-cue-missing": () => [
    "The attribution has neither a voice nor a cue yet.",
    "Give it one of the two.",
  ],
  "name-empty": () => ["The entity has no name.", "Give it a name."],
  "alias-empty": () => ["The entity has an empty alias.", "Remove it."],
  "alias-is-name": ({ alias }) => [`The alias “${alias}” is the entity's name.`, "Remove the alias."],
  "alias-repeated": ({ alias }) => [`The alias “${alias}” stands there twice.`, "Keep it once."],
  "merged-into-missing": ({ entity }) => [
    `It was merged into the entity ${entity}, which is not in the registry.`,
    "Add that entity, or remove “mergedInto”.",
  ],
  "merge-circle": () => [
    "The entity was merged into one that was merged into it.",
    "Remove “mergedInto” from one of the two.",
  ],
};

/** What is wrong, and what to do, in one sentence each. */
export function explainViolation({ code, detail }: Violation): Explanation {
  const [what, advice] = words[code](detail);
  return { what, advice };
}
