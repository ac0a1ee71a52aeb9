// Entities in the trash: taken out of the registry with those merged into them, off the mentions that pointed to them, and out of the cards
// whose claims are about them; taken back under their old ids, and put back on the mentions that are still there and mean nobody else by now,
// and into those cards.
import { type AnnotationSet, mentionsOf, usersOf } from "./annotation-set.ts";
import type { Attribution } from "./attribution.ts";
import { withAbout } from "./card-about.ts";
import type { RecordsChange } from "./change.ts";
import type { Whose } from "./curation.ts";
import type { Entity } from "./entity.ts";
import type { EntityGroup } from "./entity-groups.ts";
import type { Id, Now } from "./id.ts";
import type { Provenance } from "./provenance.ts";
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

/** A card whose claim was about the entity. */
interface AboutLink extends Pick<EntityLink, "article" | "whose" | "entity"> {
  readonly card: Id;
}

/** `entities`: the one that was moved to the trash first, then those merged into it. */
export interface EntityPutAway {
  readonly entities: readonly [Entity, ...Entity[]];
  readonly links: readonly EntityLink[];
  /** Absent where no claim was about them. */
  readonly about?: readonly AboutLink[];
  readonly putAwayAt: string;
  readonly by: string;
}

export const putAwayCommand = "put-entity-away";
export const takeBackCommand = "take-entity-back";

/** One of this person's sets, or the curated one. */
export interface StandingSet extends Pick<StepPart, "article" | "whose"> {
  readonly set: AnnotationSet;
}

/** Takes the entity and all that was merged into it off every mention and out of every card in the sets, and out of the registry. */
export function entityPutAwayWork(group: EntityGroup, sets: readonly StandingSet[], now: Now): StepWork {
  const entities = [group.entity, ...group.merged];
  const away = new Set(entities.map(({ id }) => id));
  const parts = sets.map((standing) => {
    const { set } = standing;
    const mentions = entities.flatMap(({ id }) => mentionsOf(set, id));
    const cards = new Map(entities.flatMap(({ id }) => usersOf(set, id)).map((card) => [card.id, card]));
    const without = ({ entity: _entity, ...span }: Span): Span => span;
    return partOf(standing, {
      spans: mentions.map((from) => ({ from, to: without(from) })),
      cards: Array.from(cards.values(), (from) => ({
        from,
        to: withAbout(
          from,
          (from.about ?? []).filter((id) => !away.has(id)),
        ),
      })),
      at: now(),
    });
  });
  return {
    parts: parts.flatMap((part) => part ?? []),
    entities: { added: [], updated: [], removed: entities },
  };
}

/** The way back. What has come into the registry under an id of theirs stays. */
export function entityTakenBackWork(
  { entities, links, about = [] }: EntityPutAway,
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
    const aboutByCard = new Map<Id, Id[]>();
    for (const { card, entity } of about.filter(isIn(one)))
      aboutByCard.set(card, [...(aboutByCard.get(card) ?? []), entity]);
    return partOf(one, {
      spans: mentions.map((from) => {
        const entity = entityBySpan.get(from.id);
        return { from, to: entity === undefined ? from : { ...from, entity } };
      }),
      cards: Array.from(aboutByCard).flatMap(([id, ids]) => {
        const from = get(one.set.attributions, id);
        const back = ids.filter((entity) => !from?.about?.includes(entity));
        return from && back.length > 0
          ? [{ from, to: withAbout(from, [...(from.about ?? []), ...back]) }]
          : [];
      }),
      at: now(),
    });
  });
  return { parts: parts.flatMap((part) => part ?? []), entities: { added, updated: [], removed: [] } };
}

const isIn =
  ({ article, whose }: StandingSet) =>
  (link: Pick<EntityLink, "article" | "whose">): boolean =>
    link.article === article && link.whose === whose;

interface Edits {
  readonly spans: RecordsChange<Span>["updated"];
  readonly cards: RecordsChange<Attribution>["updated"];
  readonly at: string;
}

function partOf({ article, whose }: StandingSet, { spans, cards, at: editedAt }: Edits): StepPart | null {
  if (spans.length + cards.length === 0) return null;
  const stamped = <T extends { readonly id: Id; readonly provenance: Provenance }>(
    edits: RecordsChange<T>["updated"],
  ): RecordsChange<T> => ({
    added: [],
    updated: edits.map(({ from, to }) => ({
      from,
      to: { ...to, provenance: { ...to.provenance, editedAt } },
    })),
    removed: [],
  });
  const change = {
    ...(spans.length > 0 && { spans: stamped(spans) }),
    ...(cards.length > 0 && { attributions: stamped(cards) }),
  };
  return { article, ...(whose && { whose }), change };
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
  const about = step.parts.flatMap(({ article, whose, change }) =>
    (change.attributions?.updated ?? []).flatMap(({ from, to }) =>
      (from.about ?? [])
        .filter((entity) => entityIds.has(entity) && !to.about?.includes(entity))
        .map((entity): AboutLink => ({ article, ...(whose && { whose }), card: from.id, entity })),
    ),
  );
  return {
    ...{ entities: [first, ...others], links },
    ...(about.length > 0 && { about }),
    ...{ putAwayAt: step.at, by },
  };
}
