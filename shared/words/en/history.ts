// English words of the visible history of undo.
export const history = {
  applying: "Saving the step",
  walking: "{done, number} of {steps, number} steps",
  "walked-undo": "Taken back in “{title}”, where it was done.",
  "walked-redo": "Done again in “{title}”, where it was done before.",
} as const;
