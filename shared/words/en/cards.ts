// English words of cards and their fields.
export const cards = {} as const;
