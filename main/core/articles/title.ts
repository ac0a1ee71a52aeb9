// What an article is called when its text has no title: the file's name without its ending, else its first words.

import { visibleText } from "../../../shared/errors/visible-text.ts";
import { proposedTitle } from "../../../shared/importers/proposed-title.ts";
import type { Metadata } from "../../../shared/model/article.ts";

/** `name`: of the file; `null` for text that was pasted. Never empty as long as the text has a word. */
export function titleFor(name: string | null, text: string, metadata: readonly Metadata[]): string {
  const fromName = visibleText(name?.replace(/\.[a-z0-9]{1,8}$/i, "") ?? "").trim();
  return fromName === "" ? visibleText(proposedTitle(text, metadata)) : fromName;
}
