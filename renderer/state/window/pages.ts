// The pages that take the place of the article and the panes beside it, in the order of the rail and of the keys Mod+Alt+1 to
// Mod+Alt+9. What each shows is in `panels/pages/index.ts`.
import { message } from "../../../shared/words/message.ts";

export const pages = [
  { id: "compare", title: message("sidebar.compare") },
  { id: "decide", title: message("sidebar.decide") },
  { id: "agreement", title: message("sidebar.agreement") },
  { id: "progress", title: message("sidebar.progress") },
  { id: "people", title: message("sidebar.people") },
  { id: "missed", title: message("sidebar.missed") },
  { id: "changes", title: message("sidebar.changes") },
  { id: "correct", title: message("revisions.page"), isOfArticle: true },
] as const;

/** Those on the rail; the others are reached from the article that they are about. */
export const railPages = pages.filter((page) => !("isOfArticle" in page));

export type PageId = (typeof pages)[number]["id"];
