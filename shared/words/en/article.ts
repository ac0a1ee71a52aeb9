// English words of the article’s text, for those who hear it rather than see it.
export const article = {
  label: "Article: {title}",
  within: "{inner}, within {outer}",
  excluded: "Excluded",
  suggested: "{type} (suggested)",
  "of-card": "{types}. Card: {card}",
  "in-no-card": "{types}, in no card",
} as const;
