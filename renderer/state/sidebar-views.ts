// The views of the sidebar, in the order of the rail and of the keys Mod+1 to Mod+9. What each shows is in
// `panels/sidebar/index.ts`.

import { message } from "../../shared/words/message.ts";

export const sidebarViews = [
  { id: "articles", title: message("sidebar.articles") },
  { id: "cards", title: message("sidebar.cards") },
  { id: "checks", title: message("sidebar.checks") },
  { id: "find", title: message("sidebar.find") },
  { id: "entities", title: message("sidebar.entities") },
  { id: "guideline", title: message("sidebar.guideline") },
  { id: "history", title: message("sidebar.history") },
  { id: "talk", title: message("sidebar.talk") },
  { id: "suggestions", title: message("sidebar.suggestions") },
] as const;

export type SidebarViewId = (typeof sidebarViews)[number]["id"];
