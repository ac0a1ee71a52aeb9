// English words of the registry of entities.
export const entities = {} as const;
