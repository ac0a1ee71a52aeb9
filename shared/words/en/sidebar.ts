// English words of the views of the sidebar.
export const sidebar = {
  articles: "Articles",
  cards: "Cards",
  checks: "Checks",
  find: "Find",
  sidebar: "Sidebar",
  guideline: "Guideline",
  entities: "Entities",
  history: "History",
  talk: "Talk",
  suggestions: "Suggested",
  pages: "Review",
  decide: "Decide",
  compare: "Compare",
  agreement: "Measure",
  progress: "Progress",
} as const;
