// One article as it is counted: the statements of one of its sets, with those who stand behind them by the registry.
import { type AppearanceRole, rolesAmong } from "../model/appearance.ts";
import { aboutOf } from "../model/card-about.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import { entityGroups, namesOf } from "../model/entity-groups.ts";
import { foldedName } from "../model/folded-name.ts";
import type { Id } from "../model/id.ts";
import { get, type Table } from "../model/table.ts";
import type { ArticlePart, PublicationFacts, SetPart, StatementPart } from "./article-part.ts";

/** One who stands behind a statement; `entity` is the one that counts after merges, `null` where the mention points to none. */
export interface Voice {
  /** The entity's id, or that of the mention where it has none. */
  readonly id: Id;
  readonly entity: Entity | null;
  /** In which role it appears in this article; `null`: not known. */
  readonly role: AppearanceRole | null;
  /** Whether the registry says why it goes unnamed, with words of this article. */
  readonly givesReason: boolean;
}

/** A card as it is counted. */
export interface Statement extends Omit<StatementPart, "about"> {
  /** Whom its claim is about: the entities that count after merges, each once. */
  readonly about: readonly Entity[];
  /** Each entity once, and each mention without one. */
  readonly voices: readonly Voice[];
  /** Whether its words came through an outlet that is not the article's own; `null`: through a source that is no entity. */
  readonly isSecondHand: boolean | null;
}

/** An article as it is counted. */
export interface CountedArticle extends PublicationFacts {
  /** Whose set of it is counted. */
  readonly annotatorId: Id;
  /** In UTF-16 code units. */
  readonly length: number;
  /** Those of its text, exclusions left out. */
  readonly words: number;
  /** In reading order. */
  readonly statements: readonly Statement[];
}

/** Counts one article by one set of it. */
export const countArticle = (
  { sets: _, ...article }: ArticlePart,
  { annotatorId, words, statements, roles }: SetPart,
  entities: Table<Entity>,
): CountedArticle => {
  const rolesById = rolesAmong(roles, entities);
  return {
    ...article,
    annotatorId,
    words,
    statements: statements.map((statement) => ({
      ...statement,
      about: aboutOf(statement, entities),
      voices: voicesOf(statement, article.id, { entities, rolesById }),
      isSecondHand: secondHand(statement, article.publisher, entities),
    })),
  };
};

interface Known {
  readonly entities: Table<Entity>;
  readonly rolesById: ReadonlyMap<Id, AppearanceRole>;
}

function voicesOf(
  { mentions }: StatementPart,
  article: Id,
  { entities, rolesById }: Known,
): readonly Voice[] {
  const voices = new Map<Id, Voice>();
  for (const { span, entity: mentioned } of mentions) {
    const entity = mentioned === null ? null : (entityBehind(entities, mentioned) ?? null);
    const id = entity?.id ?? span;
    const givesReason =
      voices.get(id)?.givesReason === true ||
      hasReason(entity, article) ||
      (mentioned !== null && hasReason(get(entities, mentioned), article));
    voices.set(id, { id, entity, role: rolesById.get(id) ?? null, givesReason });
  }
  return [...voices.values()];
}

const hasReason = (entity: Entity | null | undefined, article: Id): boolean =>
  (entity?.anonymity?.reason ?? "") !== "" && entity?.anonymity?.evidence?.article === article;

function secondHand(
  { via }: StatementPart,
  publisher: string | null,
  entities: Table<Entity>,
): boolean | null {
  if (via.length === 0) return false;
  const outlets = via.map((id) => (id === null ? undefined : entityBehind(entities, id)));
  if (outlets.some((entity) => entity?.type === "outlet" && !isNamed(entity, publisher, entities)))
    return true;
  return outlets.includes(undefined) ? null : false;
}

/** Whether the publisher of the article is this outlet. */
function isNamed(outlet: Entity, publisher: string | null, entities: Table<Entity>): boolean {
  const group = entityGroups(entities).get(outlet.id);
  if (publisher === null || !group) return false;
  return namesOf(group).some((name) => foldedName(name) === foldedName(publisher));
}
