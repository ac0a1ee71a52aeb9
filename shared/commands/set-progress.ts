// Says how far one is with the article, or writes one's own note on it.
import { longestNote } from "../model/card-laws.ts";
import type { ArticleState, Progress } from "../model/progress.ts";
import { get } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

/** What is not given stays; `state: null` lets the state follow from the marks again. */
interface ProgressEdit {
  readonly state?: ArticleState | null;
  readonly note?: string;
}

export const setProgress: Command<ProgressEdit> = {
  id: "set-progress",
  run(context, edit) {
    if ((edit.note?.length ?? 0) > longestNote) return refuse("note-too-long");
    const { set } = context.annotations;
    const oldProgress: Progress = get(set.progress, set.articleId) ?? {
      id: set.articleId,
      state: null,
      note: "",
    };
    const newProgress: Progress = { ...oldProgress, ...edit };
    const draft = draftOf(context);
    if (newProgress.state === null && newProgress.note === "") draft.progress.remove(set.articleId);
    else draft.progress.put(newProgress);
    return draft.outcome();
  },
};
