// English words of the views of the sidebar.
export const sidebar = {
  articles: "Articles",
  checks: "Checks",
  sidebar: "Sidebar",
  guideline: "Guideline",
  entities: "Entities",
  history: "History",
} as const;
