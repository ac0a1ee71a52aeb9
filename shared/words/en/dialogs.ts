// English words of the dialogs over the workbench.
export const dialogs = {} as const;
