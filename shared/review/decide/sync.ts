// Brings the curated set from what earlier decisions wanted to what the present ones want: first what goes, then spans, then the
// cards that hold them, then what hangs together anew.
import type { CommandContext } from "../../commands/command.ts";
import type { Draft } from "../../commands/draft.ts";
import type { Attribution } from "../../model/attribution.ts";
import type { Id } from "../../model/id.ts";
import type { Provenance } from "../../model/provenance.ts";
import { joinRanges, type Range } from "../../model/range.ts";
import { sameValue } from "../../model/same-value.ts";
import { selectorOf, splitsSurrogatePair } from "../../model/selector.ts";
import type { Span } from "../../model/span.ts";
import { get, has } from "../../model/table.ts";
import { isValueOf, type SlotId } from "../../model/tagset.ts";
import { type CuratedRecords, slots } from "./curated-records.ts";
import {
  type DecidedCard,
  type DecidedMarks,
  type DecidedSpan,
  nearestCard,
  nearestSpan,
  spanAsHad,
  type Verdict,
} from "./decided-marks.ts";
import { groupIndexOf, type Review } from "./review.ts";
import { slotIndexOf } from "./slot-index.ts";

interface Syncing {
  readonly context: CommandContext;
  readonly review: Review;
  readonly draft: Draft;
  readonly standing: CuratedRecords;
  readonly before: DecidedMarks;
  readonly after: DecidedMarks;
  /** Whether it was decided that nothing belongs here. */
  isGone(group: number): boolean;
}

export function syncWith(syncing: Syncing, verdicts: readonly Verdict[], at: string): void {
  const { review, standing, before, after } = syncing;
  const { groups } = review.comparison;
  const verdictOn = new Map(verdicts.map((verdict) => [verdict.group, verdict]));
  const cards = [...verdictOn.keys()].filter((number) => groups[number]?.kind === "card").sort(byNumber);
  const along = new Set(cards.flatMap((number) => slotIndexOf(review).spansOf(number)));
  const spans = [
    ...new Set([...verdictOn.keys()].filter((number) => groups[number]?.kind === "span").concat([...along])),
  ].sort(byNumber);

  for (const number of cards) if (after.card(number) === null) removeCard(syncing, number);
  const moved: number[] = [];
  for (const number of spans) {
    const verdict = verdictOn.get(number);
    const newSpan = wantedSpan(syncing, number, verdict);
    if (newSpan === "as-it-stands") continue;
    // By hand it may have become something else, which only a decision on it undoes.
    if (!verdict && sameValue(before.span(number), newSpan) && (standing.span(number) || !newSpan)) continue;
    if (newSpan) putSpan(syncing, number, newSpan, at);
    moved.push(number);
  }
  for (const number of cards) {
    const wantedCard = after.card(number);
    if (wantedCard === "as-it-stands") beginByHand(syncing, number, at);
    else if (wantedCard) putCard(syncing, number, wantedCard, at);
  }
  for (const number of moved) {
    if (!wantedSpan(syncing, number, verdictOn.get(number))) removeSpan(syncing, number);
    else relinkSpan(syncing, number);
  }
  for (const number of cards) relinkWithin(syncing, number);
}

const byNumber = (a: number, b: number): number => a - b;

function wantedSpan({ review, after, standing }: Syncing, number: number, verdict: Verdict | undefined) {
  const group = review.comparison.groups[number];
  if (verdict?.choice?.how !== "edit" || !group) return after.span(number);
  return verdict.choice.span ?? (standing.span(number) ? "as-it-stands" : nearestSpan(review, group));
}

/** The groups of the cards that hold a group's spans, or that lie within a group's cards. */
function usersOfMembers(review: Review, number: number): number[] {
  const { cards } = groupIndexOf(review);
  const members = review.comparison.groups[number]?.members ?? [];
  const users = members.flatMap((id, at) => {
    const annotationSet = review.sets[at]?.set;
    const by = id !== null && annotationSet ? (get(annotationSet.uses, id)?.by ?? []) : [];
    return by.flatMap((user) => cards[at]?.get(user) ?? []);
  });
  return [...new Set(users)].sort(byNumber);
}

