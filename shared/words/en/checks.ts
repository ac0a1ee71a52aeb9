// English words of checks, their reasons and their fixes.
export const checks = {} as const;
