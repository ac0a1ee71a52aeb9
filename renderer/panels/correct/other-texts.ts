// The uses of a text of the article that did not become its present one: it is compared with that, or put into a correction.

import type { OtherTextRef } from "../../state/project/revising.ts";
import { comparingVersionsOf } from "../../state/review/comparing-versions.ts";
import { showPage } from "../../state/window/ui-state.ts";
import type { Panels } from "../app-context.tsx";

type WindowPanels = Pick<Panels, "workspace" | "ui">;

/** Opens the editor of the article's text, which puts the other text in; news of that text is seen then. */
export async function takeOtherText({ workspace, ui }: WindowPanels, other: OtherTextRef): Promise<void> {
  await workspace.openArticle(other.article);
  const { session, news } = workspace.state.get();
  if (session?.article.id !== other.article) return;
  showPage(ui, "correct");
  ui.patch({ otherText: other });
  workspace.dismissNews(news.filter((one) => "otherText" in one && one.otherText === other.revision));
}

/** Shows what the other text says otherwise than the present one. */
export async function compareOtherText({ workspace, ui }: WindowPanels, other: OtherTextRef): Promise<void> {
  await workspace.openArticle(other.article);
  const article = workspace.state.get().session?.article;
  if (article?.id !== other.article) return;
  showPage(ui, "changes");
  const versionAfter = { kind: "revision", revision: other.revision } as const;
  await comparingVersionsOf(workspace).compare(article, { kind: "present" }, versionAfter);
}
