// Whoever decides every conflict as one annotator has it, and accepts what is unanimous, has that annotator's set: in every field of
// the model but ids and provenance, and but for the kinds of record that stay with their annotator, each with its reason.
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type AnnotationSetJson,
  type Annotations,
  setToJson,
} from "../../../../shared/model/annotation-set.ts";
import { type Appearance, rolesIn } from "../../../../shared/model/appearance.ts";
import type { ArticleText } from "../../../../shared/model/article-text.ts";
import type { Attribution } from "../../../../shared/model/attribution.ts";
import { aboutOf } from "../../../../shared/model/card-about.ts";
import { type Entity, entityBehind } from "../../../../shared/model/entity.ts";
import type { Exclusion } from "../../../../shared/model/exclusion.ts";
import { effectiveKind } from "../../../../shared/model/kind.ts";
import type { Selector } from "../../../../shared/model/selector.ts";
import type { Span } from "../../../../shared/model/span.ts";
import { acceptable } from "../../../../shared/review/accept.ts";
import {
  decideExclusions,
  openExclusions,
  unanimousExclusions,
} from "../../../../shared/review/decide/exclusions.ts";
import { acceptTogether, decideConflict } from "../../../../shared/review/decide/index.ts";
import { decideRoles, openRoles, unanimousRoles } from "../../../../shared/review/decide/roles.ts";
import { isOpen, queueOf } from "../../../../shared/review/questions.ts";
import { cardUnitsOf, spanUnitsOf } from "../../../../shared/review/review-unit.ts";
import { stateAfter } from "../../../helpers/outcome.ts";
import { ending } from "../../../helpers/random-commands.ts";
import { runs } from "../../../helpers/tier.ts";
import { stepOf, twoSidesOf } from "../two-sides.ts";
import { deciderOf, randomReview, reviewOfSides, sampleReview, type UnderReview } from "./reviews.ts";

/** How a field is held against the annotator's: a field of the model that is in none of these tables does not compile. */
type Held<T> = {
  readonly [Field in keyof Required<T>]: "is theirs" | "counts as theirs" | "is the curation's own";
};

const spanFields: Held<Span> = {
  id: "is the curation's own",
  type: "is theirs",
  segments: "is theirs",
  // Merged into another one, or that one itself: both are the same. So are those without a name whom each entered under an id of their own.
  entity: "counts as theirs",
  provenance: "is the curation's own",
};
const exclusionFields: Held<Exclusion> = {
  id: "is the curation's own",
  segment: "is theirs",
  reason: "is theirs",
};
const appearanceFields: Held<Appearance> = {
  // It follows from the entity.
  id: "counts as theirs",
  entity: "counts as theirs",
  role: "is theirs",
};
/** What a set holds beside: either compared here, or left with its annotator, as docs/review.md says and why. */
const setFields: {
  readonly [Field in keyof Required<AnnotationSetJson>]: "is theirs" | "stays with them" | "of the set";
} = {
  articleId: "of the set",
  annotatorId: "of the set",
  textHash: "of the set",
  decisions: "of the set",
  spans: "is theirs",
  attributions: "is theirs",
  exclusions: "is theirs",
  appearances: "is theirs",
  waivers: "stays with them",
  remarks: "stays with them",
  progress: "stays with them",
  rejections: "stays with them",
  orphans: "stays with them",
};
const cardFields: Held<Attribution> = {
  id: "is the curation's own",
  voice: "is theirs",
  cue: "is theirs",
  claim: "is theirs",
  via: "is theirs",
  within: "is theirs",
  // Merged into another one, or that one itself: both are the same.
  about: "counts as theirs",
  // Said by hand, or read off the quotation marks: what comes of both is one kind.
  kind: "counts as theirs",
  fields: "is theirs",
  note: "is theirs",
  flags: "is theirs",
  provenance: "is the curation's own",
};

const taken = <T extends object>(record: T, held: Held<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(record).filter(([field]) => held[field as keyof T] === "is theirs"),
  ) as Partial<T>;

/** All of an entity that has a name; of another one what a reader sees of it. */
const seenOf = (entity: Entity | undefined) =>
  entity && entity.naming !== "named"
    ? { type: entity.type, naming: entity.naming, name: entity.name.toLowerCase() }
    : entity;

