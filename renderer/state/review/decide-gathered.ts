// The decisions in the lists over the project: each is one step over all articles that it is about, and taken back as one.
import { type AcceptedPerson, acceptPeople } from "../../../shared/commands/entities.ts";
import { rejectInArticles, takeBackInArticles } from "../../../shared/commands/reject-suggestions.ts";
import { type Entity, entityBehind } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Rejection } from "../../../shared/model/rejection.ts";
import type { Table } from "../../../shared/model/table.ts";
import { kindOf, personPattern, type SuggestedPerson } from "../../../shared/suggestions/project-people.ts";
import { entityNames } from "../../../shared/suggestions/resolve-entities.ts";
import type { Workspace } from "../project/workspace.ts";
import type { ListedMiss } from "./gathered-lists.ts";

interface InRegistry {
  /** The entity that they are; `null`: none, or it cannot be told which. */
  readonly known: Entity | null;
  /** Where that cannot be told: those that have the name. */
  readonly namesakes: readonly Entity[];
}

/**
 * Whom the registry has of this name as it is now, whatever it had when they were gathered. One of the same kind with the name is whom they are; of
 * several, or one of another kind, somebody has to choose. Those without a name are somebody else in each article.
 */
export function registryHas(
  entities: Table<Entity>,
  { known, name, naming, type }: SuggestedPerson,
): InRegistry {
  const entity = known === null ? undefined : entityBehind(entities, known);
  if (entity) return { known: entity, namesakes: [] };
  const namesakes = naming === "named" ? (entityNames(entities).byName.get(name.toLowerCase()) ?? []) : [];
  const [first, another] = namesakes;
  return first && !another && kindOf(first.type) === kindOf(type)
    ? { known: first, namesakes: [] }
    : { known: null, namesakes };
}

/** Enters them as one, or joins them with `into`. False, with the reason shown, when it cannot be done. */
export function takePeople(
  workspace: Workspace,
  people: readonly [SuggestedPerson, ...SuggestedPerson[]],
  into: Entity | null,
): Promise<boolean> {
  const { newId, now } = workspace;
  const [first, ...rest] = people;
  const { work } = acceptPeople([acceptedOf(first), ...rest.map(acceptedOf)], into, { newId, now });
  return workspace.applyStep({ command: into ? "join-people" : "accept-people", ...work });
}

function acceptedOf({
  name,
  type,
  naming,
  aliases,
  role,
  anonymity,
  marks,
}: SuggestedPerson): AcceptedPerson {
  return {
    name,
    type,
    naming,
    aliases,
    role,
    anonymity: anonymity && {
      terms: anonymity.terms,
      reason: anonymity.reason,
      evidence: { article: anonymity.article, segment: anonymity.segment },
    },
    marks,
  };
}

/** Nobody of this name is proposed again in the project. */
export function rejectPerson(workspace: Workspace, person: SuggestedPerson): Promise<boolean> {
  const [place] = person.places;
  if (!place) return Promise.resolve(false);
  const { article, segment } = place;
  return reject(workspace, "reject-people", [{ article, segment, pattern: personPattern(person) }]);
}

/** Nothing is missing there. */
export const waiveMissed = (workspace: Workspace, { article, segment }: ListedMiss): Promise<boolean> =>
  reject(workspace, "waive-missed", [{ article, segment, pattern: null }]);

export function takeBack(workspace: Workspace, article: Id, rejection: Rejection): Promise<boolean> {
  const work = takeBackInArticles([{ article, rejection }]);
  return workspace.applyStep({ command: "take-back-rejection", ...work });
}

function reject(
  workspace: Workspace,
  command: string,
  rejected: Parameters<typeof rejectInArticles>[0],
): Promise<boolean> {
  const { newId, now } = workspace;
  const annotator = workspace.state.get().project?.annotator?.id;
  if (annotator === undefined) return Promise.resolve(false);
  const provenance = { annotator, at: now(), origin: { by: "human" } } as const;
  return workspace.applyStep({ command, ...rejectInArticles(rejected, { newId, provenance }) });
}
