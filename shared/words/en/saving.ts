// English words of saved, saving, not saved, backups and the journal for emergencies.
export const saving = {} as const;
