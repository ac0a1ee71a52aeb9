// English words of the trash.
export const trash = {
  title: "Trash",
  open: "Trash: articles that were put away",
  "put-away": "Put the article in the trash",
  "putting-away": "Putting the article in the trash…",
  listing: "Looking into the trash…",
  "taking-back": "Taking the article back…",
  "was-put-away": "“{title}” is in the trash, with everybody’s annotations of it",
  "put-away-about": "Nothing of it is deleted. The trash in the project’s menu gives it back.",
  "take-back": "Take back",
  "take-back-of": "Take back “{title}”",
  by: "put away {at} by {by}",
  empty: "The trash is empty.",
  about:
    "Articles in the trash stay in the project’s folder, with all annotations, until you remove them there yourself.",
} as const;
