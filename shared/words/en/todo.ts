// English words of what is left to do in the article.
export const todo = {
  list: "To do in this article, in the order of the text",
  how: "goes through all of it",
  looking: "Looking at the article…",
  none: "Nothing is left to do in this article.",
  "none-about": "Findings, suggestions, what is possibly missed and lost marks are listed here.",
  "no-article": "Open an article to see what is left to do in it.",
  suggestion: "{who}: {cue}",
  orphan: "A mark lost its place",
  "find-place": "Find its place…",
} as const;