function stamped({ context, review }: Syncing, number: number, at: string): Provenance {
  const parents = review.comparison.groups[number]?.members.filter((id) => id !== null) ?? [];
  return { annotator: context.annotator, at, origin: { by: "curated", parents: [...new Set(parents)] } };
}

function putSpan(syncing: Syncing, number: number, { type, ranges, entity }: DecidedSpan, at: string): void {
  const { context, standing } = syncing;
  const { tagset, text } = context;
  const spanType = tagset.spanTypes.find(({ id }) => id === type);
  // Of another tagset or another text; on its own it is refused, and a card goes without it.
  if (!spanType || !isInText(ranges, text.text)) return;
  const isKnown = entity !== null && spanType.refersToEntity && has(context.annotations.entities, entity);
  const span: Span = {
    id: standing.span(number)?.id ?? context.newId(),
    type,
    segments: joinRanges(ranges).map((range) => selectorOf(text.text, range)),
    ...(isKnown ? { entity } : {}),
    provenance: stamped(syncing, number, at),
  };
  standing.putSpan(number, span);
  dropWhere(syncing, span.id, (slot) => !accepts(syncing, slot, span));
}

/** Whether these are stretches of the text that cut no character in two. */
export const isInText = (ranges: readonly Range[], text: string): boolean =>
  ranges.length > 0 &&
  ranges.every(
    ({ start, end }) =>
      start >= 0 &&
      start < end &&
      end <= text.length &&
      !splitsSurrogatePair(text, start) &&
      !splitsSurrogatePair(text, end),
  );

const accepts = ({ context }: Syncing, slot: SlotId, { type }: Span): boolean =>
  context.tagset.slots.find(({ id }) => id === slot)?.accepts.includes(type) ?? false;

/** Takes a span out of the slots of these kinds. */
function dropWhere({ standing }: Syncing, span: Id, isWhere: (slot: SlotId) => boolean): void {
  for (const card of standing.holding(span)) {
    const is = (slot: SlotId, id: Id | null): boolean => id === span && isWhere(slot);
    const newCard: Attribution = {
      ...card,
      voice: card.voice.filter((id) => !is("voice", id)),
      cue: is("cue", card.cue) ? null : card.cue,
      claim: is("claim", card.claim) ? null : card.claim,
      via: card.via.filter((via) => !is("via", via.span)),
    };
    if (!sameValue(card, newCard)) standing.changeCard(newCard);
  }
}

function removeSpan(syncing: Syncing, number: number): void {
  const { standing } = syncing;
  const span = standing.span(number);
  if (!span) return;
  // A card that somebody made by hand may hold it; only who says that nothing belongs here takes it away from there.
  if (!syncing.isGone(number) && standing.holding(span.id).length > 0) return;
  dropWhere(syncing, span.id, () => true);
  standing.removeSpan(number);
}

function removeCard({ standing }: Syncing, number: number): void {
  const card = standing.card(number);
  if (!card) return;
  for (const inner of standing.holding(card.id)) standing.changeCard({ ...inner, within: null });
  standing.removeCard(number);
}

function putCard(syncing: Syncing, number: number, wanted: DecidedCard, at: string): void {
  const { context, standing } = syncing;
  const { tagset, newId } = context;
  const oldCard = standing.card(number);
  const validFields = Object.entries(wanted.fields).filter(([id, value]) => {
    const field = tagset.fields.find((one) => one.id === id);
    return field !== undefined && isValueOf(field, value);
  });
  const about = wanted.about.filter((id) => has(context.annotations.entities, id));
  const card: Attribution = {
    id: oldCard?.id ?? newId(),
    voice: [],
    cue: null,
    claim: null,
    via: [],
    within: null,
    ...(about.length > 0 && { about }),
    kind: wanted.kind,
    fields: Object.fromEntries(validFields),
    note: wanted.note,
    flags: wanted.flags.filter((flag) => tagset.flags.some(({ id }) => id === flag)),
    provenance: stamped(syncing, number, at),
  };
  standing.putCard(
    number,
    slots.reduce((filled, slot) => withSlot(syncing, filled, wanted, slot), card),
  );
}

