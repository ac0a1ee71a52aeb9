// Cards from a standoff's anchors and relations. An anchor is a card; relations that leave a claim or a cue that has no anchor
// make one too, as tools without anchors tie them: from the claim to its cue and from that to its speaker is one card.
import type { Attribution, FieldValue, Kind, Via } from "../model/attribution.ts";
import { longestNote, mostAbout } from "../model/card-laws.ts";
import type { Id, NewId } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import type { Span } from "../model/span.ts";
import { type CardField, isValueOf, type SlotId, type Tagset } from "../model/tagset.ts";
import { type Message, message } from "../words/message.ts";
import type { EntityBook } from "./entity-book.ts";
import { fieldOfName, flagPrefix, valueNames, viaPrefix, withinLabel } from "./labels.ts";
import {
  type NamedValue,
  namedValue,
  type Standoff,
  type StandoffRelation,
  type StandoffSpan,
  singleValues,
} from "./standoff.ts";

interface CardParts {
  readonly document: Standoff;
  readonly anchors: readonly StandoffSpan[];
  /** Our spans by their ids in the standoff. */
  readonly ours: ReadonlyMap<string, Span>;
  readonly tagset: Tagset;
  readonly provenance: Provenance;
  readonly newId: NewId;
  /** Our span of a type on the words of one of theirs: one that there is, else a new one. */
  readonly markOn: (span: StandoffSpan, type: string) => Span;
  /** How a span or the card that is anchored there came to be. */
  readonly provenanceOf: (span: StandoffSpan) => Provenance;
  /** `units`: how many spans and relations are left out for it. */
  readonly reject: (span: StandoffSpan, reason: Message, units: 0 | 1) => void;
  /** Who is called so; `undefined` where that cannot be told. */
  readonly entityCalled: EntityBook["called"];
  /** A value that nothing takes. */
  readonly leaveValue: (span: StandoffSpan, value: NamedValue) => void;
  /** Values of a span that no card takes. */
  readonly unsaid: (span: StandoffSpan, values: readonly NamedValue[]) => void;
}

/** Values that mentions have. */
export const ofEntities: readonly string[] = [valueNames.entity, valueNames.entityType, valueNames.entityKey];
/** Values that are about a span itself, whatever card it is in. */
const ofSpans: readonly string[] = [...ofEntities, valueNames.provenance];

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
    const draft = drafts.get(head) ?? emptyCard(parts);
    implicit.add(draft);
    const id = ours.get(head)?.id ?? null;
    if (accepts("claim", head)) draft.claim = id;
    else draft.cue = id;
    drafts.set(head, draft);
    return draft;
  };
  const isHead = (id: string): boolean => accepts("claim", id) || accepts("cue", id);
  const within: StandoffRelation[] = [];
  for (const relation of document.relations) {
    if (relation.label === withinLabel) {
      within.push(relation);
      continue;
    }
    const slot = slotOf(relation.label, tagset);
    const fills = (id: string): boolean => slot !== null && accepts(slot.id, id);
    // From the speaker or the cue to what is said, as RiQuA has them.
    const isTurned =
      !drafts.has(relation.from) &&
      isHead(relation.to) &&
      (!isHead(relation.from) || (fills(relation.from) && !fills(relation.to)));
    const [from, to] = isTurned ? [relation.to, relation.from] : [relation.from, relation.to];
    const target = ours.get(to)?.id;
    const at = spans.get(relation.from);
    if (
      slot === null ||
      target === undefined ||
      !accepts(slot.id, to) ||
      (!drafts.has(from) && !isHead(from))
    ) {
      if (at) reject(at, message("interchange.relation-unfit", { label: relation.label }), 1);
      continue;
    }
    if (!fill(drafts.get(from) ?? implied(from), slot, target) && at)
      reject(at, message("interchange.slot-filled", { label: relation.label }), 1);
  }
  takeTriggers(drafts, parts);
  const tellFilled = (head: string): void => {
    const at = spans.get(head);
    if (at) reject(at, message("interchange.slot-filled", { label: viaPrefix }), 1);
  };
  joinImplied(drafts, implicit, tellFilled);
  joinEqual(drafts, implicit, tellFilled);
  sayWhatSpansSay(drafts, implicit, spans, parts);
  tieWithin(within, drafts, spans, parts);
  return [...new Set(drafts.values())];
}

