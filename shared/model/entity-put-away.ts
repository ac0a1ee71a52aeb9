// Entities in the trash: taken out of the registry with those merged into them, and off the mentions that pointed to them;
// taken back under their old ids, and put back on the mentions that are still there and mean nobody else by now.
import { type AnnotationSet, mentionsOf } from "./annotation-set.ts";
import type { Whose } from "./curation.ts";
import type { Entity } from "./entity.ts";
import type { EntityGroup } from "./entity-groups.ts";
import type { Id, Now } from "./id.ts";
import type { Span } from "./span.ts";
import type { Step, StepPart, StepWork } from "./step.ts";
import { get, type Table } from "./table.ts";
import { spanTypeOf, type Tagset } from "./tagset.ts";

/** A mention that pointed to the entity. */
interface EntityLink {
  readonly article: Id;
  readonly whose?: Whose;
  readonly span: Id;
  readonly entity: Id;
}

/** `entities`: the one that was moved to the trash first, then those merged into it. */
export interface EntityPutAway {
  readonly entities: readonly [Entity, ...Entity[]];
  readonly links: readonly EntityLink[];
  readonly putAwayAt: string;
  readonly by: string;
}

export const putAwayCommand = "put-entity-away";
export const takeBackCommand = "take-entity-back";

/** One of this person's sets, or the curated one. */
export interface StandingSet extends Pick<StepPart, "article" | "whose"> {
  readonly set: AnnotationSet;
}

/** Takes the entity and all that was merged into it off every mention in the sets, and out of the registry. */
export function entityPutAwayWork(group: EntityGroup, sets: readonly StandingSet[], now: Now): StepWork {
  const entities = [group.entity, ...group.merged];
  const parts = sets.map((standing) =>
    partOf(
      standing,
      entities.flatMap(({ id }) => mentionsOf(standing.set, id)),
      ({ entity: _entity, ...span }) => span,
      now,
    ),
  );
  return {
    parts: parts.flatMap((part) => part ?? []),
    entities: { added: [], updated: [], removed: entities },
  };
}

/** The way back. What has come into the registry under an id of theirs stays. */
export function entityTakenBackWork(
  { entities, links }: EntityPutAway,
  standing: {
    readonly sets: readonly StandingSet[];
    readonly entities: Table<Entity>;
    readonly tagset: Tagset;
  },
  now: Now,
): StepWork {
  const added = entities.filter(({ id }) => get(standing.entities, id) === undefined);
  const parts = standing.sets.map((one) => {
    const entityBySpan = new Map(links.filter(isIn(one)).map(({ span, entity }) => [span, entity]));
    const mentions = [...entityBySpan.keys()].flatMap((id) => {
      const span = get(one.set.spans, id);
      const isFree =
        span?.entity === undefined && spanTypeOf(standing.tagset, span?.type ?? "")?.refersToEntity;
      return span && isFree ? [span] : [];
    });
    return partOf(
      one,
      mentions,
      (span) => {
        const entity = entityBySpan.get(span.id);
        return entity === undefined ? span : { ...span, entity };
      },
      now,
    );
  });
  return { parts: parts.flatMap((part) => part ?? []), entities: { added, updated: [], removed: [] } };
}

const isIn =
  ({ article, whose }: StandingSet) =>
  (link: EntityLink): boolean =>
    link.article === article && link.whose === whose;

function partOf(
  { article, whose }: StandingSet,
  spans: readonly Span[],
  changed: (span: Span) => Span,
  now: Now,
): StepPart | null {
  if (spans.length === 0) return null;
  const editedAt = now();
  const updated = spans.map((from) => {
    const to = changed(from);
    return { from, to: { ...to, provenance: { ...to.provenance, editedAt } } };
  });
  return { article, ...(whose && { whose }), change: { spans: { added: [], updated, removed: [] } } };
}

/** What a step put in the trash: its own work, or that it took a taking back back; `null` for any other step. */
export function putAwayBy(step: Omit<Step, "id">, by: string): EntityPutAway | null {
  const isPuttingAway =
    step.undoes === undefined ? step.command === putAwayCommand : step.command === takeBackCommand;
  const [first, ...others] = step.entities?.removed ?? [];
  if (!isPuttingAway || !first) return null;
  const entityIds = new Set([first, ...others].map(({ id }) => id));
  const links = step.parts.flatMap(({ article, whose, change }) =>
    (change.spans?.updated ?? []).flatMap(({ from, to }): EntityLink[] =>
      from.entity !== undefined && entityIds.has(from.entity) && to.entity === undefined
        ? [{ article, ...(whose && { whose }), span: from.id, entity: from.entity }]
        : [],
    ),
  );
  return { entities: [first, ...others], links, putAwayAt: step.at, by };
}
