// The laws of every attribution card: its slots hold spans that fit, it lies within no circle, and its fields have values of the tagset.
import type { AnnotationSet } from "./annotation-set.ts";
import type { Attribution } from "./attribution.ts";
import type { Id } from "./id.ts";
import { get } from "./table.ts";
import { isValueOf, type SlotId, type Tagset } from "./tagset.ts";
import { type Law, reporter, type Violation } from "./violation.ts";

/** Code units of a card's note. */
export const longestNote = 100_000;

/** Entities that one claim can be about. */
export const mostAbout = 1_000;

type Report = ReturnType<typeof reporter>;

export const cardLaw: Law<Attribution> = (card, { set }, { tagset }) => {
  const report = reporter("attributions", card.id);
  const violations = [
    ...slotViolations(card, set, tagset, report),
    ...withinViolations(card, set, report),
    ...fieldViolations(card, tagset, report),
  ];
  for (const flag of card.flags)
    if (!tagset.flags.some(({ id }) => id === flag)) violations.push(report("flag-unknown", { flag }));
  if (card.note.length > longestNote) violations.push(report("note-too-long", { length: card.note.length }));
  const { annotator, origin } = card.provenance;
  if (annotator !== set.annotatorId && origin.by !== "imported" && origin.by !== "curated")
    violations.push(report("annotator-differs", { annotator }));
  const { about = [] } = card;
  if (about.length > mostAbout) violations.push(report("about-too-many", { count: about.length }));
  const counts = new Map<Id, number>();
  for (const id of about) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [entity, count] of counts) if (count > 1) violations.push(report("about-repeats", { entity }));
  if (card.claim === null) violations.push(report("claim-missing"));
  if (card.voice.length === 0 && card.cue === null) violations.push(report("voice-and-cue-missing"));
  return violations;
};

/** The spans in a slot of a card, in order. */
export function spansIn(card: Attribution, slot: SlotId): readonly Id[] {
  if (slot === "voice") return card.voice;
  if (slot === "via") return card.via.map(({ span }) => span);
  const span = card[slot];
  return span === null ? [] : [span];
}

/** True when the card `id` is `of` itself or lies, at whatever depth, within it. Ends in a circle too. */
export function liesWithin(set: AnnotationSet, id: Id, of: Id): boolean {
  const seen = new Set<Id>();
  for (let at: Id | null = id; at !== null && !seen.has(at); at = get(set.attributions, at)?.within ?? null) {
    if (at === of) return true;
    seen.add(at);
  }
  return false;
}

const slotIds: readonly SlotId[] = ["voice", "cue", "claim", "via"];

function slotViolations(card: Attribution, set: AnnotationSet, tagset: Tagset, report: Report): Violation[] {
  const violations = slotIds.flatMap((slot) => {
    const accepts = tagset.slots.find(({ id }) => id === slot)?.accepts ?? [];
    const spans = spansIn(card, slot);
    return spans.flatMap((id, at) => {
      if (spans.indexOf(id) < at) return [report("slot-repeats-span", { slot, span: id })];
      const span = get(set.spans, id);
      if (!span) return [report("span-missing", { slot, span: id })];
      return accepts.includes(span.type)
        ? []
        : [report("slot-refuses-type", { slot, span: id, type: span.type })];
    });
  });
  for (const { role, span } of card.via)
    if (!tagset.viaRoles.some(({ id }) => id === role))
      violations.push(report("via-role-unknown", { span, role }));
  return violations;
}

function withinViolations(card: Attribution, set: AnnotationSet, report: Report): Violation[] {
  if (card.within === null) return [];
  const { within } = card;
  if (!get(set.attributions, within)) return [report("within-missing", { within })];
  return liesWithin(set, within, card.id) ? [report("within-cycle", { within })] : [];
}

function fieldViolations(card: Attribution, tagset: Tagset, report: Report): Violation[] {
  const violations: Violation[] = [];
  for (const field of tagset.fields) {
    const value = Object.hasOwn(card.fields, field.id) ? card.fields[field.id] : undefined;
    if (value === undefined) violations.push(report("field-missing", { field: field.id }));
    else if (!isValueOf(field, value))
      violations.push(report("field-value-unknown", { field: field.id, value: String(value) }));
  }
  for (const id of Object.keys(card.fields))
    if (!tagset.fields.some((field) => field.id === id))
      violations.push(report("field-unknown", { field: id }));
  return violations;
}
