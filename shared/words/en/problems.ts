// English words of what went wrong, and what to do.
export const problems = {} as const;
