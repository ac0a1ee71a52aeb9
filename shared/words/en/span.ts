// English words of the span in focus and its entity.
export const span = {} as const;
