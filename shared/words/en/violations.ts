// English words of the laws of the annotations that data can break.
export const violations = {} as const;
