// English words of the tagset: its editor, migrations and guideline.
export const tagset = {} as const;
