// Conflicts that were left by merging: kept for whoever works through them, listed with which side stands now, and decided for the
// other side as a step that can be taken back.
import { type OutsideConflict, sideCommand, type TookSide } from "../../../shared/api/outside-news.ts";
import { registryConflicts } from "../../../shared/merge/merge-registry.ts";
import { isDecidable, type MergeConflict } from "../../../shared/merge/merge-sets.ts";
import { type ConflictSideName, changeToSide, standingOf } from "../../../shared/merge/take-side.ts";
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Whose } from "../../../shared/model/curation.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type StepNote, setKey } from "../../../shared/model/step.ts";
import { tableOf } from "../../../shared/model/table.ts";
import type { ConflictSide } from "../../../shared/review/conflict-words.ts";
import type { OpenConflict } from "../../storage/home/open-conflicts.ts";
import { nothingIn, type Steps } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { entitiesOf, type LiveProject, writerIn } from "../project/live-project.ts";
import { curatedSet, ownSet } from "../project/own-sets.ts";
import { conflictOf } from "./describe-merge.ts";

/** What merging has left, and where. */
export interface FoundConflicts {
  /** `null`: they are about the registry. */
  readonly article: Pick<Article, "id" | "title"> | null;
  readonly whose?: Whose;
  readonly conflicts: readonly MergeConflict[];
  readonly sides: { readonly ours: ConflictSide; readonly theirs: ConflictSide };
}

/** Never throws: what cannot be kept is in the quarantine all the same. */
export async function keepConflicts(
  { log, now }: CoreContext,
  liveProject: Pick<LiveProject, "conflicts">,
  { article, whose, conflicts, sides }: FoundConflicts,
): Promise<void> {
  const at = now();
  const openConflicts = conflicts.map((conflict): OpenConflict => {
    const of = article ? setKey({ article: article.id, ...(whose && { whose }) }) : "registry";
    const words = conflictOf(of, conflict, sides);
    return {
      key: words.key,
      article: article?.id ?? null,
      title: article?.title ?? "",
      ...(whose && { whose }),
      at,
      conflict,
      words,
      isSettled: false,
    };
  });
  await liveProject.conflicts
    .add(openConflicts)
    .catch((error: unknown) => log.error("keeping conflicts", error));
}

/** What two sides of the registry, made from `base`, say differently of the same entity. Never throws. */
export async function keepRegistryConflicts(
  context: CoreContext,
  liveProject: LiveProject,
  base: readonly Entity[],
  ours: readonly Entity[],
  theirs: readonly Entity[],
): Promise<readonly MergeConflict[]> {
  const conflicts = registryConflicts(base, ours, theirs);
  const side = (entities: readonly Entity[]): ConflictSide => nothingIn(tableOf(entities));
  if (conflicts.length > 0)
    await keepConflicts(context, liveProject, {
      article: null,
      conflicts,
      sides: { ours: side(ours), theirs: side(theirs) },
    });
  return conflicts;
}

/** The latest first. */
export async function listConflicts(
  context: CoreContext,
  liveProject: LiveProject,
): Promise<readonly OutsideConflict[]> {
  const listed: OutsideConflict[] = [];
  for (const openConflict of liveProject.conflicts.list()) {
    const { article, title, at, words, conflict } = openConflict;
    const currentState = await stateOf(context, liveProject, openConflict);
    listed.push({
      ...words,
      article,
      title,
      at,
      isDecidable: currentState !== null && isDecidable(conflict),
      stands: currentState ? standingOf(currentState, conflict) : "other",
    });
  }
  return listed.reverse();
}

interface SideRequest {
  readonly key: string;
  readonly side: ConflictSideName;
  readonly opId: Id;
  readonly step: StepNote;
}

/** Puts the version of one side in the place of what stands. Throws an `ApiError`: then nothing has changed. */
export async function takeSide(
  context: CoreContext,
  { liveProject, steps }: { readonly liveProject: LiveProject; readonly steps: Pick<Steps, "apply"> },
  { key, side, opId, step: note }: SideRequest,
  client: Id,
): Promise<TookSide> {
  writerIn(liveProject);
  const openConflict = liveProject.conflicts.list().find((open) => open.key === key);
  const currentState = openConflict && (await stateOf(context, liveProject, openConflict));
  const change =
    openConflict && currentState && isDecidable(openConflict.conflict)
      ? changeToSide(currentState, openConflict.conflict, side)
      : null;
  if (!openConflict || !change) return { step: null, revisions: {} };
  const { article, whose } = openConflict;
  const { entities, ...ofSet } = change;
  const parts = article === null ? [] : [{ article, ...(whose && { whose }), change: ofSet }];
  const about = entities && { entities };
  const { revisions } = await steps.apply(
    {
      opId,
      step: { ...note, command: sideCommand },
      parts: parts.map((part) => ({ ...part, revision: null })),
      ...about,
    },
    client,
  );
  return { step: { ...note, command: sideCommand, id: opId, parts, ...about }, revisions };
}

/** The set that it is about, as it stands; `null` where it is not there any more. */
async function stateOf(
  context: CoreContext,
  liveProject: LiveProject,
  { article, whose }: OpenConflict,
): Promise<Annotations | null> {
  const entities = tableOf(entitiesOf(liveProject));
  if (article === null) return nothingIn(entities);
  if (!liveProject.articles.has(article)) return null;
  const readStandingSet = whose === "curation" ? curatedSet : ownSet;
  const standingSet = await readStandingSet(context, liveProject, article);
  return standingSet && { set: standingSet.set, entities };
}
