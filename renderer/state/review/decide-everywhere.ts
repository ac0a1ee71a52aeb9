// Decides on a phrase in all articles of the project at once: compares the same people's sets of each, and makes one step of what
// is like it anywhere.
import { readAndCompare } from "../../../shared/api/compared-review.ts";
import type { ReviewSets } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { setFromJson } from "../../../shared/model/annotation-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { openLike } from "../../../shared/review/decide/alike.ts";
import { type DecisionChoice, decidePhrase } from "../../../shared/review/decide/index.ts";
import type { Review } from "../../../shared/review/decide/review.ts";
import { queueOf } from "../../../shared/review/questions.ts";
import type { StepDraft, Workspace } from "../project/workspace.ts";

interface EverywhereAsked {
  /** Of the article that is shown. */
  readonly review: Review & { readonly policies: readonly string[] };
  readonly pattern: string;
  readonly choice: DecisionChoice;
  readonly reason?: string;
}

/** False, with nothing changed and the reason shown, when it cannot be done. */
export async function decideEverywhere(workspace: Workspace, asked: EverywhereAsked): Promise<boolean> {
  if (!(await workspace.requireName())) return false;
  const parts: StepDraft["parts"][number][] = [];
  for (const { id } of workspace.state.get().articles) {
    const part = await partIn(workspace, id, asked);
    if (part) parts.push(part);
  }
  return parts.length > 0 && workspace.applyStep({ command: decidePhrase.id, parts });
}

/** What it changes in the curated set of one article; `null` where nothing is like it, or not all of the people have a set. */
async function partIn(
  workspace: Workspace,
  article: Id,
  { review: { annotators, policies }, pattern, choice, reason }: EverywhereAsked,
): Promise<StepDraft["parts"][number] | null> {
  const review = await reviewIn(workspace, article, annotators, policies);
  const session = review && (await workspace.openCurated(article));
  const { project } = workspace.state.get();
  if (!review || !session || session.readOnly || !project?.annotator) return null;
  await session.queue.drained();
  const annotations = session.annotations();
  const groups = openLike(review, queueOf(review, annotations.set), pattern);
  const outcome = decidePhrase.run(
    {
      annotations,
      text: session.text,
      tagset: session.tagset,
      annotator: project.annotator.id,
      focus: session.focus(),
      newId: workspace.newId,
      now: workspace.now,
    },
    { review, groups, choice, ...(reason === undefined ? {} : { reason }) },
  );
  return "refusal" in outcome
    ? null
    : { article, whose: "curation", change: outcome.change, revision: session.queue.revision() };
}

async function reviewIn(
  workspace: Workspace,
  article: Id,
  annotators: readonly Id[],
  policies: readonly string[],
): Promise<Review | null> {
  const chosenSets = ({ sets }: ReviewSets) =>
    annotators.flatMap((id) => sets.find(({ annotator }) => annotator.id === id) ?? []);
  try {
    const read = await workspace.call((project) =>
      readAndCompare(workspace.client, { project, article }, policies, (sets) =>
        chosenSets(sets).length < annotators.length ? null : annotators,
      ),
    );
    if (!read?.comparison) return null;
    const { sets, comparison } = read;
    const entities = tableOf(sets.entities);
    return {
      annotators,
      comparison,
      sets: chosenSets(sets).map(({ set }) => ({ set: setFromJson(set), entities })),
    };
  } catch (error) {
    // An article that cannot be read is left as it is; the others are decided.
    if (error instanceof ApiError) return null;
    throw error;
  }
}
