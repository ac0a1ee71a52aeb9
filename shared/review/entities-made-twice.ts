// Entities that one person entered on two machines, under another id on each and alike in everything else: what merging makes one of,
// so that their mentions are no conflict.
import { sorted } from "../files/canonical.ts";
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import { type Appearance, appearanceId } from "../model/appearance.ts";
import { withAbout } from "../model/card-about.ts";
import type { Decision } from "../model/decision.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Orphan } from "../model/orphan.ts";
import type { Span } from "../model/span.ts";

/** Which of our entities each of theirs is, by their id. Only those that one side alone has are held together, each once. */
export function entitiesMadeTwice(ours: Iterable<Entity>, theirs: readonly Entity[]): ReadonlyMap<Id, Id> {
  const theirIds = new Set(theirs.map(({ id }) => id));
  const ourIds = new Set<Id>();
  const free = new Map<string, Id>();
  for (const entity of [...ours].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    ourIds.add(entity.id);
    const key = saying(entity);
    if (!theirIds.has(entity.id) && !free.has(key)) free.set(key, entity.id);
  }
  const ids = new Map<Id, Id>();
  for (const entity of theirs) {
    if (ourIds.has(entity.id)) continue;
    const key = saying(entity);
    const id = free.get(key);
    if (id === undefined) continue;
    ids.set(entity.id, id);
    free.delete(key);
  }
  return ids;
}

const saying = (entity: Entity): string => JSON.stringify(sorted({ ...entity, id: "" }));

/** The set with its mentions of these, the claims about them, and what it says of them, led to ours. */
export function withEntities(set: AnnotationSetJson, ids: ReadonlyMap<Id, Id>): AnnotationSetJson {
  if (ids.size === 0) return set;
  const mention = (span: Span): Span => {
    const id = ids.get(span.entity ?? "");
    return id === undefined ? span : { ...span, entity: id };
  };
  const relinkOrphan = (orphan: Orphan): Orphan =>
    orphan.was.kind === "span"
      ? { ...orphan, was: { ...orphan.was, record: mention(orphan.was.record) } }
      : orphan;
  const idOf = (id: Id): Id => ids.get(id) ?? id;
  const renamed = new Map(Array.from(ids, ([from, to]) => [appearanceId(from), appearanceId(to)]));
  return {
    ...set,
    spans: set.spans.map(mention),
    attributions: set.attributions.map((card) =>
      card.about?.some((id) => ids.has(id)) ? withAbout(card, [...new Set(card.about.map(idOf))]) : card,
    ),
    ...(set.waivers && {
      waivers: set.waivers.map((waiver) => ({ ...waiver, on: idOf(waiver.on) })),
    }),
    ...(set.appearances && { appearances: withOneEach(set.appearances, idOf) }),
    ...(set.decisions && { decisions: set.decisions.map((one) => withAppearances(one, renamed)) }),
    ...(set.orphans && { orphans: set.orphans.map(relinkOrphan) }),
  };
}

/** A decision on a role names what it is on by the entity, too. */
function withAppearances(decision: Decision, renamed: ReadonlyMap<Id, Id>): Decision {
  if (decision.of !== "appearance") return decision;
  const idOf = (id: Id): Id => renamed.get(id) ?? id;
  return {
    ...decision,
    members: decision.members.map(({ annotator, unit }) => ({ annotator, unit: unit && idOf(unit) })),
    made: [...new Set(decision.made.map(idOf))],
  };
}

/** Of two that are about one entity now, what is said under its own id stays. */
function withOneEach(appearances: readonly Appearance[], idOf: (id: Id) => Id): readonly Appearance[] {
  const kept = appearances.filter(({ entity }) => idOf(entity) === entity);
  const keptIds = new Set(kept.map(({ entity }) => entity));
  const moved = appearances.filter(({ entity }) => idOf(entity) !== entity && !keptIds.has(idOf(entity)));
  return [
    ...kept,
    ...moved.map((one) => ({ ...one, id: appearanceId(idOf(one.entity)), entity: idOf(one.entity) })),
  ];
}
