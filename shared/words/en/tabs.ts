// English words of the tabs over the article.
export const tabs = {
  tabs: "Open articles",
  open: "Open in a new tab",
  close: "Close the tab",
  "close-named": "Close the tab: {title}",
  "next-tab": "Next tab",
  "previous-tab": "Previous tab",
} as const;
