// English words of why a command refuses.
export const refusals = {} as const;