/** The set with what each id stands for in its place, in an order that content alone gives. */
function content({ set, entities }: Annotations, text: ArticleText): unknown {
  const json = setToJson(set);
  const places = (segments: readonly Selector[]) =>
    segments.map(({ start, end, quote }) => ({ start, end, quote }));
  const spans = new Map(
    json.spans.map((span) => [
      span.id,
      {
        ...taken(span, spanFields),
        segments: places(span.segments),
        entity: span.entity && seenOf(entityBehind(entities, span.entity)),
      },
    ]),
  );
  const cards = new Map(json.attributions.map((card) => [card.id, card]));
  const span = (id: string | null) => (id === null ? null : spans.get(id));
  const card = (id: string | null): unknown => {
    const one = id === null ? undefined : cards.get(id);
    if (!one) return null;
    return {
      ...taken(one, cardFields),
      kind: effectiveKind(one, set, text),
      voice: sorted(one.voice.map(span)),
      cue: span(one.cue),
      claim: span(one.claim),
      via: sorted(one.via.map((via) => ({ ...via, span: span(via.span) }))),
      within: card(one.within),
      about: sorted(aboutOf(one, entities).map(seenOf)),
      flags: [...one.flags].sort(),
    };
  };
  return {
    spans: sorted([...spans.values()]),
    cards: sorted([...cards.keys()].map(card)),
    roles: sorted(
      [...rolesIn(set, entities)].map(([id, role]) => ({
        ...taken({ id, entity: id, role }, appearanceFields),
        of: seenOf(entityBehind(entities, id)),
      })),
    ),
    // The same stretch twice by one person is one.
    exclusions: sorted([
      ...new Map(
        [...json.exclusions]
          .reverse()
          .map((one) => [
            `${one.segment.start} ${one.segment.end}`,
            { ...taken(one, exclusionFields), segment: places([one.segment]) },
          ]),
      ).values(),
    ]),
  };
}

const sorted = <T>(all: readonly T[]): T[] =>
  [...all].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

function curatedAs(under: UnderReview, member: number): Annotations {
  const { review } = under;
  const decider = deciderOf(under.text);
  let state = under.start;
  // A span can become a question of its own when the card is rejected that it was a part of.
  for (let round = 0; round < 5; round += 1)
    for (const { group } of queueOf(review, state.set).conflicts.filter(isOpen)) {
      const context = decider(state);
      state = stateAfter(
        context,
        decideConflict.run(context, { review, group, choice: { how: "take", member } }),
      );
    }
  const { accepted } = acceptable(review, queueOf(review, state.set), {
    threshold: review.annotators.length,
    audited: 0,
    seed: "",
    notesFrom: member,
  });
  const context = decider(state);
  const outcome = acceptTogether.run(context, {
    review,
    accepted: accepted.map(({ question, member: by }) => ({ group: question.group, member: by })),
    exclusions: unanimousExclusions(review, state.set),
    roles: unanimousRoles(review, state),
  });
  if (!("refusal" in outcome)) state = stateAfter(context, outcome);
  const verdicts = openExclusions(review, state.set).map((question) => ({
    question,
    taken: question.members[member] ? member : null,
  }));
  const last = decider(state);
  const decided = decideExclusions.run(last, { review, verdicts });
  if (!("refusal" in decided)) state = stateAfter(last, decided);
  const roles = openRoles(review, state).map((question) => ({
    question,
    taken: question.roles[member] ? member : null,
  }));
  const ofRoles = decider(state);
  const outcomeOfRoles = decideRoles.run(ofRoles, { review, verdicts: roles });
  return "refusal" in outcomeOfRoles ? state : stateAfter(ofRoles, outcomeOfRoles);
}

/** Of one mention the first says whom it is of, and the second merges whom it was of into the same. */
const entityMerged = reviewOfSides(
  twoSidesOf(
    { text: ending, prepared: true, steps: [] },
    [stepOf("link-entity", [1, 7, 1, 0])],
    [stepOf("merge-entities", [1, 1, 1, 0, 0, 1, 0])],
  ),
);

it.each([0, 1])("everything decided as annotator %i has it is their set in every field", (member) => {
  const check = (under: UnderReview): void => {
    const theirs = under.review.sets[member];
    if (!theirs) throw new RangeError("No such set.");
    // Of two cards in the same place nobody could say which is which.
    for (const { set } of under.review.sets) {
      const keys = [...cardUnitsOf(set), ...spanUnitsOf(set)].map(({ kind, key }) => `${kind} ${key}`);
      fc.pre(new Set(keys).size === keys.length);
    }
    const state = curatedAs(under, member);
    const { conflicts, agreed } = queueOf(under.review, state.set);
    expect([...conflicts, ...agreed].filter(isOpen)).toEqual([]);
    for (const [field, held] of Object.entries(setFields))
      if (held === "stays with them") expect(setToJson(state.set)).not.toHaveProperty(field);
    expect([...openExclusions(under.review, state.set)]).toEqual([]);
    expect([...openRoles(under.review, state)]).toEqual([]);
    expect(content(state, under.text)).toEqual(content(theirs, under.text));
  };
  check(sampleReview(["Ann", "Bea", "Cem"]));
  check(sampleReview(["Ann", "Bea", "Cem"], 1));
  fc.assert(fc.property(randomReview, check), { numRuns: runs(60), examples: [[entityMerged]] });
});
