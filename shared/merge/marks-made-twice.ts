// Marks that one person made on two machines, under another id on each: what merging makes one of. Two are the same mark when they
// say the same, whoever made them when: a span of the same type on the same stretches; a card, exclusion, dismissal, rejection or
// decision with the same values in everything but its id and its provenance. Of a span the entity may differ: that is for the merge to
// settle, as it settles any other field.
import { sorted } from "../files/canonical.ts";
import { type Annotations, setFromJson, setToJson, tableFor } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Id } from "../model/id.ts";
import { outerFirst } from "../model/nesting.ts";
import {
  type AnyRecord,
  mapRecords,
  type RecordOf,
  type SetKind,
  setKinds,
  tableIn,
} from "../model/record-kinds.ts";
import { sameValue } from "../model/same-value.ts";
import { type Span, typeAndPlace } from "../model/span.ts";
import { get, has, records } from "../model/table.ts";

type Rename = <T extends Id | null>(id: T) => T;

/** Kinds of which the same can be made twice; each refers to those before it alone. */
const kindsMadeTwice = [
  "spans",
  "attributions",
  "exclusions",
  "waivers",
  "rejections",
  "decisions",
] as const satisfies readonly SetKind[];

/** What of a record points to others, led to where these are now. */
const pointing: { readonly [Kind in SetKind]?: (record: RecordOf<Kind>, to: Rename) => RecordOf<Kind> } = {
  attributions: (card, to) => ({
    ...card,
    voice: card.voice.map(to),
    cue: to(card.cue),
    claim: to(card.claim),
    via: card.via.map((one) => ({ ...one, span: to(one.span) })),
    within: to(card.within),
  }),
  waivers: (waiver, to) => ({ ...waiver, on: to(waiver.on) }),
  decisions: (decision, to) => ({
    ...decision,
    members: decision.members.map((member) => ({ ...member, unit: to(member.unit) })),
    ...(decision.parts && {
      parts: decision.parts.map((part) => ({ ...part, units: part.units.map(to) })),
    }),
    made: decision.made.map(to),
  }),
  remarks: (remark, to) => {
    const { on } = remark;
    if (on.what === "article") return remark;
    return {
      ...remark,
      on: on.what === "conflict" ? { ...on, members: on.members.map(to) } : { ...on, id: to(on.id) },
    };
  },
  orphans: (orphan, to) => ({
    ...orphan,
    uses: orphan.uses.map((use) => ({ ...use, card: to(use.card) })),
  }),
};

/**
 * Which of our marks each of theirs is, by their id. Only marks that one side alone has are held together: an id that both have already
 * says which record it is. One of the two may be of the common version, as when one side deleted a mark and made it again; then it is
 * held together as it was there, too. Each of ours is one of theirs at most, and the other way round: whoever merges, the answer is the
 * same. Left out is one of ours that is as both had it, as is all that refers to it: what they made again takes its place, under their id.
 */
export function marksMadeTwice(
  base: Annotations | null,
  ours: Annotations,
  theirs: Annotations,
): ReadonlyMap<Id, Id> {
  const ids = new Map<Id, Id>();
  const usedIds = new Set<Id>();
  for (const kind of kindsMadeTwice) {
    const onlyTheirs = [...records(tableFor(theirs, kind))].filter(({ id }) => !isIn(ours, id)).sort(byId);
    if (onlyTheirs.length === 0) continue;
    const candidates = ourCandidates(kind, { base, ours, theirs }, ids);
    for (const record of kind === "attributions" ? outerFirst(onlyTheirs as Attribution[]) : onlyTheirs) {
      const isOfBase = base !== null && isIn(base, record.id);
      const match = versionsOf(base, kind, record)
        .flatMap((one) =>
          (candidates.get(contentKey(kind, one, ids)) ?? []).filter(
            (candidate) => ourIdOf(ids, candidate.within) === ourIdOf(ids, withinOf(one)),
          ),
        )
        .find(({ id }) => !usedIds.has(id) && !(isOfBase && isIn(base, id)));
      if (!match) continue;
      ids.set(record.id, match.id);
      usedIds.add(match.id);
    }
  }
  if (base === null || ids.size === 0) return ids;
  const idsChangedHere = changedIds(base, ours);
  return new Map([...ids].filter(([, id]) => idsChangedHere.has(id)));
}

