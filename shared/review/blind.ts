// Takes names out of what is handed over, so that a reviewer does not know whose work it is: letters instead of names, ids
// that mean nothing, and an order that depends on the seed alone. The same seed always gives the same letters.
import type { ExportBundle } from "../annotated-json/bundle.ts";
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import { isPerson } from "../model/curation.ts";
import type { Entity } from "../model/entity.ts";
import { type Id, idFromBytes } from "../model/id.ts";
import type { OrphanedRecord } from "../model/orphan.ts";
import type { Provenance } from "../model/provenance.ts";
import { mapRecords, type RecordOf, type SetKind } from "../model/record-kinds.ts";

interface Mask {
  /** `A`, `B`, … `Z`, `AA`, … */
  readonly letter: string;
  readonly id: Id;
}

/** Who is who behind the letters: by the annotators' ids. */
export function masksOf(annotators: readonly Id[], seed: string): ReadonlyMap<Id, Mask> {
  const masked = [...new Set(annotators)].map((annotator) => ({ annotator, id: maskId(annotator, seed) }));
  masked.sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(masked.map(({ annotator, id }, at) => [annotator, { letter: letterOf(at), id }]));
}

/** The bundle with its annotators behind masks, sets in the order of the letters. Notes are their owners'
 * words and stay; remarks are talk among people who name each other, and stay behind, as do sets of articles, which say who works on what. */
export function blinded({ articleSets: _sets, ...bundle }: ExportBundle, seed: string): ExportBundle {
  const everyone: Id[] = [];
  const gather = (id: Id): Id => {
    everyone.push(id);
    return id;
  };
  for (const set of bundle.articles.flatMap(({ sets }) => sets)) masked(set, gather);
  for (const entity of bundle.entities) maskedEntity(entity, gather);
  const masks = masksOf([...bundle.annotators.map(({ id }) => id), ...everyone], seed);
  const idOf = (id: Id): Id => masks.get(id)?.id ?? id;
  const byId =
    <T>(of: (one: T) => Id) =>
    (a: T, b: T): number =>
      of(a) < of(b) ? -1 : 1;
  return {
    ...bundle,
    annotators: bundle.annotators
      .map((one) => ({
        ...{ id: idOf(one.id), name: masks.get(one.id)?.letter ?? "" },
        ...(one.kind === undefined && !isPerson(one) && { decidedElsewhere: true as const }),
      }))
      .sort(byId(({ id }) => id)),
    entities: bundle.entities.map((entity) => maskedEntity(entity, idOf)),
    articles: bundle.articles.map(({ inSets: _in, ...article }) => ({
      ...article,
      sets: article.sets.map((set) => masked(set, idOf)).sort(byId(({ annotatorId }) => annotatorId)),
    })),
  };
}

type MaskedId = (annotator: Id) => Id;

/** The set with other ids of annotators wherever it names one. */
function masked({ remarks: _remarks, ...set }: AnnotationSetJson, idOf: MaskedId): AnnotationSetJson {
  const withMasks = mapRecords(set, (kind, list) =>
    list.map((record) => {
      const maskedRecord = underMask(record, idOf);
      return maskedInside[kind]?.(maskedRecord, idOf) ?? maskedRecord;
    }),
  );
  return { ...withMasks, annotatorId: idOf(set.annotatorId) };
}

/** The entity as if others had entered what is in its fields. */
function maskedEntity(entity: Entity, idOf: MaskedId): Entity {
  if (!entity.fields) return entity;
  const fields = Object.entries(entity.fields).map(([field, value]) => [field, underMask(value, idOf)]);
  return { ...entity, fields: Object.fromEntries(fields) };
}

/** As if somebody else had made it. */
const underMask = <T extends object>(record: T, idOf: MaskedId): T => {
  if (!("provenance" in record)) return record;
  const { provenance } = record as T & { readonly provenance: Provenance };
  return { ...record, provenance: { ...provenance, annotator: idOf(provenance.annotator) } };
};

/** Where records name annotators beside the one who made them. */
const maskedInside: {
  readonly [Kind in SetKind]?: (record: RecordOf<Kind>, idOf: MaskedId) => RecordOf<Kind>;
} = {
  decisions: (decision, idOf) => ({
    ...decision,
    members: decision.members.map((member) => ({ ...member, annotator: idOf(member.annotator) })),
    taken: decision.taken && idOf(decision.taken),
  }),
  orphans: (orphan, idOf) => ({
    ...orphan,
    was: { ...orphan.was, record: underMask(orphan.was.record, idOf) } as OrphanedRecord,
  }),
};

function letterOf(at: number): string {
  const quotient = Math.floor(at / 26);
  return `${quotient === 0 ? "" : letterOf(quotient - 1)}${String.fromCharCode(65 + (at % 26))}`;
}

/** Who lacks the seed cannot tell which id it stands for. */
function maskId(annotator: Id, seed: string): Id {
  const bytes = new Uint8Array(16);
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at += 1) {
    for (const unit of `${seed}\n${at}\n${annotator}`)
      hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
    bytes[at] = hash ^ (hash >>> 13) ^ (hash >>> 21);
  }
  return idFromBytes(bytes);
}
