// Cards from a standoff's anchors and relations. An anchor is a card; relations that leave a claim or a cue that has no anchor
// make one too, as tools without anchors tie them: from the claim to its cue and from that to its speaker is one card.
import type { Attribution, FieldValue, Kind, Via } from "../model/attribution.ts";
import { longestNote } from "../model/card-laws.ts";
import type { Id, NewId } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import type { Span } from "../model/span.ts";
import { type CardField, isValueOf, type SlotId, type Tagset } from "../model/tagset.ts";
import { type Message, message } from "../words/message.ts";
import { fieldOfName, flagPrefix, valueNames, viaPrefix, withinLabel } from "./labels.ts";
import type { Standoff, StandoffRelation, StandoffSpan } from "./standoff.ts";

export interface CardParts {
  readonly document: Standoff;
  readonly anchors: readonly StandoffSpan[];
  /** Our spans by their ids in the standoff. */
  readonly ours: ReadonlyMap<string, Span>;
  readonly tagset: Tagset;
  readonly provenance: Provenance;
  readonly newId: NewId;
  readonly reject: (span: StandoffSpan, reason: Message) => void;
}

type Draft = { -readonly [Key in keyof Attribution]: Attribution[Key] };

export function cardsOf(parts: CardParts): readonly Attribution[] {
  const { document, anchors, ours, tagset, reject } = parts;
  const spans = new Map(document.spans.map((span) => [span.id, span]));
  const drafts = new Map<string, Draft>();
  const implicit = new Set<Draft>();
  for (const anchor of anchors) drafts.set(anchor.id, anchorDraft(anchor, parts));
  const accepts = (slot: SlotId, id: string): boolean => {
    const type = ours.get(id)?.type;
    return (
      type !== undefined && (tagset.slots.find((one) => one.id === slot)?.accepts.includes(type) ?? false)
    );
  };
  const implied = (head: string): Draft => {
    const known = drafts.get(head) ?? emptyCard(parts);
    implicit.add(known);
    const id = ours.get(head)?.id ?? null;
    if (accepts("claim", head)) known.claim = id;
    else known.cue = id;
    drafts.set(head, known);
    return known;
  };
  const isHead = (id: string): boolean => accepts("claim", id) || accepts("cue", id);
  const within: StandoffRelation[] = [];
  for (const relation of document.relations) {
    const [from, to] =
      !drafts.has(relation.from) && !isHead(relation.from) && isHead(relation.to)
        ? [relation.to, relation.from]
        : [relation.from, relation.to];
    if (relation.label === withinLabel) {
      within.push(relation);
      continue;
    }
    const slot = slotOf(relation.label, tagset);
    const target = ours.get(to)?.id;
    const at = spans.get(relation.from);
    if (
      slot === null ||
      target === undefined ||
      !accepts(slot.id, to) ||
      (!drafts.has(from) && !isHead(from))
    ) {
      if (at) reject(at, message("interchange.relation-unfit", { label: relation.label }));
      continue;
    }
    if (!fill(drafts.get(from) ?? implied(from), slot, target) && at)
      reject(at, message("interchange.slot-filled", { label: relation.label }));
  }
  joinImplied(drafts, implicit);
  for (const { from, to } of within) {
    const [inner, outer] = [drafts.get(from), drafts.get(to)];
    const at = spans.get(from);
    if (inner && outer && !leadsTo(outer, inner.id, drafts)) inner.within = outer.id;
    else if (at) reject(at, message("interchange.relation-unfit", { label: withinLabel }));
  }
  return [...new Set(drafts.values())];
}

/** False where another span is there already. */
function fill(card: Draft, slot: { readonly id: SlotId; readonly role: string }, span: Id): boolean {
  if (slot.id === "voice") {
    if (!card.voice.includes(span)) card.voice = [...card.voice, span];
    return true;
  }
  if (slot.id === "via") {
    const there = card.via.find((via: Via) => via.span === span);
    if (!there) card.via = [...card.via, { span, role: slot.role }];
    return !there || there.role === slot.role;
  }
  if (card[slot.id] !== null && card[slot.id] !== span) return false;
  card[slot.id] = span;
  return true;
}