/** The ids of the records that are not as both had them, and of the marks that these refer to, or did. */
function changedIds(base: Annotations, ours: Annotations): ReadonlySet<Id> {
  const ids = new Set<Id>();
  const addId: Rename = (id) => {
    if (id !== null) ids.add(id);
    return id;
  };
  const addIds = <Kind extends SetKind>(kind: Kind): void => {
    const [before, after] = [tableFor(base, kind), tableFor(ours, kind)];
    for (const record of [...records(before), ...records(after)]) {
      if (sameValue(get(before, record.id), get(after, record.id))) continue;
      addId(record.id);
      pointing[kind]?.(record, addId);
    }
  };
  for (const kind of setKinds) addIds(kind);
  return ids;
}

interface States {
  readonly base: Annotations | null;
  readonly ours: Annotations;
  readonly theirs: Annotations;
}

/** One of our marks that may be one of theirs. `within`: the card that it lies within; which of theirs that is, is known only later. */
interface Candidate {
  readonly id: Id;
  readonly within: Id | null;
}

/** Our marks that may be one of theirs, by what they say, and said when both sides had them. */
function ourCandidates<Kind extends (typeof kindsMadeTwice)[number]>(
  kind: Kind,
  { base, ours, theirs }: States,
  ids: ReadonlyMap<Id, Id>,
): ReadonlyMap<string, readonly Candidate[]> {
  const candidates = new Map<string, Candidate[]>();
  for (const record of [...records(tableFor(ours, kind))].sort(byId)) {
    const { id } = record;
    if (isIn(theirs, id)) continue;
    if (base && !has(tableFor(base, kind), id) && isIn(base, id)) continue;
    for (const one of versionsOf(base, kind, record)) {
      const key = contentKey(kind, one, ids);
      candidates.set(key, [...(candidates.get(key) ?? []), { id, within: withinOf(one) }]);
    }
  }
  return candidates;
}

/** A record as it was when both had it, if it was changed since, and as it is. */
function versionsOf<Kind extends SetKind>(
  base: Annotations | null,
  kind: Kind,
  record: RecordOf<Kind>,
): readonly RecordOf<Kind>[] {
  const baseRecord = base && get(tableFor(base, kind), record.id);
  return baseRecord && !sameValue(baseRecord, record) ? [baseRecord, record] : [record];
}

const withinOf = (record: AnyRecord): Id | null => ("within" in record ? record.within : null);

/**
 * A version of theirs in which these marks have our ids, and our provenance: who made a mark first is nothing to disagree on. What of it
 * points to them points to ours.
 */
export function underOurIds(state: Annotations, ids: ReadonlyMap<Id, Id>, ours: Annotations): Annotations {
  if (ids.size === 0) return state;
  const renamedSet = mapRecords(setToJson(state.set), (kind, list) =>
    list.map((record) => {
      const repointedRecord = repointed(kind, record, ids);
      const ourRecord = get(tableIn(ours.set, kind), ids.get(record.id) ?? "");
      return ourRecord ? asOurs(repointedRecord, ourRecord) : repointedRecord;
    }),
  );
  return { ...state, set: setFromJson(renamedSet) };
}

/** Under our id, and with what is no part of what it says as we have it: its provenance, and how much is kept of what stands around it. */
function asOurs<T extends AnyRecord>(theirs: T, ours: T): T {
  const isSame =
    "segments" in ours && "segments" in theirs && typeAndPlace(ours as Span) === typeAndPlace(theirs as Span);
  return {
    ...theirs,
    id: ours.id,
    ...("provenance" in ours && { provenance: ours.provenance }),
    ...(isSame && { segments: ours.segments }),
  };
}

/** What a record says, apart from its id, its provenance and what it lies within: two are the same mark when this and that are the same. */
function contentKey<Kind extends (typeof kindsMadeTwice)[number]>(
  kind: Kind,
  record: RecordOf<Kind>,
  ids: ReadonlyMap<Id, Id>,
): string {
  if (kind === "spans") return typeAndPlace(record as Span);
  return JSON.stringify(sorted({ ...repointed(kind, record, ids), id: "", provenance: null, within: null }));
}

function repointed<Kind extends SetKind>(
  kind: Kind,
  record: RecordOf<Kind>,
  ids: ReadonlyMap<Id, Id>,
): RecordOf<Kind> {
  return pointing[kind]?.(record, (id) => ourIdOf(ids, id)) ?? record;
}

/** The id under which a mark of theirs is one of ours; any other as it is. */
const ourIdOf = <T extends Id | null>(ids: ReadonlyMap<Id, Id>, id: T): T =>
  id === null ? id : ((ids.get(id) ?? id) as T);

const byId = (a: { readonly id: Id }, b: { readonly id: Id }): number => (a.id < b.id ? -1 : 1);

/** Under whatever kind: what waits for a place has the id of the mark that it was. */
const isIn = ({ set }: Annotations, id: Id): boolean => setKinds.some((kind) => has(tableIn(set, kind), id));
