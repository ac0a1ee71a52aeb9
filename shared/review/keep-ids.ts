// A set that comes in again from another tool's file, which knows no ids of ours: what is as it was keeps its id and all that is known
// of it, and what was changed keeps its id, so that decisions, threads and whatever else names a unit by its id stand.
import { type AnnotationSetJson, setFromJson, setToJson } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import { withAbout } from "../model/card-about.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import { foldedName } from "../model/folded-name.ts";
import type { Id } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import type { Remark } from "../model/remark.ts";
import { sameValue } from "../model/same-value.ts";
import type { Span } from "../model/span.ts";
import { get, has, type Table } from "../model/table.ts";
import {
  cardMatching,
  exclusionMatching,
  type Matching,
  matchAgain,
  noteMatching,
  spanMatching,
} from "./match-again.ts";

/** Spans, cards, exclusions and notes together. */
export interface AgainCounts {
  readonly unchanged: number;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

export interface CameAgain {
  readonly set: AnnotationSetJson;
  readonly counts: AgainCounts;
}

export interface Registries {
  readonly here: Table<Entity>;
  /** With what the file has beside it. */
  readonly all: Table<Entity>;
}

/**
 * `came` with the ids of `before`, an earlier version of it on the same text. Records that say the same are those of `before`, word for
 * word, whenever they came; the others have the id of the one that they were, where only one can be that. A mention of somebody who is
 * called as before is still a mention of the same one.
 */
export function keepIds(
  came: AnnotationSetJson,
  before: AnnotationSetJson,
  registries: Registries,
): CameAgain {
  const counts = { unchanged: 0, changed: 0, added: 0, removed: 0 };
  const spans = matchUnits(came.spans, before.spans, spanMatching);
  const entityOf = sameEntities(spans, registries);
  const cards = matchUnits(
    came.attributions.map((card) => withMembers(card, spans.ids, entityOf.named)),
    before.attributions,
    cardMatching,
  );
  const exclusions = matchUnits(came.exclusions, before.exclusions, exclusionMatching);
  const notes = matchUnits(
    (came.remarks ?? []).map((note) => withSubject(note, spans.ids)),
    before.remarks ?? [],
    noteMatching,
  );
  const inThread = (note: Remark): Remark => ({ ...note, thread: notes.ids.get(note.thread) ?? note.thread });
  const within = (card: Attribution): Attribution => ({
    ...card,
    within: card.within && (cards.ids.get(card.within) ?? card.within),
  });
  const { remarks: _, ...rest } = came;
  const remarks = withKeptIds(notes, inThread, wordsOf, counts);
  const annotationSet = {
    ...rest,
    spans: withKeptIds(spans, (span) => withEntity(span, entityOf.mention(span)), plain, counts),
    attributions: withKeptIds(cards, within, unordered, counts),
    exclusions: withKeptIds(exclusions, (one) => one, plain, counts),
    ...(remarks.length > 0 && { remarks }),
  };
  return { set: setToJson(setFromJson(annotationSet)), counts };
}

type Unit = { readonly id: Id; readonly provenance?: Provenance };

/** Units that came, and which of them were here before. */
interface MatchedUnits<One extends Unit> {
  readonly came: readonly One[];
  readonly before: readonly One[];
  readonly match: ReadonlyMap<One, One>;
  /** From the ids with which they came to those that they have now; each once. */
  readonly ids: ReadonlyMap<Id, Id>;
}

function matchUnits<One extends Unit>(
  came: readonly One[],
  before: readonly One[],
  matching: Matching<One>,
): MatchedUnits<One> {
  const match = matchAgain(came, before, matching);
  const ids = new Map<Id, Id>();
  const cameAs = new Map<Id, Id>();
  for (const [unit, was] of match) {
    ids.set(unit.id, was.id);
    cameAs.set(was.id, unit.id);
  }
  for (const { id: own } of came) {
    if (ids.has(own)) continue;
    let id = own;
    // Taken by another: then that one's is free, since each is given on once.
    for (let by = cameAs.get(id); by !== undefined; by = cameAs.get(id)) id = by;
    ids.set(own, id);
  }
  return { came, before, match, ids };
}

function withKeptIds<One extends Unit>(
  { came, before, match, ids }: MatchedUnits<One>,
  finish: (unit: One) => One,
  said: (unit: One) => unknown,
  counts: { -readonly [Name in keyof AgainCounts]: number },
): One[] {
  counts.removed += before.length - match.size;
  return came.map((unit) => {
    const newUnit = { ...finish(unit), id: ids.get(unit.id) ?? unit.id };
    const was = match.get(unit);
    if (!was) {
      counts.added += 1;
      return newUnit;
    }
    if (sameValue(said(newUnit), said(was))) {
      counts.unchanged += 1;
      return was;
    }
    counts.changed += 1;
    return was.provenance && unit.provenance
      ? { ...newUnit, provenance: { ...was.provenance, editedAt: unit.provenance.at } }
      : newUnit;
  });
}

/** What a record says, whoever wrote it and when. */
const plain = ({ provenance: _, ...said }: Unit): unknown => said;

/** The same of a note, which stays one on the words that it was made on. */
const wordsOf = ({ provenance: _, on, ...said }: Remark): unknown => ({ ...said, on: { ...on, quote: "" } });

/** The same of a card: in which order a file names those of one slot means nothing. */
const unordered = ({ provenance: _, voice, via, flags, about = [], ...said }: Attribution): unknown => ({
  ...said,
  about: [...about].sort(),
  voice: [...voice].sort(),
  via: via.map(({ span, role }) => `${span} ${role}`).sort(),
  flags: [...flags].sort(),
});

/** The card with the ids that its marks have now, and about those who were meant before. */
function withMembers(card: Attribution, ids: ReadonlyMap<Id, Id>, named: (entity: Id) => Id): Attribution {
  const newIdOf = (id: Id): Id => ids.get(id) ?? id;
  return {
    ...withAbout(card, [...new Set((card.about ?? []).map(named))]),
    voice: card.voice.map(newIdOf),
    cue: card.cue && newIdOf(card.cue),
    claim: card.claim && newIdOf(card.claim),
    via: card.via.map((via) => ({ ...via, span: newIdOf(via.span) })),
  };
}

const withSubject = (note: Remark, ids: ReadonlyMap<Id, Id>): Remark =>
  note.on.what === "span" ? { ...note, on: { ...note.on, id: ids.get(note.on.id) ?? note.on.id } } : note;

function withEntity({ entity: _, ...span }: Span, entity: Id | undefined): Span {
  return entity === undefined ? span : { ...span, entity };
}

interface SameEntities {
  /** Whom each span that came means, by those who were meant before: also where a new mention of them came beside. */
  mention(span: Span): Id | undefined;
  /** The same of somebody whom a claim is about. */
  named(entity: Id): Id;
}

function sameEntities({ match }: MatchedUnits<Span>, { here, all }: Registries): SameEntities {
  const formerIds = new Map<Id, Set<Id>>();
  for (const [{ entity: came }, { entity: was }] of match)
    if (came !== undefined && was !== undefined && isSame(came, was, { here, all }))
      formerIds.set(came, (formerIds.get(came) ?? new Set()).add(was));
  const named = (entity: Id): Id => {
    const [only, ...more] = formerIds.get(entity) ?? [];
    return only !== undefined && more.length === 0 && !has(here, entity) ? only : entity;
  };
  return {
    named,
    mention(span) {
      const { entity } = span;
      const was = match.get(span)?.entity;
      if (entity === undefined) return undefined;
      return was !== undefined && formerIds.get(entity)?.has(was) ? was : named(entity);
    },
  };
}

/** Whether both stand for one, or the one that came is a stranger of the other's name and type. */
function isSame(came: Id, was: Id, { here, all }: Registries): boolean {
  const [one, other] = [entityBehind(all, came), entityBehind(all, was)];
  if (came === was || (one && one.id === other?.id)) return true;
  const formerEntity = get(all, was);
  if (has(here, came) || !one || !other || !formerEntity) return false;
  const names = [formerEntity, other].flatMap(({ name, aliases }) => [name, ...aliases].map(foldedName));
  return one.type === formerEntity.type && names.includes(foldedName(one.name));
}
