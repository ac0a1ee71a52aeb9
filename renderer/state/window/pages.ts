// The pages that take the place of the article and the panes beside it, in the order of the keys Mod+Alt+1 to Mod+Alt+9. Where each
// stands is in `places.ts`, what it shows in `panels/pages/index.ts`.
import { message } from "../../../shared/words/message.ts";

export const pages = [
  { id: "compare", title: message("sidebar.compare") },
  { id: "decide", title: message("sidebar.decide") },
  { id: "agreement", title: message("sidebar.agreement") },
  { id: "progress", title: message("sidebar.article-table") },
  { id: "people", title: message("sidebar.people") },
  { id: "missed", title: message("sidebar.missed") },
  { id: "changes", title: message("sidebar.changes") },
  { id: "board", title: message("sidebar.board") },
  { id: "correct", title: message("revisions.page"), isOutsidePlaces: true },
  { id: "guide", title: message("sidebar.guide"), isOutsidePlaces: true },
] as const;

/** Those of the project; of the others one is reached from the article that it is about, and the guide from everywhere. */
export const projectPages = pages.filter((page) => !("isOutsidePlaces" in page));

export type PageId = (typeof pages)[number]["id"];
