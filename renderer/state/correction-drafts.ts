// What was typed into an article's text and is neither saved nor given up: kept while the window is open, so that looking at another
// article, or leaving the page by a key that was meant for something else, costs nothing.
import type { Id } from "../../shared/model/id.ts";

interface Draft {
  /** Of the text that it was made from. */
  readonly textHash: string;
  readonly text: string;
}

const drafts = new Map<Id, Draft>();

/** The draft of an article, if it was made from the text that the article has now. */
export function draftOf(article: Id, textHash: string): string | null {
  const draft = drafts.get(article);
  return draft?.textHash === textHash ? draft.text : null;
}

export const keepDraft = (article: Id, draft: Draft): void => void drafts.set(article, draft);
export const dropDraft = (article: Id): void => void drafts.delete(article);
