// Makes, changes and removes article sets of the project as one step of the history.
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import type { SavedSet } from "../../../shared/interchange/set-columns.ts";
import type { ArticleSet } from "../../../shared/model/article-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import { requestStep } from "../project/request-step.ts";
import type { Workspace } from "../project/workspace.ts";

interface SetsChange {
  readonly save: readonly SavedSet[];
  readonly remove: readonly Id[];
}

/**
 * `null` when that is done; else why not. The sets that there are then come as an event, to every window; `onAnswer` has them at once, since
 * the event may come after the answer.
 */
export const changeSets = (
  workspace: Workspace,
  command: string,
  { save, remove }: SetsChange,
  onAnswer?: (sets: readonly ArticleSet[]) => void,
): Promise<ApiErrorData | null> =>
  requestStep(workspace, command, async (request) => {
    const change = { save: [...save], remove: [...remove] };
    const answer = await workspace.client.call("articleSets.save", { ...request, ...change });
    onAnswer?.(answer.articleSets);
    return answer;
  });
