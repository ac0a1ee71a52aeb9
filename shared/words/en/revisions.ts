// English words of the revisions of an article: correcting its text, and what that does to marks.
export const revisions = {
  saving: "Saving the correction…",
} as const;
