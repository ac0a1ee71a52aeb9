// English words of choosing, making and opening projects.
export const projects = {} as const;
