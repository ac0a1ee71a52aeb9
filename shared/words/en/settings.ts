// English words of looks, keys and language.
export const settings = {} as const;
