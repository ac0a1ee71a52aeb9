// The views of the sidebar, each with the key that shows it. Where each stands is in `places.ts`, what it shows in
// `panels/sidebar/index.ts`.

import { message } from "../../../shared/words/message.ts";

export const sidebarViews = [
  { id: "articles", title: message("sidebar.articles"), key: "Mod+1" },
  { id: "cards", title: message("sidebar.cards"), key: "Mod+2" },
  { id: "checks", title: message("sidebar.checks"), key: "Mod+3" },
  { id: "find", title: message("sidebar.find"), key: "Mod+4" },
  { id: "entities", title: message("sidebar.entities"), key: "Mod+5" },
  { id: "guideline", title: message("sidebar.guideline"), key: "Mod+6" },
  { id: "history", title: message("sidebar.history"), key: "Mod+7" },
  { id: "talk", title: message("sidebar.talk"), key: "Mod+8" },
  { id: "suggestions", title: message("sidebar.suggestions"), key: "Mod+9" },
  { id: "orphans", title: message("sidebar.orphans"), key: "Alt+o" },
  { id: "todo", title: message("sidebar.todo"), key: null },
  { id: "uncarded", title: message("sidebar.uncarded"), key: null },
  { id: "bookmarks", title: message("bookmarks.title"), key: null },
  { id: "anonymous", title: message("sidebar.anonymous"), key: null },
] as const;

export type SidebarViewId = (typeof sidebarViews)[number]["id"];
