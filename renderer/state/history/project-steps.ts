// Applies steps over several articles, or of the registry alone: saves what waits first, asks the core, and applies what it
// saved. They are rare and asked for with a preview, so the window waits for the answer instead of running ahead.
import type { Client } from "../../../shared/api/client.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { emptySet } from "../../../shared/model/annotation-set.ts";
import { type ArticleSet, fittingArticleSets } from "../../../shared/model/article-set.ts";
import { type Assignment, fittingAssignments } from "../../../shared/model/assignment.ts";
import { applyChange, type Change, fittingPart } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id, NewId } from "../../../shared/model/id.ts";
import { isEmptyWork, type Step, type StepPart, setKey } from "../../../shared/model/step.ts";
import type { Table } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";

/** What came of a step: applied, or no longer fitting what stands, or not saved for another reason. */
type Applied =
  | { readonly kind: "applied"; readonly step: Step }
  | { readonly kind: "misfit" | "failed"; readonly error: ApiErrorData };

interface ProjectStepsOptions {
  readonly client: Client;
  readonly newId: NewId;
  /** Shows what the step made of its sets, at the revisions that they have then. */
  takeParts(parts: readonly StepPart[], revisions: Readonly<Record<string, number>>): void;
  entities(): Table<Entity>;
  assignments(): readonly Assignment[];
  articleSets(): readonly ArticleSet[];
  takeEntities(entities: Table<Entity>): void;
  /** Shows every article anew, under another tagset. */
  takeTagset(tagset: Tagset): Promise<void>;
  /** Waits until everything is saved; rejects with an `ApiError` when something cannot be. */
  allSaved(): Promise<void>;
  /** Makes a call in the open project. */
  call<T>(call: (project: Id) => Promise<T>): Promise<T>;
}

interface ProjectSteps {
  /** `revisions`: of the sets that the step was made on, by `setKey`, where they must still be the same. */
  apply(step: Omit<Step, "id">, revisions?: ReadonlyMap<string, number>): Promise<Applied>;
}

/** Milliseconds between tries while the host cannot be reached. */
const pauses = [300, 1_000, 3_000];
const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** The registry without any set. */
const registryOnly = (entities: Table<Entity>) => ({
  set: emptySet({ articleId: "", annotatorId: "", textHash: "" }),
  entities,
});

/** The registry with the part of a change that concerns it, as far as that fits. */
export function withEntitiesOf(entities: Table<Entity>, change: Change): Table<Entity> {
  if (!change.entities) return entities;
  const part = fittingPart(registryOnly(entities), { entities: change.entities });
  return part ? applyChange(registryOnly(entities), part).entities : entities;
}

export function createProjectSteps(options: ProjectStepsOptions): ProjectSteps {
  const { client, newId } = options;

  /** Tries again while the host is away: the same `opId` is applied once. */
  async function patiently<T>(call: () => Promise<T>): Promise<T> {
    for (const pause of pauses)
      try {
        return await call();
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== "unreachable") throw error;
        await wait(pause);
      }
    return call();
  }

  async function send(asked: Omit<Step, "id">, revisions?: ReadonlyMap<string, number>): Promise<Step> {
    await options.allSaved();
    const { parts, entities, tagset, assignments, articleSets, about, articles, ...note } = asked;
    // An entity that somebody else has changed since stays as it is, as with a step of one article.
    const fitting = entities && fittingPart(registryOnly(options.entities()), { entities })?.entities;
    const assigned = assignments && fittingAssignments(options.assignments(), assignments);
    const fittingSets = articleSets && fittingArticleSets(options.articleSets(), articleSets);
    const onProject = {
      ...(fitting && { entities: fitting }),
      ...(tagset && { tagset }),
      ...(assigned && { assignments: assigned }),
      ...(fittingSets && { articleSets: fittingSets }),
      ...(about && { about }),
      ...(articles && { articles }),
    };
    const work = { parts, ...onProject };
    if (isEmptyWork(work)) throw new ApiError("change-misfit");
    const opId = newId();
    const { revisions: saved } = await patiently(() =>
      options.call((project) =>
        client.call("project.apply", {
          project,
          opId,
          step: note,
          parts: parts.map((part) => ({
            ...part,
            revision: revisions?.get(setKey(part)) ?? null,
          })),
          ...onProject,
        }),
      ),
    );
    if (fitting) options.takeEntities(withEntitiesOf(options.entities(), { entities: fitting }));
    if (tagset) await options.takeTagset(tagset.to);
    else options.takeParts(parts, saved);
    return { ...note, ...work, id: opId };
  }

  return {
    async apply(step, revisions) {
      try {
        return { kind: "applied", step: await send(step, revisions) };
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const isMisfit = ["change-misfit", "change-invalid", "revision-conflict"].includes(error.problem);
        return { kind: isMisfit ? "misfit" : "failed", error: error.toData() };
      }
    },
  };
}
