// English words of the visible history of undo.
export const history = {} as const;
