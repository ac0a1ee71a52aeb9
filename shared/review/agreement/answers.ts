// The annotators' answers about each aligned unit, as ratings: the same where the comparison finds no difference, else as its classes tell
// them apart. So a figure and the list of its disagreements never contradict each other.
import type { UnitRatings } from "../../agreement/ratings.ts";
import { spansIn } from "../../model/card-laws.ts";
import { entityBehind } from "../../model/entity.ts";
import type { Id } from "../../model/id.ts";
import { effectiveKind } from "../../model/kind.ts";
import { get } from "../../model/table.ts";
import type { SlotId, Tagset } from "../../model/tagset.ts";
import type { ComparedGroup } from "../comparison.ts";
import type { Aspect, Difference } from "../difference.ts";
import type { CompareChoice, ComparedArticle } from "./compared-article.ts";

export type How = "strict" | "lenient";

/** `group`: its number within the article. */
interface Answers {
  readonly group: number;
  readonly values: UnitRatings;
}

/** What is said where nothing is: nobody is named, nothing encloses it, no value is given. */
export const nothing = "–";

export function answersTo(
  question: RatedQuestion,
  article: ComparedArticle,
  { entities, tagset }: Pick<CompareChoice, "entities" | "tagset">,
  how: How,
): readonly Answers[] {
  const rawOf = reader(question, article, entities, tagset);
  return article.groups.flatMap((group, number): Answers[] => {
    if (group.kind !== question.of) return [];
    const raw = group.members.map((id, at) => (id === null ? null : rawOf(id, at)));
    if (raw.every((value) => value === null)) return [];
    const difference = differenceOn(question, group);
    const isSame = !difference || (how === "lenient" && difference.isPassed);
    return [{ group: number, values: isSame ? allLike(raw) : byClass(raw, difference) }];
  });
}

const differenceOn = (
  { aspect, field }: Pick<RatedQuestion, "aspect" | "field">,
  { differences }: ComparedGroup,
): Difference | undefined => differences.find((one) => one.aspect === aspect && one.field === field);

/** The first one's words for it stand for everybody's. */
function allLike(raw: UnitRatings): UnitRatings {
  const firstRating = raw.find((value) => value !== null) ?? null;
  return raw.map((value) => (value === null ? null : firstRating));
}

const byClass = (raw: UnitRatings, { classes }: Difference): UnitRatings =>
  raw.map((value, at) => {
    const firstIndex = classes.indexOf(classes[at] ?? null);
    return value === null ? null : (raw[firstIndex] ?? value);
  });

/** Answers `null` for a unit that the question is not asked of. */
function reader(
  { id: question, field }: RatedQuestion,
  { sets, text, groups }: ComparedArticle,
  entities: CompareChoice["entities"],
  tagset: Tagset,
): (id: Id, annotator: number) => string | null {
  const numbers = sets.map(() => new Map<Id, number>());
  for (const [number, { members }] of groups.entries())
    for (const [at, id] of members.entries()) if (id !== null) numbers[at]?.set(id, number);
  const mentions = new Set(tagset.spanTypes.filter((type) => type.refersToEntity).map(({ id }) => id));
  return (id, at) => {
    const annotationSet = sets[at];
    const span = annotationSet && get(annotationSet.spans, id);
    const card = annotationSet && get(annotationSet.attributions, id);
    if (span) {
      if (question === "type") return span.type;
      if (!mentions.has(span.type)) return null;
      return span.entity === undefined ? nothing : (entityBehind(entities, span.entity)?.id ?? span.entity);
    }
    if (!card) return null;
    if (question === "kind") return effectiveKind(card, annotationSet, text) ?? nothing;
    if (question === "about") {
      const ids = (card.about ?? []).map((one) => entityBehind(entities, one)?.id ?? one);
      return ids.length === 0 ? "{}" : [...new Set(ids)].sort().join("|");
    }
    if (question === "nesting")
      return card.within === null ? nothing : String(numbers[at]?.get(card.within) ?? card.within);
    if (field !== undefined) {
      const value = Object.hasOwn(card.fields, field) ? card.fields[field] : null;
      return value === null || value === undefined ? nothing : String(value);
    }
    const groupNumbers = spansIn(card, question as SlotId).map((span) =>
      String(numbers[at]?.get(span) ?? span),
    );
    return groupNumbers.length === 0 ? "{}" : groupNumbers.sort().join("|");
  };
}

// The questions that can be asked of aligned units: in what sense do annotators agree? Each question is one thing that they say of a unit,
// or where they marked at all.

/** `marks`: which stretches everybody marked as what; `characters`: the same, character by character. */
type PlacedQuestionId = "marks" | "characters";
/** One thing that is said of a unit; `field:…` names a field of the card. */
type RatedQuestionId = "type" | "entity" | "kind" | "about" | "nesting" | SlotId | `field:${string}`;
export type QuestionId = PlacedQuestionId | RatedQuestionId;

/** A question of units that are aligned first. */
export interface RatedQuestion {
  readonly id: RatedQuestionId;
  readonly of: "span" | "card";
  readonly aspect: Aspect;
  readonly field?: string;
  /** How what is said is told apart: as one of few categories, one of many, or as a set. */
  readonly scale: "category" | "open" | "set";
}

/** Those of a tagset, in the order in which they are shown. */
export function ratedQuestions({ fields }: Tagset): readonly RatedQuestion[] {
  return [
    { id: "type", of: "span", aspect: "type", scale: "category" },
    { id: "entity", of: "span", aspect: "entity", scale: "open" },
    { id: "kind", of: "card", aspect: "kind", scale: "category" },
    { id: "voice", of: "card", aspect: "voice", scale: "set" },
    { id: "cue", of: "card", aspect: "cue", scale: "open" },
    { id: "claim", of: "card", aspect: "claim", scale: "open" },
    { id: "via", of: "card", aspect: "via", scale: "set" },
    { id: "about", of: "card", aspect: "about", scale: "set" },
    { id: "nesting", of: "card", aspect: "nesting", scale: "open" },
    ...fields.map(
      ({ id }): RatedQuestion => ({
        id: `field:${id}`,
        of: "card",
        aspect: "field",
        field: id,
        scale: "category",
      }),
    ),
  ];
}

export const questionIds = (tagset: Tagset): readonly QuestionId[] => [
  "marks",
  "characters",
  ...ratedQuestions(tagset).map(({ id }) => id),
];
