// English words of what a person can do: titles and groups, in the list of keys, the palette and the menu.
export const actions = {} as const;
