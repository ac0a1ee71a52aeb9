// English words of the article’s text, for those who hear it rather than see it.
export const article = {
  label: "Article: {title}",
  within: "{inner}, within {outer}",
  excluded: "Excluded",
} as const;
