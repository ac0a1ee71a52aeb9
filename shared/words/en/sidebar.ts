// English words of the views of the sidebar.
export const sidebar = {
  articles: "Articles",
  sidebar: "Sidebar",
} as const;
