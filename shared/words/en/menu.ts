// English words of the desktop’s menu and dialogs.
export const menu = {} as const;
