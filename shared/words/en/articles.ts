// English words of the list of articles and bringing them in.
export const articles = {} as const;
