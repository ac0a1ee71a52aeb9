// English words of what stands beside the article, to be read.
export const beside = {
  open: "Open beside",
  "open-revision": "Open beside the article: {revision}",
  "open-entity": "Open the linked entity beside the article",
  choose: "Open beside the article…",
  toggle: "Show or hide what stands beside the article",
  swap: "Swap the article with the one beside it",
  title: "Beside the article: {title}",
  close: "Close the pane beside the article",
  "read-only": "Read-only",
  "type-to-find": "Search articles, entities and earlier texts",
  "palette-hint": "opens an article or entity beside.",
  earlier: "Earlier text of this article",
  "to-registry": "Show in the registry",
  gone: "No longer here",
  "article-gone": "This article is no longer in the project. If it was moved to the trash, restore it there.",
  "entity-gone": "This entity is no longer in the registry. If it was moved to the trash, restore it there.",
} as const;