/** The words that trigger an event are the cue of its card. */
function takeTriggers(
  drafts: ReadonlyMap<string, Draft>,
  { anchors, tagset, markOn, reject }: CardParts,
): void {
  const type = tagset.slots.find(({ id }) => id === "cue")?.accepts[0];
  for (const anchor of anchors) {
    const card = drafts.get(anchor.id);
    if (!card || !anchor.isTrigger) continue;
    if (card.cue === null && type !== undefined) card.cue = markOn(anchor, type).id;
    else reject(anchor, message("interchange.trigger-unfit"), 0);
  }
}

/** What is said of a span goes into the card that relations made of it, or is left to whoever asked. */
function sayWhatSpansSay(
  drafts: ReadonlyMap<string, Draft>,
  implicit: ReadonlySet<Draft>,
  spans: ReadonlyMap<string, StandoffSpan>,
  parts: CardParts,
): void {
  for (const [id, span] of parts.ours) {
    const at = spans.get(id);
    const values = (at?.values ?? []).filter(({ name }) => !ofSpans.includes(name));
    if (!at || values.length === 0) continue;
    const card = drafts.get(id);
    if (card && implicit.has(card) && (card.claim === span.id || card.cue === span.id))
      sayOf(card, { ...at, values }, parts);
    else parts.unsaid(at, values);
  }
}

/** Ties cards to those around them, each to one and never in a circle. */
function tieWithin(
  relations: readonly StandoffRelation[],
  drafts: ReadonlyMap<string, Draft>,
  spans: ReadonlyMap<string, StandoffSpan>,
  { reject }: CardParts,
): void {
  const byId = new Map(Array.from(drafts.values(), (draft) => [draft.id, draft]));
  for (const { from, to } of relations) {
    const [inner, outer] = [drafts.get(from), drafts.get(to)];
    const isTied = inner && outer && inner.within !== null && inner.within !== outer.id;
    if (inner && outer && !isTied && !leadsTo(outer, inner.id, byId)) inner.within = outer.id;
    else {
      const at = spans.get(from);
      const problem = isTied ? "interchange.slot-filled" : "interchange.relation-unfit";
      if (at) reject(at, message(problem, { label: withinLabel }), 1);
    }
  }
}

/** False where another span is there already. */
function fill(card: Draft, slot: { readonly id: SlotId; readonly role: string }, span: Id): boolean {
  if (slot.id === "voice") {
    if (!card.voice.includes(span)) card.voice = [...card.voice, span];
    return true;
  }
  if (slot.id === "via") {
    const existingVia = card.via.find((via: Via) => via.span === span);
    if (!existingVia) card.via = [...card.via, { span, role: slot.role }];
    return !existingVia || existingVia.role === slot.role;
  }
  if (card[slot.id] !== null && card[slot.id] !== span) return false;
  card[slot.id] = span;
  return true;
}

/** With the voices and sources of another card; false where one of these came in another way already. */
function fillFrom(card: Draft, { voice, via }: Draft): boolean {
  for (const span of voice) fill(card, { id: "voice", role: "" }, span);
  return via.map(({ span, role }) => fill(card, { id: "via", role }, span)).every((isIn) => isIn);
}

/** What was tied to the cue or the claim of other cards, and made a card of its own without the other half, is theirs. */
function joinImplied(
  drafts: Map<string, Draft>,
  implied: ReadonlySet<Draft>,
  reject: (head: string) => void,
): void {
  const wholeBy = new Map<Id, Set<Draft>>();
  for (const card of drafts.values())
    if (card.cue !== null && card.claim !== null)
      for (const id of [card.cue, card.claim]) wholeBy.set(id, (wholeBy.get(id) ?? new Set()).add(card));
  for (const [head, part] of drafts) {
    const half = part.cue === null ? part.claim : part.claim === null ? part.cue : null;
    if (!implied.has(part) || half === null) continue;
    const [first, ...more] = wholeBy.get(half) ?? [];
    if (!first) continue;
    for (const card of [first, ...more]) if (!fillFrom(card, part)) reject(head);
    drafts.set(head, first);
  }
}

