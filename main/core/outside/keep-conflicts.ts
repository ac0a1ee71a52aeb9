// Conflicts that were left by merging: kept for whoever works through them, listed with which side stands now, and decided for the
// other side as a step that can be taken back.
import { type OutsideConflict, sideCommand, type TookSide } from "../../../shared/api/outside.ts";
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Whose } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type Step, type StepNote, setKey } from "../../../shared/model/step.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { type ConflictSideName, changeToSide, standingOf } from "../../../shared/outside/take-side.ts";
import type { ConflictSide } from "../../../shared/review/conflict-words.ts";
import { isDecidable, type MergeConflict } from "../../../shared/review/merge-sets.ts";
import type { OpenConflict } from "../../storage/open-conflicts.ts";
import type { CoreContext } from "../context.ts";
import { conflictOf } from "../describe-take-in.ts";
import { curatedSet, ownSet } from "../own-sets.ts";
import { entitiesOf, type ProjectInUse, writerIn } from "../project-in-use.ts";
import type { Steps } from "../steps.ts";

interface Found {
  readonly article: Pick<Article, "id" | "title">;
  readonly whose?: Whose;
  readonly conflicts: readonly MergeConflict[];
  readonly sides: { readonly ours: ConflictSide; readonly theirs: ConflictSide };
}

/** Never throws: what cannot be kept is in the quarantine all the same. */
export async function keepConflicts(
  { log, now }: CoreContext,
  inUse: Pick<ProjectInUse, "conflicts">,
  { article, whose, conflicts, sides }: Found,
): Promise<void> {
  const at = now();
  const kept = conflicts.map((conflict): OpenConflict => {
    const words = conflictOf(setKey({ article: article.id, ...(whose && { whose }) }), conflict, sides);
    const { id, title } = article;
    return {
      key: words.key,
      article: id,
      title,
      ...(whose && { whose }),
      at,
      conflict,
      words,
      isSettled: false,
    };
  });
  await inUse.conflicts.add(kept).catch((error: unknown) => log.error("keeping conflicts", error));
}

/** The latest first. */
export async function listConflicts(
  context: CoreContext,
  inUse: ProjectInUse,
): Promise<readonly OutsideConflict[]> {
  const listed: OutsideConflict[] = [];
  for (const one of inUse.conflicts.list()) {
    const { article, title, at, words, conflict } = one;
    const now = await stateOf(context, inUse, one);
    listed.push({
      ...words,
      article,
      title,
      at,
      isDecidable: now !== null && isDecidable(conflict),
      stands: now ? standingOf(now, conflict) : "other",
    });
  }
  return listed.reverse();
}

export interface SideRequest {
  readonly key: string;
  readonly side: ConflictSideName;
  readonly opId: Id;
  readonly step: StepNote;
}

/** Puts the version of one side in the place of what stands. Throws an `ApiError`: then nothing has changed. */
export async function takeSide(
  context: CoreContext,
  { inUse, steps }: { readonly inUse: ProjectInUse; readonly steps: Pick<Steps, "apply"> },
  { key, side, opId, step: note }: SideRequest,
  client: Id,
): Promise<TookSide> {
  writerIn(inUse);
  const one = inUse.conflicts.list().find((open) => open.key === key);
  const now = one && (await stateOf(context, inUse, one));
  const change = one && now && isDecidable(one.conflict) ? changeToSide(now, one.conflict, side) : null;
  if (!one || !change) return { step: null, revisions: {} };
  const { article, whose } = one;
  const part = { article, ...(whose && { whose }), change };
  const parts = [{ ...part, revision: null }];
  const { revisions } = await steps.apply({ opId, step: { ...note, command: sideCommand }, parts }, client);
  const step: Step = { ...note, command: sideCommand, id: opId, parts: [part] };
  return { step, revisions };
}

/** The set that it is about, as it stands; `null` where it is not there any more. */
async function stateOf(
  context: CoreContext,
  inUse: ProjectInUse,
  { article, whose }: OpenConflict,
): Promise<Annotations | null> {
  const entities = tableOf(entitiesOf(inUse));
  if (!inUse.articles.has(article)) return null;
  const read = whose === "curation" ? curatedSet : ownSet;
  const found = await read(context, inUse, article);
  return found && { set: found.set, entities };
}
