// English words of proposed voices, cues and gaps.
export const proposals = {} as const;
