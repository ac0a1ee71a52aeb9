// English words of the first page.
export const welcome = {} as const;