/** What was tied to the cue or the claim of other cards, and made a card of its own without the other half, is theirs. */
function joinImplied(drafts: Map<string, Draft>, implied: ReadonlySet<Draft>): void {
  for (const [head, part] of drafts) {
    if (!implied.has(part) || (part.cue !== null && part.claim !== null)) continue;
    const isWhole = (card: Draft): boolean =>
      card !== part &&
      card.cue !== null &&
      card.claim !== null &&
      (part.cue === null ? card.claim === part.claim : card.cue === part.cue);
    const [first, ...more] = [...new Set(drafts.values())].filter(isWhole);
    if (!first) continue;
    for (const card of [first, ...more]) {
      for (const voice of part.voice) fill(card, { id: "voice", role: "" }, voice);
      for (const { span, role } of part.via) fill(card, { id: "via", role }, span);
    }
    drafts.set(head, first);
  }
}

function slotOf(label: string, tagset: Tagset): { id: SlotId; role: string } | null {
  if (label.startsWith(viaPrefix)) {
    const role = label.slice(viaPrefix.length);
    return tagset.viaRoles.some(({ id }) => id === role) ? { id: "via", role } : null;
  }
  return label === "voice" || label === "cue" || label === "claim" ? { id: label, role: "" } : null;
}

/** Whether the card lies within the one of this id, so that the other way round would make a circle. */
function leadsTo(card: Draft, id: Id, drafts: ReadonlyMap<string, Draft>): boolean {
  const byId = new Map(Array.from(drafts.values(), (draft) => [draft.id, draft]));
  for (let at: Draft | undefined = card; at; at = at.within === null ? undefined : byId.get(at.within))
    if (at.id === id) return true;
  return false;
}

function emptyCard({ tagset, provenance, newId }: CardParts): Draft {
  return {
    id: newId(),
    voice: [],
    cue: null,
    claim: null,
    via: [],
    within: null,
    kind: null,
    fields: Object.fromEntries(tagset.fields.map((field) => [field.id, field.default])),
    note: "",
    flags: [],
    provenance,
  };
}

const kinds: readonly Kind[] = ["direct", "indirect", "mixed"];

function anchorDraft(anchor: StandoffSpan, parts: CardParts): Draft {
  const { tagset, reject } = parts;
  const card = emptyCard(parts);
  const fields: Record<string, FieldValue> = { ...card.fields };
  // A field that nobody has said anything of is left out of a standoff; its default may be something else.
  if (anchor.values.some(({ name }) => tagset.fields.some(({ id }) => id === fieldOfName(name))))
    for (const field of tagset.fields) if (isValueOf(field, null)) fields[field.id] = null;
  for (const { name, value } of anchor.values) {
    const unfit = (): void => reject(anchor, message("interchange.value-unfit", { name, value }));
    const kind = kinds.find((one) => one === value);
    if (name === valueNames.note) card.note = value.slice(0, longestNote);
    else if (name === valueNames.kind) {
      if (kind) card.kind = kind;
      else unfit();
    } else if (name.startsWith(flagPrefix)) {
      const flag = name.slice(flagPrefix.length);
      if (tagset.flags.some(({ id }) => id === flag)) card.flags = [...card.flags, flag];
      else unfit();
    } else {
      const field = tagset.fields.find(({ id }) => id === fieldOfName(name));
      const read = field ? fieldValue(field, value) : undefined;
      if (field && read !== undefined) fields[field.id] = read;
      else unfit();
    }
  }
  card.fields = fields;
  return card;
}

/** A choice by its id or its name, a switch by `true` and `false`; `undefined` for what the field does not take. */
function fieldValue(field: CardField, text: string): FieldValue | undefined {
  if (field.input === "switch") return text === "true" ? true : text === "false" ? false : undefined;
  const fold = (name: string): string => name.trim().toLowerCase();
  return (
    field.choices.find(({ id }) => id === text)?.id ??
    field.choices.find(({ name }) => fold(name) === fold(text))?.id
  );
}
