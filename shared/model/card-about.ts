// The entities that the claim of a card is about, as the registry knows them.
import type { Attribution } from "./attribution.ts";
import { type Entity, entityBehind } from "./entity.ts";
import type { Id } from "./id.ts";
import type { Table } from "./table.ts";

/** The entities that count after merges, each once; those that the registry lacks are left out. */
export function aboutOf(
  { about = [] }: Pick<Attribution, "about">,
  entities: Table<Entity>,
): readonly Entity[] {
  const behind = about.flatMap((id) => entityBehind(entities, id) ?? []);
  return [...new Map(behind.map((entity) => [entity.id, entity])).values()];
}

/** Those that the registry lacks. */
export const goneFrom = (
  { about = [] }: Pick<Attribution, "about">,
  entities: Table<Entity>,
): readonly Id[] => about.filter((id) => entityBehind(entities, id) === undefined);

/** The card about these; about nobody where there are none. */
export function withAbout<Card extends Pick<Attribution, "about">>(card: Card, about: readonly Id[]): Card {
  const { about: _, ...rest } = card;
  return { ...rest, ...(about.length > 0 && { about }) } as Card;
}

/** The card without an entity, and without all who count as the same one. */
export function withoutAbout(card: Attribution, entity: Id, entities: Table<Entity>): Attribution {
  const behind = entityBehind(entities, entity)?.id;
  const stays = (id: Id): boolean =>
    id !== entity && (behind === undefined || entityBehind(entities, id)?.id !== behind);
  return withAbout(card, (card.about ?? []).filter(stays));
}