/** The card with what is wanted in a slot and there, and not yet in it. */
function withSlot(syncing: Syncing, card: Attribution, wanted: DecidedCard, slot: SlotId): Attribution {
  const { standing } = syncing;
  const spanIn = (group: number | null): Span[] => {
    const span = group === null ? undefined : standing.span(group);
    return span && accepts(syncing, slot, span) ? [span] : [];
  };
  if (slot === "voice") {
    const voice = wanted.voice.flatMap(spanIn).map(({ id }) => id);
    return { ...card, voice: [...new Set([...voice, ...card.voice])] };
  }
  if (slot === "via") {
    const roles = new Set(syncing.context.tagset.viaRoles.map(({ id }) => id));
    const via = wanted.via
      .filter(({ role }) => roles.has(role))
      .flatMap(({ group, role }) => spanIn(group).map(({ id }) => ({ span: id, role })))
      .filter(({ span }) => !card.via.some((one) => one.span === span));
    return { ...card, via: [...card.via, ...new Map(via.map((one) => [one.span, one])).values()] };
  }
  const [span] = spanIn(wanted[slot]);
  return card[slot] === null && span ? { ...card, [slot]: span.id } : card;
}

/** Puts a span that has come, or become another, into the cards that want it. */
function relinkSpan(syncing: Syncing, number: number): void {
  const { review, standing, after } = syncing;
  for (const user of usersOfMembers(review, number)) {
    const wantedCard = after.card(user);
    const card = standing.card(user);
    if (!card || !wantedCard || wantedCard === "as-it-stands") continue;
    const only: DecidedCard = {
      ...wantedCard,
      voice: wantedCard.voice.filter((group) => group === number),
      cue: wantedCard.cue === number ? number : null,
      claim: wantedCard.claim === number ? number : null,
      via: wantedCard.via.filter(({ group }) => group === number),
    };
    const newCard = slots.reduce((filled, slot) => withSlot(syncing, filled, only, slot), card);
    if (!sameValue(card, newCard)) standing.changeCard(newCard);
  }
}

/** Puts a card within the one that it is wanted in, and those that are wanted within it into it, unless they go in a circle. */
function relinkWithin(syncing: Syncing, number: number): void {
  const { review, standing, after } = syncing;
  for (const inner of [number, ...usersOfMembers(review, number)]) {
    const wantedCard = after.card(inner);
    const card = standing.card(inner);
    if (
      !card ||
      card.within !== null ||
      !wantedCard ||
      wantedCard === "as-it-stands" ||
      wantedCard.within === null
    )
      continue;
    const outer = standing.card(wantedCard.within);
    if (outer && !isInside(syncing, outer, card.id)) standing.changeCard({ ...card, within: outer.id });
  }
}

/** Whether a card of the draft is this one, or lies at whatever depth within it. */
function isInside({ draft }: Syncing, card: Attribution, of: Id): boolean {
  const seen = new Set<Id>();
  for (let at: Attribution | undefined = card; at && !seen.has(at.id); ) {
    if (at.id === of) return true;
    seen.add(at.id);
    at = at.within === null ? undefined : draft.attributions.get(at.within);
  }
  return false;
}

/** A card that somebody is about to make by hand begins as the nearest annotator has it, unless it is there already. */
function beginByHand(syncing: Syncing, number: number, at: string): void {
  const { review, standing } = syncing;
  const group = review.comparison.groups[number];
  if (!group || standing.card(number)) return;
  const nearest = nearestCard(review, group);
  if (!nearest) return;
  const { card } = nearest;
  const slotGroups = [...card.voice, card.cue, card.claim, ...card.via.map((via) => via.group)];
  for (const groupNumber of slotGroups) {
    const spanGroup = groupNumber === null ? undefined : review.comparison.groups[groupNumber];
    if (groupNumber === null || !spanGroup || standing.span(groupNumber) || syncing.isGone(groupNumber))
      continue;
    const span = spanAsHad(review, spanGroup, nearest.at);
    if (span) putSpan(syncing, groupNumber, span, at);
  }
  putCard(syncing, number, card, at);
  const outer = card.within === null ? undefined : standing.card(card.within);
  const newCard = standing.card(number);
  if (newCard && outer && !isInside(syncing, outer, newCard.id))
    standing.changeCard({ ...newCard, within: outer.id });
}
