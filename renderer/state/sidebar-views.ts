// The views of the sidebar, in the order of the rail and of the keys Mod+1 to Mod+9. What each shows is in
// `panels/sidebar/index.ts`.

export const sidebarViews = [{ id: "articles", title: "Articles" }] as const;

export type SidebarViewId = (typeof sidebarViews)[number]["id"];
