// English words of finding and tagging all.
export const search = {} as const;