/** Two cards of one cue and one claim, as relations in both directions make them, are one. */
function joinEqual(
  drafts: Map<string, Draft>,
  implied: ReadonlySet<Draft>,
  reject: (head: string) => void,
): void {
  const cardsByKey = new Map<string, Draft>();
  for (const [head, card] of drafts) {
    if (!implied.has(card) || card.cue === null || card.claim === null) continue;
    const key = `${card.cue} ${card.claim}`;
    const equalCard = cardsByKey.get(key);
    if (!equalCard) cardsByKey.set(key, card);
    else if (equalCard !== card) {
      if (!fillFrom(equalCard, card)) reject(head);
      drafts.set(head, equalCard);
    }
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
function leadsTo(card: Draft, id: Id, byId: ReadonlyMap<Id, Draft>): boolean {
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
  const { tagset } = parts;
  const card = emptyCard(parts);
  const fields: Record<string, FieldValue> = { ...card.fields };
  // A field that nobody has said anything of is left out of a standoff; its default may be something else.
  if (anchor.values.some(({ name }) => tagset.fields.some(({ id }) => id === fieldOfName(name))))
    for (const field of tagset.fields) if (isValueOf(field, null)) fields[field.id] = null;
  card.fields = fields;
  sayOf(
    card,
    { ...anchor, values: anchor.values.filter(({ name }) => name !== valueNames.provenance) },
    parts,
  );
  return { ...card, provenance: parts.provenanceOf(anchor) };
}

/** Puts into a card what is said of it. */
function sayOf(card: Draft, span: StandoffSpan, parts: CardParts): void {
  const { tagset, leaveValue } = parts;
  const fields: Record<string, FieldValue> = { ...card.fields };
  for (const { name, value } of span.values.flatMap(singleValues)) {
    const unfit = (): void => leaveValue(span, { name, value });
    const kind = kinds.find((one) => one === value);
    if (name === valueNames.note) {
      const note = [card.note, value].filter((one) => one !== "").join("\n");
      card.note = note.slice(0, longestNote);
      if (note.length > longestNote) unfit();
    } else if (name === valueNames.kind) {
      if (kind) card.kind = kind;
      else unfit();
    } else if (name === valueNames.about) {
      const beside = (other: string): string => namedValue(span, other) ?? "";
      const said = { names: value, types: beside(valueNames.aboutType), keys: beside(valueNames.aboutKey) };
      for (const line of sayAbout(card, said, parts)) leaveValue(span, { name, value: line });
    } else if (name === valueNames.aboutType || name === valueNames.aboutKey) {
      if (namedValue(span, valueNames.about) === undefined) unfit();
    } else if (name.startsWith(flagPrefix)) {
      const flag = name.slice(flagPrefix.length);
      if (!tagset.flags.some(({ id }) => id === flag)) unfit();
      else if (value !== "false") card.flags = [...card.flags, flag];
    } else {
      const field = tagset.fields.find(({ id }) => id === fieldOfName(name));
      const parsedValue = field ? fieldValue(field, value) : undefined;
      if (field && parsedValue !== undefined) fields[field.id] = parsedValue;
      else unfit();
    }
  }
  card.fields = fields;
}

/** Puts into a card whom it is about; answers with the lines that say nobody, or more than a card can have. */
function sayAbout(
  card: Draft,
  { names, types, keys }: Readonly<Record<"names" | "types" | "keys", string>>,
  { entityCalled }: CardParts,
): readonly string[] {
  const [typeLines, keyLines] = [types.split("\n"), keys.split("\n")];
  const room = mostAbout - (card.about?.length ?? 0);
  const called = names.split("\n").flatMap((line, at) => {
    const name = line.trim();
    return name === ""
      ? []
      : [{ line, id: at < room ? entityCalled(name, typeLines[at], keyLines[at]) : undefined }];
  });
  const about = [...new Set([...(card.about ?? []), ...called.flatMap(({ id }) => id ?? [])])];
  if (about.length > 0) card.about = about;
  return called.flatMap(({ line, id }) => (id === undefined ? [line] : []));
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
