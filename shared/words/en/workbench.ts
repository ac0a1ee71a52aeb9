// English words of the workbench: bars, banners, notices and status.
export const workbench = {} as const;
