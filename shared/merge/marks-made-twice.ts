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
 * same.
 */
export function marksMadeTwice(
  base: Annotations | null,
  ours: Annotations,
  theirs: Annotations,
): ReadonlyMap<Id, Id> {
  const ids = new Map<Id, Id>();
  const usedIds = new Set<Id>();
  for (const kind of kindsMadeTwice) {
    const came = [...records(tableFor(theirs, kind))].filter(({ id }) => !isIn(ours, id));
    if (came.length === 0) continue;
    const free = new Map<string, Id[]>();
    for (const record of [...records(tableFor(ours, kind))].sort(byId)) {
      if (isIn(theirs, record.id)) continue;
      const baseRecord = base && get(tableFor(base, kind), record.id);
      // What they deleted, and we left as it was, is gone; what they made again is theirs.
      if (baseRecord ? sameValue(baseRecord, record) : base && isIn(base, record.id)) continue;
      for (const key of new Set([baseRecord ?? record, record].map((one) => saying(kind, one)))) {
        const others = free.get(key);
        if (others) others.push(record.id);
        else free.set(key, [record.id]);
      }
    }
    if (free.size === 0) continue;
    came.sort(byId);
    for (const record of kind === "attributions" ? outerFirst(came as Attribution[]) : came) {
      // As it was when both had it, if they changed it since.
      const versions = [(base && get(tableFor(base, kind), record.id)) ?? record, record];
      const isOfBase = base !== null && isIn(base, record.id);
      const equalIds = versions.flatMap((one) => free.get(saying(kind, repointed(kind, one, ids))) ?? []);
      const id = equalIds.find((one) => !usedIds.has(one) && !(isOfBase && isIn(base, one)));
      if (id === undefined) continue;
      ids.set(record.id, id);
      usedIds.add(id);
    }
  }
  return ids;
}

/**
 * A version of theirs in which these marks have our ids, and our provenance: who made a mark first is nothing to disagree on. What of it
 * points to them points to ours.
 */
export function underOurIds(state: Annotations, ids: ReadonlyMap<Id, Id>, ours: Annotations): Annotations {
  if (ids.size === 0) return state;
  const renamedSet = mapRecords(setToJson(state.set), (kind, list) =>
    list.map((record) => {
      const led = repointed(kind, record, ids);
      const ourRecord = get(tableIn(ours.set, kind), ids.get(record.id) ?? "");
      return ourRecord ? asOurs(led, ourRecord) : led;
    }),
  );
  return { ...state, set: setFromJson(renamedSet) };
}

/** Under our id, and with what is no part of what it says as we have it: its provenance, and how much is kept of what stands around it. */
function asOurs<T extends AnyRecord>(theirs: T, ours: T): T {
  const isSame =
    "segments" in ours && "segments" in theirs && saying("spans", ours) === saying("spans", theirs);
  return {
    ...theirs,
    id: ours.id,
    ...("provenance" in ours && { provenance: ours.provenance }),
    ...(isSame && { segments: ours.segments }),
  };
}

/** What a record says, apart from its id and its provenance: two are the same mark when this is the same. */
function saying(kind: (typeof kindsMadeTwice)[number], record: AnyRecord): string {
  if (kind === "spans") return typeAndPlace(record as Span);
  return JSON.stringify(sorted({ ...record, id: "", provenance: null }));
}

function repointed<Kind extends SetKind>(
  kind: Kind,
  record: RecordOf<Kind>,
  ids: ReadonlyMap<Id, Id>,
): RecordOf<Kind> {
  const to: Rename = (id) => (id === null ? id : ((ids.get(id) ?? id) as typeof id));
  return pointing[kind]?.(record, to) ?? record;
}

const byId = (a: { readonly id: Id }, b: { readonly id: Id }): number => (a.id < b.id ? -1 : 1);

/** Under whatever kind: what waits for a place has the id of the mark that it was. */
const isIn = ({ set }: Annotations, id: Id): boolean => setKinds.some((kind) => has(tableIn(set, kind), id));
