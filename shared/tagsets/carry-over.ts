// Carries one annotator's set from a tagset to another: the change after which every record holds to the new one. What it
// removes stands in the change, so that its inverse brings it back.
import { isEmptyCard, removeCards, slotsWith, withoutSpan, withoutSpanIn } from "../commands/card-slots.ts";
import type { CommandContext } from "../commands/command.ts";
import { type Draft, draftOf } from "../commands/draft.ts";
import type { Attribution, FieldValue } from "../model/attribution.ts";
import type { Change } from "../model/change.ts";
import type { Id } from "../model/id.ts";
import type { Span } from "../model/span.ts";
import { records } from "../model/table.ts";
import { type CardField, isValueOf, slotsFor, spanTypeOf, type Tagset } from "../model/tagset.ts";
import { getOwn, type TagsetMoves } from "../model/tagset-moves.ts";

interface CarryOver {
  /** The tagset that the set holds to now. */
  readonly before: Tagset;
  readonly after: Tagset;
  readonly moves: TagsetMoves;
}

/** The change; empty when nothing of the set is touched. A span whose type neither tagset knows stays as it is. */
export function carryOver(
  { annotations, now }: Pick<CommandContext, "annotations" | "now">,
  how: CarryOver,
): Change {
  const draft = draftOf({ annotations, now, focus: { span: null, card: null } });
  const { set } = annotations;
  for (const span of records(set.spans)) carrySpan(draft, span, how);
  for (const card of records(set.attributions)) {
    const fittingCard = withFittingSlots(draft, card, how);
    draft.attributions.put({
      ...fittingCard,
      fields: fieldsAfter(card, how),
      flags: flagsAfter(card, how),
    });
  }
  const emptied = [...records(set.attributions)].filter((card) => {
    const carriedCard = draft.attributions.get(card.id);
    return carriedCard !== undefined && isEmptyCard(carriedCard) && !isEmptyCard(card);
  });
  removeCards(draft, set, new Set(emptied.map(({ id }) => id)));
  const outcome = draft.outcome();
  return "change" in outcome ? outcome.change : {};
}

function carrySpan(draft: Draft, span: Span, { before, after, moves }: CarryOver): void {
  if (!spanTypeOf(before, span.type) && !spanTypeOf(after, span.type)) return;
  const type = spanTypeOf(after, span.type) ? span.type : (getOwn(moves.types, span.type) ?? null);
  if (type === null) {
    draft.spans.remove(span.id);
    return;
  }
  const { entity, ...rest } = span;
  const keepsEntity = entity !== undefined && spanTypeOf(after, type)?.refersToEntity === true;
  draft.spans.put({ ...rest, type, ...(keepsEntity ? { entity } : {}) });
}

/** The card without spans that are gone or that its slots no longer take, and with roles of the new tagset. */
function withFittingSlots(draft: Draft, card: Attribution, { after, moves }: CarryOver): Attribution {
  const ids: readonly Id[] = [
    ...new Set([
      ...card.voice,
      ...[card.cue, card.claim].flatMap((id) => id ?? []),
      ...card.via.map(({ span }) => span),
    ]),
  ];
  const fitting = ids.reduce((kept, id) => {
    const span = draft.spans.get(id);
    if (!span) return withoutSpan(kept, id);
    const takes = slotsFor(after, span.type).map((slot) => slot.id);
    return slotsWith(kept, id)
      .filter((slot) => !takes.includes(slot))
      .reduce((rest, slot) => withoutSpanIn(rest, slot, id), kept);
  }, card);
  const roles = new Set(after.viaRoles.map(({ id }) => id));
  const via = fitting.via.flatMap((link) => {
    const role = roles.has(link.role) ? link.role : getOwn(moves.roles, link.role);
    return role !== undefined && roles.has(role) ? [{ ...link, role }] : [];
  });
  return { ...fitting, via };
}

function fieldsAfter(card: Attribution, { after, moves }: CarryOver): Attribution["fields"] {
  return Object.fromEntries(
    after.fields.map((field) => [field.id, valueAfter(field, getOwn(card.fields, field.id), moves)]),
  );
}

function valueAfter(field: CardField, value: FieldValue | undefined, moves: TagsetMoves): FieldValue {
  if (value !== undefined && isValueOf(field, value)) return value;
  const moved = typeof value === "string" ? getOwn(getOwn(moves.values, field.id) ?? {}, value) : undefined;
  return moved !== undefined && isValueOf(field, moved) ? moved : field.default;
}

function flagsAfter(card: Attribution, { after, moves }: CarryOver): readonly string[] {
  const hasFlag = (id: string): boolean => after.flags.some((flag) => flag.id === id);
  const flags = card.flags.flatMap((id) => {
    const flag = hasFlag(id) ? id : getOwn(moves.flags, id);
    return flag !== undefined && flag !== null && hasFlag(flag) ? [flag] : [];
  });
  return [...new Set(flags)];
}

/** What a person wants to know of a migration before it is made: how much of each kind of thing it does. */
export interface CarryOverCounts {
  readonly spansRetyped: number;
  readonly spansRemoved: number;
  readonly entitiesUnlinked: number;
  readonly cardsChanged: number;
  readonly cardsRemoved: number;
  /** Links of cards to spans that stay, but no longer fit where they were. */
  readonly linksRemoved: number;
}

export const noCounts: CarryOverCounts = {
  spansRetyped: 0,
  spansRemoved: 0,
  entitiesUnlinked: 0,
  cardsChanged: 0,
  cardsRemoved: 0,
  linksRemoved: 0,
};

/** Counts what a change of `carryOver` does. */
export function countsOfCarryOver({ spans, attributions }: Change): CarryOverCounts {
  const removedSpanIds = new Set(spans?.removed.map(({ id }) => id));
  const retyped = spans?.updated ?? [];
  const cards = attributions?.updated ?? [];
  return {
    spansRetyped: retyped.filter(({ from, to }) => from.type !== to.type).length,
    spansRemoved: removedSpanIds.size,
    entitiesUnlinked: retyped.filter(({ from, to }) => from.entity !== undefined && to.entity === undefined)
      .length,
    cardsChanged: cards.length,
    cardsRemoved: attributions?.removed.length ?? 0,
    linksRemoved: cards.reduce(
      (sum, { from, to }) =>
        sum +
        linksOf(from).filter((link) => !linksOf(to).includes(link) && !removedSpanIds.has(spanOf(link)))
          .length,
      0,
    ),
  };
}

const linksOf = ({ voice, cue, claim, via }: Attribution): string[] => [
  ...voice.map((id) => `voice ${id}`),
  ...(cue === null ? [] : [`cue ${cue}`]),
  ...(claim === null ? [] : [`claim ${claim}`]),
  ...via.map(({ span }) => `via ${span}`),
];

const spanOf = (link: string): Id => link.slice(link.indexOf(" ") + 1);

/** Cards of other annotators and articles are summed up the same way. */
export function sumOfCounts(all: readonly CarryOverCounts[]): CarryOverCounts {
  return all.reduce(
    (sum, one) => ({
      spansRetyped: sum.spansRetyped + one.spansRetyped,
      spansRemoved: sum.spansRemoved + one.spansRemoved,
      entitiesUnlinked: sum.entitiesUnlinked + one.entitiesUnlinked,
      cardsChanged: sum.cardsChanged + one.cardsChanged,
      cardsRemoved: sum.cardsRemoved + one.cardsRemoved,
      linksRemoved: sum.linksRemoved + one.linksRemoved,
    }),
    noCounts,
  );
}
