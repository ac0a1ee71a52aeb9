// The decisions in the lists over the project: each is one step over all articles that it is about, and taken back as one.
import { type AcceptedPerson, acceptPeople } from "../../../shared/commands/accept-people.ts";
import { rejectInArticles, takeBackInArticles } from "../../../shared/commands/reject-in-articles.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Rejection } from "../../../shared/model/rejection.ts";
import { personPattern, type SuggestedPerson } from "../../../shared/suggestions/project-people.ts";
import type { Workspace } from "../project/workspace.ts";
import type { ListedMiss } from "./gathered-lists.ts";

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
