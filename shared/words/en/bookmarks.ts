// English words of bookmarks.
export const bookmarks = {
  title: "Bookmarks",
  one: "Bookmark",
  list: "Bookmarks in this project",
  toggle: "Set or remove a bookmark",
  "was-set": "Bookmark set.",
  "was-removed": "Bookmark removed.",
  "next-bookmark": "Next bookmark",
  "previous-bookmark": "Previous bookmark",
  remove: "Remove the bookmark: {title}",
  saving: "Saving the bookmark",
  none: "No bookmarks yet",
  "none-about":
    "Press {keys} on a mark, a card or any words of an article, or on an entity in the registry. Bookmarks are yours: they stay on this computer and are not part of the project.",
  entity: "Entity in the registry",
  "whole-article": "Article",
  "words-gone": "The bookmarked words are no longer in this text.",
} as const;
